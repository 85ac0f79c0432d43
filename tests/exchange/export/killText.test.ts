import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readPlainPdf } from '../../../src/exchange/export/pdf/read/readPlainPdf'
import { WRITERS, type WriterInput } from '../../../src/exchange/export/writers'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { importFile } from '../../../src/exchange/import/importFile'
import { POOL } from '../../builders/stories/storyFrom'
import { busanStory, decode, inputFor, PUBLISHED } from '../busanStory'

const NOW = '2026-10-30T09:00:00.000Z'
const KILL_TEXT = 'the talks <never> took place.'
const KILLED: readonly LedgerEvent[] = [
  ...PUBLISHED,
  {
    kind: 'moved',
    from: 'published',
    to: 'killed',
    copyHash: 'x',
    blocks: 0,
    warns: 0,
    overrides: [],
    reason: KILL_TEXT,
  },
]
const killed = (changes: Partial<WriterInput> = {}): WriterInput =>
  inputFor(busanStory({}, KILLED), { dates: { first: NOW, killReason: KILL_TEXT }, ...changes })
const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

describe('a kill under an embargo', () => {
  test.each(['ninjs', 'newsml-g2', 'nitf', 'text', 'html'] as const)('holds at once in %s', (format) => {
    const embargoed = (events: readonly LedgerEvent[]): WriterInput => ({
      ...killed(),
      story: busanStory({ embargo: '2026-10-30T19:00+09' }, events),
    })
    const text = decode(WRITERS[format].write(embargoed(KILLED)).bytes)
    expect(text).not.toMatch(/embargo|2026-10-30T19:00|date\.release/i)
    expect(text).toContain(format === 'html' ? 'withdrawn' : 'KILL: ')
    expect(WRITERS[format].fileName(embargoed(KILLED))).not.toContain('EMBARGOED')
    // The zone is written without minutes, and the mark is there all the same.
    expect(WRITERS[format].fileName(embargoed(PUBLISHED))).toContain('-EMBARGOED')
  })
})

describe('the kill text', () => {
  test('is under the notice that the story is withdrawn in every format for readers', async () => {
    expect(decode(WRITERS.html.write(killed()).bytes)).toContain(
      '<p class="withdrawn">This story has been withdrawn.</p>\n<p class="withdrawn">the talks &lt;' +
        'never&gt; took place.</p>',
    )
    expect(decode(WRITERS.markdown.write(killed()).bytes)).toMatch(
      /\n\nThis story has been withdrawn\.\n\nthe talks \\?<never\\?> took place\.\n/,
    )
    const { bytes, preview } = await WRITERS.pdf.write(killed())
    expect(oneLine(readPlainPdf(bytes)?.words ?? '')).toContain(`This story has been withdrawn. ${KILL_TEXT}`)
    expect(decode(preview ?? new Uint8Array())).toContain('the talks &lt;never&gt; took place.')
    expect(
      decode(unzipSync((await WRITERS.docx.write(killed())).bytes)['word/document.xml'] ?? new Uint8Array()),
    ).toMatch(/This story has been withdrawn\..*the talks &lt;never(?:&gt;|>) took place\./s)
  })

  test.each([
    ['the talks never took place', 'KILL: the talks never took place. Do not use.'],
    ['Wrong city!', 'KILL: Wrong city! Do not use.'],
    ['He said “no.”', 'KILL: He said “no.” Do not use.'],
    ['회담은 없었다', 'KILL: 회담은 없었다. Do not use.'],
    ['会谈没有举行', 'KILL: 会谈没有举行。 Do not use.'],
  ])('ends with its sign in the note to the desk: %s', (killReason, note) => {
    expect(decode(WRITERS.text.write(killed({ dates: { first: NOW, killReason } })).bytes)).toContain(`${note}\n`)
  })

  test.each(['factsheet', 'annotations'] as const)(
    'replaces the facts, which are words of the body, in the public %s',
    async (format) => {
      const words = /six years(?! ?[”,])|about 100 minutes|tough negotiator|graf 1|Verified|Let stand/
      const said = decode((await WRITERS[format].write(killed({ edition: 'public' }))).bytes)
      expect(said.replaceAll('first talks in six years', '')).not.toMatch(words)
      expect(said).toMatch(/the talks (?:<|&lt;)never(?:>|&gt;) took place\./)
      expect(said).toMatch(/withdrawn|KILLED/)
      expect(decode((await WRITERS[format].write(killed({ edition: 'internal' }))).bytes)).toMatch(/about 100 minutes/)
      expect(decode((await WRITERS[format].write(inputFor(busanStory(), { edition: 'public' }))).bytes)).toMatch(
        /about 100 minutes/,
      )
    },
  )

  test.each(['pdf', 'docx'])('leaves no fact in a public fact sheet as %s', async (formatVersion) => {
    const { bytes, preview } = await WRITERS.factsheet.write(killed({ edition: 'public', formatVersion }))
    const said =
      formatVersion === 'pdf'
        ? (readPlainPdf(bytes)?.words ?? '')
        : decode(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    for (const text of [said, decode(preview ?? new Uint8Array())])
      expect([/tough negotiator|100 minutes/.test(text), /took\s+place/.test(text)]).toEqual([false, true])
  })

  test('names no source that is withheld in the public fact sheet', async () => {
    const sources = new Map([
      ['clerk', { ...POOL, id: 'clerk', name: 'Park Min-seo', kind: 'person', groundRules: 'background' } as const],
    ])
    const said = decode(
      (
        await WRITERS.factsheet.write(
          killed({ edition: 'public', sources, dates: { first: NOW, killReason: 'Park Min-seo made it up.' } }),
        )
      ).bytes,
    )
    expect(/<dt>Kill text:<\/dt><dd>([^<]*)/.exec(said)?.[1]).toBe('Source A made it up.')
  })
})

describe('a kill that comes in again', () => {
  test.each([
    ['html', 'a.html'],
    ['markdown', 'a.md'],
    ['docx', 'a.docx'],
    ['nitf', 'a.xml'],
    ['ninjs', 'a.json'],
    ['newsml-g2', 'a.xml'],
  ] as const)(
    'has neither the notice nor the kill text as copy, and no mark in its headline: %s',
    async (format, name) => {
      const { bytes } = await WRITERS[format].write(killed())
      const {
        stories: [story],
      } = await importFile(name, bytes)
      // The copyright line of Markdown comes back as a graf, as that of every story does.
      const rights = format === 'markdown' ? ['paragraph: (c) 2026 Example Wire'] : []
      expect(story?.blocks.map(({ role, text }) => `${role}: ${text}`)).toEqual([
        ...busanStory({}, KILLED)
          .copy.filter(({ role, text }) => (role === 'headline' || role === 'deck') && text !== '')
          .map(({ role, text }) => `${role}: ${text}`),
        ...rights,
      ])
      const notes = story?.losses.filter(({ what }) => what === 'desk notes')
      if (format === 'html' || format === 'markdown' || format === 'docx')
        expect(notes).toEqual([{ what: 'desk notes', count: 2, example: 'This story has been withdrawn.' }])
      else expect(notes).toMatchObject([{ what: 'desk notes' }])
    },
  )
})
