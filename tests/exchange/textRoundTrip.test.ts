/** Wire text and Markdown of our own come back with headline, deck, ed note, embargo and body where they were. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { WRITERS } from '../../src/exchange/export/writers'
import { importFile } from '../../src/exchange/import/importFile'
import type { Block } from '../../src/story/copy/copy'
import { EMPTY_FIELDS } from '../../src/story/ledger/fields'
import { decode, inputFor, withBlocks } from './busanStory'

// Seconds of work alone, minutes on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const RUNS = Number(process.env['STET_ROUNDTRIPS'] ?? 400)

const word = fc.constantFrom(
  'talks',
  'end',
  'in',
  'Busan',
  '100',
  'ports',
  '관세',
  '회담',
  '(釜山)',
  'é',
  'Wando',
  '“fair”',
)
const line = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 2, maxLength: most }).map((words) => `Talks ${words.join(' ')}`)
const sentence = fc.array(word, { minLength: 3, maxLength: 40 }).map((words) => `They ${words.join(' ')}.`)
const graf = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '))
const noteLine = fc.oneof(
  line(5),
  sentence,
  fc.constantFrom(
    'Eds: adds quotes.',
    'EDITOR’S NOTE: call the desk',
    'Correction: graf 1.',
    'UPDATE: Storm hits coast',
  ),
)

const given = fc.record({
  headline: fc.oneof(
    line(6),
    line(5).map((text) => `${text}?`),
  ),
  deck: fc.oneof(fc.constant(''), line(8)),
  body: fc.array(graf, { minLength: 2, maxLength: 6 }),
  edNote: fc.oneof(
    fc.constant(''),
    fc.array(noteLine, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  ),
  embargo: fc.constantFrom('', '2027-10-30T18:00:00+09:00', '2027-01-02T03:04:05Z'),
  byline: fc.constantFrom<readonly { readonly name: string; readonly role?: string }[]>(
    [],
    [{ name: 'Kim Ji-woo' }],
    [{ name: 'Kim Ji-woo', role: 'Correspondent' }, { name: 'Lee Seo-yeon' }],
  ),
  draft: fc.boolean(),
  slugHeader: fc.boolean(),
  lineLength: fc.constantFrom(undefined, 60, 72),
})

const blocksOf = ({ headline, deck, body }: { headline: string; deck: string; body: readonly string[] }): Block[] => [
  { role: 'headline', text: headline, spans: [] },
  ...(deck === '' ? [] : [{ role: 'deck' as const, text: deck, spans: [] }]),
  ...body.map((text): Block => ({ role: 'paragraph', text, spans: [] })),
]
/** Labels of the ed note come and go. */
const bare = (note = ''): string => note.replace(/^Eds: ?/gm, '')
const shape = (blocks: readonly Block[]): readonly string[] => blocks.map(({ role, text }) => `${role}: ${text}`)

describe('out and in again', () => {
  test('wire text keeps headline, deck, byline, ed note, embargo and body', async () => {
    await fc.assert(
      fc.asyncProperty(given, async (story) => {
        const { edNote, embargo, byline, draft, slugHeader } = story
        // Text of a few wrapped lines without a note to the desk is read by its form.
        const lineLength = draft || slugHeader || edNote + embargo !== '' ? story.lineLength : undefined
        const fields = { ...EMPTY_FIELDS, slug: 'TALKS', language: 'en', edNote, embargo, byline }
        const write = (blocks: readonly Block[], own: Partial<typeof fields>): string =>
          decode(
            WRITERS.text.write(
              inputFor(withBlocks(blocks, { ...fields, edNote: '', embargo: '', byline: [], ...own }), {
                draft,
                slugHeader,
                ...(lineLength === undefined ? {} : { lineLength }),
              }),
            ).bytes,
          )
        const written = write(blocksOf(story), fields)
        const {
          stories: [back],
        } = await importFile('story.txt', new TextEncoder().encode(written))
        expect({
          copy: shape(back?.blocks ?? []),
          edNote: bare(back?.fields?.edNote),
          embargo: Date.parse(back?.fields?.embargo ?? ''),
          byline: back?.fields?.byline ?? [],
        }).toEqual({
          copy: shape(blocksOf(story)),
          edNote: bare(edNote),
          embargo: Date.parse(embargo),
          byline,
        })
        expect(write(back?.blocks ?? [], { ...back?.fields, language: 'en' } as Partial<typeof fields>)).toBe(written)
      }),
      { numRuns: RUNS, seed: 9 },
    )
  })

  test('Markdown keeps headline, deck, byline and body under the mark of a draft', async () => {
    await fc.assert(
      fc.asyncProperty(given, async (story) => {
        const { byline, draft } = story
        const { bytes } = WRITERS.markdown.write(
          inputFor(withBlocks(blocksOf(story), { ...EMPTY_FIELDS, language: 'en', byline: byline.slice(0, 1) }), {
            draft,
          }),
        )
        const {
          stories: [back],
        } = await importFile('story.md', bytes)
        expect(shape(back?.blocks ?? [])).toEqual(shape(blocksOf(story)))
        expect(back?.losses.some(({ what }) => what === 'desk notes')).toBe(draft)
      }),
      { numRuns: RUNS, seed: 9 },
    )
  })

  test('a first line of another newsroom that only looks like a note is its headline', async () => {
    const {
      stories: [back],
    } = await importFile('a.txt', new TextEncoder().encode('UPDATE: Storm hits coast\n\nThousands left.\n\nMore soon.'))
    expect(shape(back?.blocks ?? [])[0]).toBe('headline: UPDATE: Storm hits coast')
  })
})
