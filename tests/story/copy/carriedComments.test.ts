import { expect, it } from 'vitest'
import { decide, standingCopy, type Choice, type MarkedBlock } from '../../../src/story/copy/suggestions/markedCopy'
import { acceptedCopy } from '../../builders/copy/acceptedCopy'

/**
 * A paragraph as the tests write it: `[replaced]` and `(proposed)` are parts of suggestion s1, `«replaced»` and
 * `‹proposed›` of s2, `<words>` has the comment c1.
 */
function paragraph(line: string): MarkedBlock {
  const spans: MarkedBlock['spans'][number][] = []
  const proposed: MarkedBlock['proposed'][number][] = []
  let text = ''
  const starts: number[] = []
  for (const letter of line) {
    const [begins, ends] = ['<[(«‹'.indexOf(letter), '>])»›'.indexOf(letter)]
    if (begins >= 0) starts[begins] = text.length
    else if (ends >= 0) {
      const place = { from: starts[ends] ?? 0, to: text.length }
      if (letter === '>') spans.push({ ...place, mark: 'comment', id: 'c1' })
      else
        proposed.push({
          ...{ ...place, mark: letter === ']' || letter === '»' ? 'deletion' : 'insertion' },
          id: letter === ']' || letter === ')' ? 's1' : 's2',
        })
    } else text += letter
  }
  return { role: 'paragraph', text, spans, proposed }
}
const withComment = ({ text, spans }: Pick<MarkedBlock, 'text' | 'spans'>): string =>
  spans.reduceRight((line, { from, to }) => `${line.slice(0, from)}<${line.slice(from, to)}>${line.slice(to)}`, text)
const commented = (blocks: readonly MarkedBlock[]): readonly string[] => acceptedCopy(blocks).map(withComment)

it.each([
  ['all of its words', 'It [took <an hour>](lasted long).', 'It <lasted long>.'],
  ['words inside it', '<It [took](lasted) an hour>.', '<It lasted an hour>.'],
  ['its end', '<It took [an hour]>(long).', '<It took long>.'],
  ['its end and a space after it', '<It took [an]>[ ](one )hour.', '<It took one >hour.'],
  ['words that go on behind it', '<It [took> an](lasted one) hour.', '<It >lasted one hour.'],
  ['all but a space of it', 'It [took <an hour]>(lasted long)< >now.', 'It <lasted long >now.'],
  ['words beside it', 'It [took](lasted) <an hour>.', 'It lasted <an hour>.'],
  ['nothing, with words put into it', '<It> (all )<took an hour>.', '<It> all <took an hour>.'],
])('words that replace %s take the comment over as far as they lie in it', (_what, before, after) => {
  expect(commented([paragraph(before)])).toEqual([after])
})

it('goes with its words when nothing replaces them', () => {
  expect(commented([paragraph('It took[ <an hour>].')])).toEqual(['It took.'])
})

it('is on words of another paragraph if those replace its own, and not while some of its own stay', () => {
  const whole = [paragraph('They [met.](parted.)'), { ...paragraph('[It <took> long.]'), joins: 's1' }]
  expect(commented(whole)).toEqual(['They <parted.>'])
  const part = [...whole, paragraph('It <ended>.')]
  expect(commented(part)).toEqual(['They parted.', 'It <ended>.'])
})

/** Two people's words for the same place: s2 replaces what s1 proposes. */
const CHAIN = 'It took [<an hour>](«two hours»)‹three hours›.'

it.each<readonly [what: string, line: string, decisions: readonly Readonly<Record<string, Choice>>[], after: string]>([
  ['both at once', CHAIN, [{ s1: 'accept', s2: 'accept' }], 'It took <three hours>.'],
  ['the first, then the other', CHAIN, [{ s1: 'accept' }, { s2: 'accept' }], 'It took <three hours>.'],
  ['the other, then the first', CHAIN, [{ s2: 'accept' }, { s1: 'accept' }], 'It took <three hours>.'],
  ['the other only', CHAIN, [{ s2: 'accept' }, { s1: 'reject' }], 'It took <an hourthree hours>.'],
  ['the first only', CHAIN, [{ s1: 'accept', s2: 'reject' }], 'It took <two hours>.'],
  ['neither', CHAIN, [{ s1: 'reject', s2: 'reject' }], 'It took <an hour>.'],
  ['the other after the first is refused', CHAIN, [{ s1: 'reject', s2: 'accept' }], 'It took <an hour>three hours.'],
  [
    'part of the proposed words',
    'It took [<an hour>](«two» hours)‹three›.',
    [{ s1: 'accept', s2: 'accept' }],
    'It took < hoursthree>.',
  ],
])(
  'words that replace proposed words take their comment over when people accept %s',
  (_what, line, decisions, after) => {
    const copy = decisions.reduce((now, choices) => [...decide(now, (id) => choices[id] ?? 'leave')], [
      paragraph(line),
    ] as MarkedBlock[])
    expect(standingCopy(copy).map(withComment)).toEqual([after])
  },
)
