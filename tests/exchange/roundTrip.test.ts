import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { importFile } from '../../src/exchange/import/importFile'
import { printedPlace } from '../../src/story/text/words/printedPlace'
import { WRITERS } from '../../src/exchange/export/writers'
import type { Block, Span } from '../../src/story/copy/copy'
import { EMPTY_FIELDS, type Fields } from '../../src/story/ledger/fields'
import { NO_PICTURE } from '../../src/story/copy/picture'
import { tableOf } from '../../src/story/copy/tables'
import { DOT_FILE, PICTURES } from './conformance/generatedStories'
import { inputFor, withBlocks } from './busanStory'
import { MUST_HOLD, type MustHold } from './mustHold'

// Seconds of work alone, minutes on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

/** Stories for each format. `npm run roundtrip` asks for more. */
const RUNS = Number(process.env['STET_ROUNDTRIPS'] ?? 40)

const WORDS = [
  'talks',
  'U.S.',
  '100',
  '“회담”',
  '이라고',
  '釜山で',
  '会談',
  'مرحبا',
  'שלום',
  '🚒',
  'e\u0301',
  '—',
  '<b>',
  '&amp;',
  '*',
  '_x_',
  '#',
  '1.',
  '[a](b)',
  '|',
  '\\',
  '`c`',
  "d'Emilio",
  'A-B',
  '%',
  '$3.5',
  '"',
  '\u200d',
  'a@b.org',
  'https://example.org/x',
]
const words = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most })
    .map((parts) => parts.join(' '))
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
const plainWord = fc.constantFrom('port', 'crane', 'Busan', 'strike', '관세', '釜山', 'Wando')
const line = fc.array(plainWord, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '))

const spansOf = (text: string): fc.Arbitrary<readonly Span[]> =>
  fc
    .array(
      fc.record({
        a: fc.nat(text.length),
        b: fc.nat(text.length),
        mark: fc.constantFrom('bold' as const, 'italic' as const, 'link' as const),
      }),
      { maxLength: 3 },
    )
    .map((ranges) => {
      let link = false
      return ranges.flatMap(({ a, b, mark }): Span[] => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        // Marks cover whole words here: no format can style half a surrogate pair or a single space.
        if (
          from === to ||
          !/^\S/.test(text.slice(from)) ||
          !/\S$/.test(text.slice(0, to)) ||
          /\p{Surrogate}/u.test(text[from - 1] ?? '') ||
          /[\p{M}\u200d]/u.test(text[to] ?? '') ||
          /[\uDC00-\uDFFF]/.test(text[from] ?? '') ||
          /[\uD800-\uDBFF]/.test(text[to - 1] ?? '')
        )
          return []
        if (mark !== 'link') return [{ from, to, mark }]
        if (link) return []
        link = true
        return [{ from, to, mark, href: 'https://example.org/a?b=1&c=2' }]
      })
    })
const styledText = (most: number): fc.Arbitrary<Pick<Block, 'text' | 'spans'>> =>
  words(most).chain((text) => spansOf(text).map((spans) => ({ text, spans })))

const graf = fc.oneof(
  { weight: 5, arbitrary: styledText(12).map((styled): readonly Block[] => [{ role: 'paragraph', ...styled }]) },
  {
    weight: 1,
    arbitrary: styledText(5).map((styled): readonly Block[] => [{ role: 'subhead', level: 2, ...styled, spans: [] }]),
  },
  { weight: 1, arbitrary: styledText(8).map((styled): readonly Block[] => [{ role: 'quote', ...styled }]) },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.tuple(styledText(5), fc.constantFrom('bullet' as const, 'ordered' as const), fc.integer({ min: 1, max: 3 })),
        { minLength: 1, maxLength: 4 },
      )
      .map((items) => {
        let level = 0
        return items.map(([styled, list, wanted]): Block => ({
          role: 'listItem',
          level: (level = Math.min(wanted, level + 1)),
          list,
          ...styled,
        }))
      }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }), fc.boolean())
      .chain(([rows, columns, header]) =>
        fc
          .array(fc.array(styledText(3), { minLength: columns, maxLength: columns }), {
            minLength: rows,
            maxLength: rows,
          })
          .map((cells) => tableOf(cells, header)),
      ),
  },
)
/** A picture with or without cutline. Its bytes may be missing. */
const figure = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: styledText(6) }, { weight: 1, arbitrary: fc.constant({ text: '', spans: [] }) }),
    line,
    fc.constantFrom('', 'Kim Ji-woo', '(Yonhap)', 'Kim (Pool)', 'A "B" \\ <c> &amp; D_e_', '金, 釜山'),
    fc.boolean(),
  )
  .map(([styled, alt, credit, gone]): readonly Block[] => [
    {
      role: 'cutline',
      ...styled,
      picture: {
        file: gone ? 'f'.repeat(64) : DOT_FILE,
        mediaType: 'image/png',
        width: 1,
        height: 1,
        alt,
        credit,
        rights: '',
        captured: '',
      },
    },
  ])
/** Two lists or two tables in a row would come back as one. */
const body = fc
  .array(fc.oneof({ weight: 9, arbitrary: graf }, { weight: 2, arbitrary: figure }), { minLength: 1, maxLength: 6 })
  .map((groups) => [
    { role: 'paragraph' as const, text: 'The first graf of it.', spans: [] },
    ...groups.flatMap((blocks, index): readonly Block[] => [
      ...blocks,
      { role: 'paragraph', text: `Graf ${index} between.`, spans: [] },
    ]),
  ])

