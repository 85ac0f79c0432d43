/** Stories that the random people work on: one language a graf, facts of every type, tables, lists and a picture. */
import type { Block, BlockRole } from '../../src/story/copy/copy'
import type { FactType } from '../../src/story/ledger/facts/fact'
import { readTagged } from '../builders/copy/copyFrom'

/** The first letter of a fact's id says its type. */
const TYPES: Readonly<Record<string, FactType>> = {
  q: 'quote',
  p: 'paraphrase',
  a: 'allegation',
  f: 'figure',
  s: 'superlative',
  n: 'name',
  t: 'title',
  d: 'date',
  l: 'place',
  e: 'event',
  v: 'visual',
}
export const typeOfId = (id: string): FactType => TYPES[id.charAt(0)] ?? 'event'
export const ALL_TYPES = Object.values(TYPES)

const SPEAKERS: Readonly<Record<string, string>> = { q1: 'Kim', q2: 'Kim', q3: 'Kim', p1: 'Lee' }
export const speakerOf = (id: string): string | undefined => SPEAKERS[id]

const HEADLINE = 'headline: Kim wins vote after {f9:100 minutes}'
const DECK = 'deck: Lee walked {l1:outside the hall} at night'

const GRAFS: readonly (readonly string[])[] = [
  [
    'Kim arrived in the hall at night. The meeting lasted {f1:100 minutes} in the green hall. Park walked outside slowly. The doors were open.',
  ],
  [
    '{q1:“We won the vote,”} Kim said. The hall was open. It was the {s1:largest deal} of the year. Park met {n1:Lee} outside.',
  ],
  ['{q2:“Are we ready?”} Kim asked. The chairs were green. Lee said {p1:the talks would go on}. Moon walked outside.'],
  ['Park {a1:took the money} at night. The table was old. Kim told Lee “the deal is open.” They walked.'],
  ['Kim said {q3:“We won. The deal is open.”} The doors were open. She walked outside.'],
  ['The hall was open. The {t1:old chair} and Park met on {d1:the third day} in {l2:Seoul}. They {e1:left the hall}.'],
  ['استمر الاجتماع {f2:30-45} دقيقة في القاعة. خرج الوفد ليلا.'],
  ['ההצבעה נמשכה {f3:5-7} דקות באולם. הדלת פתוחה.'],
  ['회의는 {f4:100}분 동안 열렸다. 문이 열렸다.'],
  ['Der Umsatz der Bahn stieg vom 3. Oktober um {fb:57 Prozent}. Die Türen waren offen.'],
  ['The vote was {f8:5-7} in the hall. The group walked outside.'],
  [
    'header 0.0: Candidate',
    'header 0.1: Approve',
    'header 0.2: Disapprove',
    'cell 1.0: Kim',
    'cell 1.1: {f5:57}%',
    'cell 1.2: {f6:40}%',
    'cell 2.0: Park',
    'cell 2.1: {f7:30}%',
    'cell 2.2: 60%',
  ],
  [
    'The deal covers:',
    'bullet: The {fa:12 boats} in the harbour',
    'bullet: The chair of {n2:Lee}',
    'The list was long.',
  ],
  ['cutline: {v1:Kim and Lee} walked to {fb:12 boats} at night.'],
]

/** `picture`: SHA-256 of its file. Headline, deck and four groups of blocks, by number. */
export function startingCopy(variant: number, picture: string): readonly Block[] {
  const chosen: (readonly string[])[] = []
  let left = variant
  const pool = [...GRAFS]
  for (let count = 0; count < 5; count++) {
    chosen.push(...pool.splice(left % pool.length, 1))
    left = Math.floor(left / 7) + count
  }
  return [HEADLINE, DECK, ...chosen.flat()].map((line) => blockOf(line, picture))
}

function blockOf(line: string, file: string): Block {
  const [, cellRole, row, column, inCell] = /^(cell|header) (\d)\.(\d): ([\s\S]*)$/.exec(line) ?? []
  if (cellRole !== undefined)
    return {
      role: 'cell',
      cell: { row: Number(row), column: Number(column), ...(cellRole === 'header' ? { header: true as const } : {}) },
      ...readTagged(inCell ?? ''),
    }
  if (line.startsWith('cutline: '))
    return {
      role: 'cutline',
      picture: {
        file,
        mediaType: 'image/png',
        width: 40,
        height: 30,
        alt: 'Two people',
        credit: 'Ida',
        rights: 'one use',
        captured: '2026-10-30',
      },
      ...readTagged(line.slice(9)),
    }
  const [, role = 'paragraph', rest = line] = /^(headline|deck|bullet): ([\s\S]*)$/.exec(line) ?? []
  if (role === 'bullet') return { role: 'listItem', level: 1, list: 'bullet', ...readTagged(rest) }
  return { role: role as BlockRole, ...readTagged(rest) }
}

export const NEUTRAL = ['slowly', 'outside', 'quietly', 'again', 'gladly', 'green']
export const TELLING = ['not', 'never', 'Kim', 'Park', 'she', '7', 'said', '“open”']
export const FIRST_WORDS = ['They', 'She', 'Kim', 'Park']
