/** Names in forms that hide them from a search, planted in the copy: no export carries one, nor does the clipboard. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clipboardLeaks } from '../../../src/projection/scan/clipboardLeaks'
import table from '../../../src/projection/scan/readings/lookalikes/confusables.json' with { type: 'json' }
import { projectSlice } from '../../../src/projection/print/projectSlice'
import type { Source } from '../../../src/story/desk/source'
import { NewsroomError } from '../../../src/story/requests/requests'
import { POOL } from '../../builders/stories/storyFrom'
import { newsDesk } from '../newsDesk'

const RUNS = Number(process.env['STET_RUNS'] ?? 40)

/** Formats that carry the copy. */
const FORMATS = ['ninjs', 'newsml-g2', 'nitf', 'html', 'markdown', 'text', 'docx', 'pdf'] as const
/** Two parts, with an address; what may stand between them; another name that has nothing of it. */
const PEOPLE = [
  { name: 'Daniel Okafor', address: 'd.okafor@proton.example', middle: 'Chukwuemeka', other: 'Peter Lindqvist' },
  { name: 'Marta Quill', address: 'quill_77@post.example', middle: 'J. R.', other: 'Sven Borg' },
  { name: 'Пётр Соколов', address: 'sokolov.p@pochta.example', middle: 'Иванович', other: 'Анна Белых' },
  { name: 'José Muñoz', address: 'jmunoz@correo.example', middle: 'de la Cruz', other: 'Ana Vega' },
  { name: 'ليلى حداد', address: 'layla@barid.example', middle: 'أحمد', other: 'سمير منصور' },
] as const
type Person = (typeof PEOPLE)[number]

const LOOKS = new Map(table.lookalikes.map(([image = '', signs = '']) => [image, [...signs]]))
const [first, last] = [
  ({ name }: Person): string => name.split(' ')[0] ?? '',
  ({ name }: Person): string => name.split(' ')[1] ?? '',
]
/** How a name is written. `pick` chooses among look-alikes and depths. */
const FORMS: readonly ((person: Person, pick: (below: number) => number) => string)[] = [
  ({ name }) => name,
  ({ name }, pick) =>
    [...name]
      .map((letter) => {
        const looks = LOOKS.get(letter) ?? []
        return pick(3) === 0 && looks.length > 0 ? (looks[pick(looks.length)] ?? letter) : letter
      })
      .join(''),
  (person) => `${first(person)} ${person.middle} ${last(person)}`,
  (person) => `${last(person).toUpperCase()}, ${first(person)}`,
  ({ name }, pick) => {
    let text: string = name
    for (let depth = 0; depth <= pick(4); depth++) text = encodeURIComponent(text)
    return text
  },
  ({ name }) => name.replace(/\p{L}/gu, (letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`),
  ({ name }, pick) => [...name].join(['\u200b', '\u00ad', '\u2060', ''][pick(4)] ?? ''),
  ({ name }) => name.replace(' ', '_').toLowerCase(),
  ({ address }) => address,
  ({ address }) => address.replace('@', '(at)'),
  ({ address }) => address.replace('@', ' [at] ').replaceAll('.', ' dot '),
  ({ address }) => encodeURIComponent(address),
]
const PLACES = ['graf', 'headline', 'item', 'quote', 'cell', 'row', 'column'] as const
type Place = (typeof PLACES)[number]

/** A story in Markdown with these words in one place. Its rows and columns take the two parts of the name. */
function storyWith(place: Place, words: string, [one, two]: readonly [string, string]): string {
  const at = (here: Place, otherwise: string): string => (place === here ? words : otherwise)
  const cell = (here: Place, part: string, otherwise: string): string => (place === here ? part : otherwise)
  return [
    `# ${at('headline', 'Talks end')}${place === 'headline' ? ' at the talks' : ''}`,
    `They met ${at('graf', 'somebody')} in the hall on Monday.`,
    `- first ${at('item', 'item')} of the list\n- second item of the list`,
    `> We saw ${at('quote', 'nobody')} there that day.`,
    [
      `| Name | Room | Seen by | Day |`,
      '| --- | --- | --- | --- |',
      `| ${cell('column', one, 'nobody')} | 12 | ${cell('row', one, 'a')} | ${cell('row', two, 'Monday')} |`,
      `| ${cell('column', two, 'nobody')} | 14 | ${at('cell', 'b')} | Tuesday |`,
    ].join('\n'),
    'They left separately.',
  ].join('\n\n')
}

test('no export and no clipboard carries a name that is hidden by its form', { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...PEOPLE),
      fc.nat(FORMS.length - 1),
      fc.constantFrom(...PLACES),
      fc.infiniteStream(fc.nat(10_000)),
      async (person, form, place, numbers) => {
        const pick = (below: number): number => (numbers.next().value as number) % below
        const words = (FORMS[form] ?? FORMS[0])?.(person, pick) ?? person.name
        const outcomes = async (said: string, parts: readonly [string, string]) => {
          const desk = await newsDesk()
          const source: Partial<Source> = { name: person.name, contact: person.address }
          await desk.act('Editor', 'source.add', {
            name: person.name,
            contact: person.address,
            kind: 'person',
            groundRules: 'background',
            protected: true,
          })
          const { id: story } = await desk.act('Reporter', 'story.import', {
            name: 'talks.md',
            bytes: new TextEncoder().encode(storyWith(place, said, parts)),
          })
          const copy = (await desk.room.storyNow(story)).value().copy
          const out: string[] = []
          for (const format of FORMATS)
            try {
              await desk.act('Editor', 'story.export', { story, format, edition: 'public', draft: true, include: [] })
              out.push(format)
            } catch (error) {
              if (!(error instanceof NewsroomError) || error.reason !== 'refused') throw error
            }
          const told = clipboardLeaks(projectSlice(copy), {
            sources: [{ ...POOL, ...source, kind: 'person', protected: true, aliases: [] } as Source],
            internalIds: [],
            copy,
            confirmed: new Set(),
          })
          return { out, clipboard: told.length === 0 ? 'passes' : 'asks' }
        }
        expect({ words, ...(await outcomes(words, [first(person), last(person)])) }).toEqual({
          words,
          out: [],
          clipboard: 'asks',
        })
      },
    ),
    { numRuns: RUNS, seed: 19 },
  )
})

// Pages have no sign between the cells of a row, so two people side by side in a row read as one there.
test('the same story with another name leaves by every exit', { timeout: 300_000 }, async () => {
  const desk = await newsDesk()
  const [person] = PEOPLE
  await desk.act('Editor', 'source.add', {
    name: person.name,
    contact: person.address,
    kind: 'person',
    groundRules: 'background',
    protected: true,
  })
  for (const place of PLACES) {
    const { id: story } = await desk.act('Reporter', 'story.import', {
      name: 'talks.md',
      bytes: new TextEncoder().encode(
        storyWith(place, person.other, ['Daniel Carter', place === 'row' ? 'Ngozi' : 'Ngozi Okafor']),
      ),
    })
    for (const format of FORMATS) {
      const exported = desk.act('Editor', 'story.export', {
        story,
        format,
        edition: 'public',
        draft: true,
        include: [],
      })
      expect([format, place, await exported.then(() => 'leaves', String)]).toEqual([format, place, 'leaves'])
    }
  }
})