const person = fc.constantFrom('Kim Ji-woo', 'Lee Seo-yeon', 'Ana García', "Frances d'Emilio", '김 지우')
const fields: fc.Arbitrary<Fields> = fc
  .record({
    slug: line,
    byline: fc.uniqueArray(person, { maxLength: 2 }).map((names) => names.map((name) => ({ name }))),
    dateline: fc.constantFrom(
      { place: '', date: '' },
      { place: 'Busan', date: 'Oct. 30' },
      { place: 'Seoul', date: '' },
    ),
    language: fc.constantFrom('en', 'ko', 'zh-Hant', 'ar'),
    urgency: fc.integer({ min: 1, max: 9 }),
    subjects: fc.uniqueArray(fc.constantFrom('medtop:20000530', 'medtop:11000000', 'medtop:04000000'), {
      maxLength: 2,
    }),
    keywords: fc.uniqueArray(plainWord, { maxLength: 3 }),
    edNote: fc.oneof(fc.constant(''), line),
    embargo: fc.constantFrom('', '2026-10-30T18:00:00+09:00'),
    usageTerms: fc.oneof(fc.constant(''), line),
    provider: fc.oneof(fc.constant(''), line),
    copyrightLine: fc.constantFrom('', '(c) 2026 Example Wire'),
    contributors: fc.constantFrom('', 'Park Min-seo'),
  })
  .map((some) => ({ ...EMPTY_FIELDS, ...some }))

const story = fc.record({ headline: words(8), deck: fc.oneof(fc.constant(''), words(8)), body, fields })

const ENDINGS = { ninjs: 'json', html: 'html', nitf: 'xml', 'newsml-g2': 'xml', markdown: 'md', docx: 'docx' } as const

/** Marks each visible character as bold, italic and linked. */
const styles = ({ text, spans }: Block): string =>
  [...text]
    .map((character, index, all) => {
      if (character.trim() === '') return character
      const at = all.slice(0, index).join('').length
      const on = spans.filter((span) => span.from <= at && span.to >= at + 1)
      const marks = (['bold', 'italic', 'link'] as const).filter((mark) => on.some((span) => span.mark === mark))
      return character + marks.map((mark) => mark.charAt(0)).join('')
    })
    .join('')
const shape = (block: Block) => ({
  role: block.role,
  level: block.level,
  list: block.list,
  cell: block.cell,
  ...(block.picture ? { alt: block.picture.alt, credit: block.picture.credit, file: block.picture.file } : {}),
  styled: styles(block.role === 'headline' || block.role === 'deck' ? { ...block, spans: [] } : block),
})
/** Returns a block as it must come back, by `cutlineAlone`. Nothing if nothing of it can be printed. */
const comesBack = (block: Block, cutlineAlone: MustHold['cutlineAlone']): readonly Block[] => {
  const { picture, ...rest } = block
  if (!picture || PICTURES.has(picture.file)) return [block]
  const { alt, credit } = picture
  if (block.text === '' && credit === '') return []
  if (cutlineAlone === 'asParagraph')
    return [
      {
        ...rest,
        role: 'paragraph',
        text: [block.text, credit === '' ? '' : block.text === '' ? credit : `(${credit})`]
          .filter((part) => part !== '')
          .join(' '),
      },
    ]
  return [{ ...block, picture: { ...NO_PICTURE, credit, ...(cutlineAlone === 'whole' ? { alt } : {}) } }]
}
/** Sets the size that the newsroom measures when it keeps a picture. */
const measured = (block: Block): Block =>
  PICTURES.has(block.picture?.file ?? '') && block.picture
    ? { ...block, picture: { ...block.picture, width: 1, height: 1 } }
    : block
const pick = (from: Partial<Fields>, names: MustHold['fields']) =>
  Object.fromEntries(names.map((name) => [name, from[name] ?? EMPTY_FIELDS[name]]))

describe('out and in again', () => {
  test.each(Object.entries(MUST_HOLD) as readonly (readonly [keyof typeof MUST_HOLD, MustHold])[])(
    '%s keeps what the table says',
    async (format, { fields: held, fieldsArePrinted, datelineAsPrinted, cutlineAlone }) => {
      await fc.assert(
        fc.asyncProperty(story, async (given) => {
          const blocks: readonly Block[] = [
            { role: 'headline', text: given.headline, spans: [] },
            ...(given.deck === '' ? [] : [{ role: 'deck' as const, text: given.deck, spans: [] }]),
            ...given.body,
          ]
          const before = fieldsArePrinted ? { ...EMPTY_FIELDS } : given.fields
          const written = await WRITERS[format].write(
            inputFor(withBlocks(blocks, before), { pictures: PICTURES, embed: true }),
          )
          const {
            stories: [again],
          } = await importFile(`story.${ENDINGS[format]}`, written.bytes)
          if (!again) throw new Error('no story came back')
          const back: Partial<Fields> = { language: again.language, ...again.fields }
          expect({ copy: again.blocks.map(shape), fields: pick(back, held) }).toEqual({
            copy: blocks.flatMap((block) => comesBack(block, cutlineAlone)).map(shape),
            fields: pick(
              datelineAsPrinted
                ? { ...before, dateline: { ...before.dateline, place: printedPlace(before.dateline.place) } }
                : before,
              held,
            ),
          })
          const twice = await WRITERS[format].write(
            inputFor(withBlocks(again.blocks.map(measured), { ...EMPTY_FIELDS, ...back }), {
              pictures: PICTURES,
              embed: true,
            }),
          )
          expect(new TextDecoder().decode(twice.bytes)).toBe(new TextDecoder().decode(written.bytes))
        }),
        { numRuns: RUNS, seed: 5 },
      )
    },
  )
})
