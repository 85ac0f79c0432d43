// @vitest-environment jsdom
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'
import { WRITERS, type WriterInput } from '../../../src/exchange/export/writers'
import { publicationDates } from '../../../src/projection/published/publicationDates'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { VersionKind } from '../../../src/story/ledger/stages'
import { wordsByPdfJs } from '../../builders/files/pdfWords'
import { ledgerFrom, NOW } from '../../builders/stories/storyFrom'
import { busanStory, decode, inputFor } from '../busanStory'

type Noted = Extract<LedgerEvent, { kind: 'correctionNoted' }>
const moved = (from: string, to: string, more: object = {}): LedgerEvent =>
  ({ kind: 'moved', from, to, copyHash: 'x', blocks: 0, warns: 0, overrides: [], ...more }) as LedgerEvent
const noted = (more: Partial<Noted> = {}): Noted => ({
  kind: 'correctionNoted',
  version: 2,
  was: 'about 90 minutes',
  is: 'about 100 minutes',
  since: { version: 1, at: NOW },
  cause: 'Park Min-seo misspoke',
  approver: 'Editor',
  publicText: 'An earlier version said that the meeting lasted “90” minutes & more.',
  ...more,
})
const opened = (kind: VersionKind = 'correction', record: LedgerEvent | undefined = noted()) => [
  moved('cleared', 'published'),
  moved('published', 'inReview', { versionKind: kind }),
  ...(record ? [record] : []),
]
const published = (kind?: VersionKind, record?: LedgerEvent) => [
  ...opened(kind, record),
  moved('inReview', 'cleared'),
  moved('cleared', 'published'),
]
const told = (events: readonly LedgerEvent[], fields = {}): WriterInput =>
  inputFor(busanStory(fields, events), { dates: publicationDates(ledgerFrom(events)) })
const text = (format: 'ninjs' | 'newsml-g2' | 'nitf' | 'html' | 'markdown' | 'text', input: WriterInput): string =>
  decode(WRITERS[format].write(input).bytes)

const LINE = 'Correction, 30 October 2026: An earlier version said that the meeting lasted “90” minutes & more.'
const escaped = LINE.replace('&', '&amp;')

describe('the text for readers', () => {
  test('is under the copy of the web page, and in its linked data', () => {
    const page = new DOMParser().parseFromString(text('html', told(published())), 'text/html')
    expect([
      page.querySelector('article > p.correction')?.textContent,
      page.querySelector('p.correction')?.nextElementSibling?.nodeName,
      page.querySelector('p.correction > strong')?.textContent,
    ]).toEqual([LINE, 'FOOTER', 'Correction, 30 October 2026:'])
    expect((JSON.parse(page.querySelector('script')?.textContent ?? '') as { correction: unknown }).correction).toEqual(
      {
        '@type': 'CorrectionComment',
        name: 'Correction',
        text: 'An earlier version said that the meeting lasted “90” minutes & more.',
        datePublished: NOW,
      },
    )
  })

  test('is the correction of NITF, and a note to the desk in every wire format', () => {
    const nitf = text('nitf', told(published()))
    expect(/<correction [^>]*>/.exec(nitf)?.[0]).toContain(
      'info="An earlier version said that the meeting lasted “90” minutes &amp; more."',
    )
    expect(nitf).toContain(`<ed-msg msg-type="correction" info="${escaped}"/>`)
    expect(nitf).toContain(`<p>${escaped}</p>`)
    expect(text('newsml-g2', told(published()))).toContain(
      '<edNote>CORRECTION: version 2 replaces all earlier ones.</edNote>\n<edNote>Eds: adds handshake.</edNote>\n' +
        `<edNote>${escaped}</edNote>`,
    )
    expect(JSON.parse(text('ninjs', told(published())))).toMatchObject({
      edNote: `CORRECTION: version 2 replaces all earlier ones.\nEds: adds handshake.\n${LINE}`,
    })
    expect(
      text('text', told(published(), { edNote: '' }))
        .split('\n')
        .slice(0, 3),
    ).toEqual(['CORRECTION: version 2 replaces all earlier ones.', LINE, ''])
    expect(
      text('text', told(published(), { edNote: 'Correction: graf 1.' }))
        .split('\n')
        .slice(0, 2),
    ).toEqual(['Correction: graf 1.', LINE])
  })

  test('is a graf in Markdown and in Word, above contributors and rights', async () => {
    expect(text('markdown', told(published())).split('\n\n').slice(-2)).toEqual([
      `_${LINE}_`,
      '(c) 2026 Example Wire\n',
    ])
    const { bytes, preview } = await WRITERS.docx.write({ ...told(published()), isLookedAt: true })
    expect(decode(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain(
      `<w:pStyle w:val="PublishedCorrection"/></w:pPr><w:r><w:t>${escaped}</w:t>`,
    )
    expect(decode(preview ?? new Uint8Array())).toContain('<p class="correction">')
  })

  test('is under the copy of the typeset page', async () => {
    const words = (await wordsByPdfJs((await WRITERS.pdf.write(told(published()))).bytes)).replace(/\s+/g, ' ')
    expect(words).toContain(`${LINE} (c) 2026 Example Wire`)
    expect(await wordsByPdfJs((await WRITERS.pdf.write(told(published('update')))).bytes)).not.toContain('Correction')
  })

  test('is listed as a loss of formats for facts', async () => {
    for (const format of ['factsheet', 'annotations'] as const) {
      expect((await WRITERS[format].write(told(published()))).losses).toEqual([
        { what: 'the correction for readers', count: 1, example: LINE },
      ])
      expect((await WRITERS[format].write(told(published('update')))).losses).toEqual([])
    }
    expect((await WRITERS.factsheet.write({ ...told(published()), formatVersion: 'docx' })).losses).toHaveLength(1)
  })

  test('has its kind, on one line, and an ISO 8601 day in languages that Stet does not speak', () => {
    expect(text('text', told(published('clarification', noted({ publicText: 'Two\n\u00adlines.' }))))).toContain(
      '\nClarification, 30 October 2026: Two lines.\n',
    )
    expect(text('markdown', told(published(), { language: 'ja' }))).toContain('_Correction, 2026-10-30: An')
    expect(text('markdown', told(published(), { language: 'ko-KR' }))).toContain('_정정(2026년 10월 30일): An')
  })

  test('leaves only if approved, to wires with its own version, and not in a kill; its reason never leaves', () => {
    const { approver: _none, ...unapproved } = noted()
    const lines = (events: readonly LedgerEvent[]) =>
      (['ninjs', 'newsml-g2', 'nitf', 'html', 'markdown', 'text'] as const).filter((format) =>
        text(format, told(events)).includes('An earlier version'),
      )
    expect(lines(published('correction', unapproved))).toEqual([])
    expect(lines([...published(), moved('published', 'inReview', { versionKind: 'correction' })])).toEqual([
      'html',
      'markdown',
    ])
    expect(lines([...published(), moved('published', 'killed', { reason: 'wrong' })])).toEqual([])
    expect(lines(published())).toHaveLength(6)
    expect(lines([...published(), { ...unapproved, publicText: 'Not yet' }])).toHaveLength(6)
    for (const format of ['ninjs', 'newsml-g2', 'nitf', 'html', 'markdown', 'text'] as const)
      expect(text(format, told(published()))).not.toMatch(/Park Min-seo|misspoke/)
  })

  describe('of earlier versions', () => {
    const SECOND = 'A second version said “Pusan”.'
    const LINES = [LINE, `Clarification, 31 October 2026: ${SECOND}`]
    const record = noted({ version: 3, publicText: SECOND })
    const opens = (kind: VersionKind) => moved('published', 'inReview', { versionKind: kind })
    const again = [moved('inReview', 'cleared'), moved('cleared', 'published')]
    const twice = [...published(), opens('clarification'), record, ...again]
    const later = [...twice, opens('update'), ...again]
    /** The first seven entries are of one day, the others of the next. */
    const onTwoDays = (events: readonly LedgerEvent[], more: Partial<WriterInput> = {}): WriterInput =>
      inputFor(busanStory({}, events), {
        dates: publicationDates(
          ledgerFrom(events).map((entry, index) => ({ ...entry, at: index < 7 ? NOW : '2026-10-31T09:00:00.000Z' })),
        ),
        ...more,
      })

    test('stay under the copy, oldest first, with their days and in the linked data', async () => {
      for (const input of [
        onTwoDays(twice),
        onTwoDays(later),
        onTwoDays([...later, opens('update')], { draft: true }),
      ]) {
        const page = new DOMParser().parseFromString(text('html', input), 'text/html')
        expect([...page.querySelectorAll('article > p.correction')].map(({ textContent }) => textContent)).toEqual(
          LINES,
        )
        expect(
          (JSON.parse(page.querySelector('script')?.textContent ?? '') as { correction: unknown }).correction,
        ).toEqual([
          {
            '@type': 'CorrectionComment',
            name: 'Correction',
            text: 'An earlier version said that the meeting lasted “90” minutes & more.',
            datePublished: NOW,
          },
          {
            '@type': 'CorrectionComment',
            name: 'Clarification',
            text: SECOND,
            datePublished: '2026-10-31T09:00:00.000Z',
          },
        ])
        expect(text('markdown', input).split('\n\n').slice(-3)).toEqual([
          ...LINES.map((line) => `_${line}_`),
          '(c) 2026 Example Wire\n',
        ])
        const { bytes } = await WRITERS.docx.write(input)
        const words = decode(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
        expect(
          [...words.matchAll(/"PublishedCorrection"\/><\/w:pPr><w:r><w:t>(.*?)<\/w:t>/g)].map(([, line]) => line),
        ).toEqual([escaped, LINES[1]])
      }
    })

    test('stay under the copy of the typeset page', async () => {
      const words = (await wordsByPdfJs((await WRITERS.pdf.write(onTwoDays(later))).bytes)).replace(/\s+/g, ' ')
      expect(words).toContain(`${LINES.join(' ')} (c) 2026 Example Wire`)
    })

    test('are no notes of later versions on wires, which list them; formats for facts list them all', async () => {
      for (const format of ['ninjs', 'newsml-g2', 'nitf', 'text'] as const) {
        const lost = (input: WriterInput) =>
          WRITERS[format].write(input).losses.filter(({ what }) => what.startsWith('corrections'))
        expect([
          text(format, onTwoDays(later)).includes('version said'),
          text(format, onTwoDays(twice)).includes('An earlier version'),
          text(format, onTwoDays(twice)).includes(SECOND),
          lost(onTwoDays(published())),
          lost(onTwoDays(twice)),
          lost(onTwoDays(later)),
        ]).toEqual([
          false,
          false,
          true,
          [],
          [{ what: 'corrections of earlier versions', count: 1, example: LINE }],
          [{ what: 'corrections of earlier versions', count: 2, example: LINE }],
        ])
      }
      expect((await WRITERS.factsheet.write(onTwoDays(twice))).losses).toEqual([
        { what: 'the correction for readers', count: 2, example: LINE },
      ])
    })

    test('do not leave with a kill, or if nobody approved them', () => {
      const { approver: _none, ...unapproved } = record
      const killed = onTwoDays([...later, moved('published', 'killed', { reason: 'wrong' })])
      const half = onTwoDays([...published(), opens('clarification'), unapproved, ...again, opens('update'), ...again])
      expect([text('html', killed).match(/version said/g), text('html', half).match(/version said/g)]).toEqual([
        null,
        // Under the copy, and in the linked data.
        ['version said', 'version said'],
      ])
    })

    test('are dropped and listed when the web page or the Word document comes in', async () => {
      const input = onTwoDays(later)
      for (const [name, bytes] of [
        ['busan.html', WRITERS.html.write(input).bytes],
        ['busan.docx', (await WRITERS.docx.write(input)).bytes],
      ] as const) {
        const {
          stories: [story],
        } = await importFile(name, bytes)
        expect([
          story?.blocks.filter((block) => block.text.includes('version said')),
          story?.losses.filter(({ what }) => what === 'the printed correction').map(({ count }) => count),
        ]).toEqual([[], [2]])
      }
    })
  })

  test('has the day on which readers could first see it, or the day of the last move', () => {
    const at = (events: readonly LedgerEvent[], days: readonly string[]) =>
      publicationDates(
        ledgerFrom(events).map((entry, index) => ({ ...entry, at: `2026-11-${days[index] ?? ''}T09:00:00Z` })),
      ).correction?.at
    expect(at([...opened(), moved('inReview', 'cleared')], ['01', '02', '03', '04'])).toBe('2026-11-04T09:00:00Z')
    expect(at([...published(), noted()], ['01', '02', '03', '04', '05', '06'])).toBe('2026-11-05T09:00:00Z')
  })
})

describe('coming back in', () => {
  const imported = async (name: string, bytes: Uint8Array) => {
    const {
      stories: [story],
    } = await importFile(name, bytes)
    return {
      copy: story?.blocks.map((block) => block.text).join('\n') ?? '',
      losses: story?.losses.map(({ what, example }) => `${what}: ${example}`) ?? [],
    }
  }

  test('a web page and a Word document drop it and list it', async () => {
    const page = await imported('busan.html', WRITERS.html.write(told(published())).bytes as Uint8Array)
    expect([
      page.copy.includes('An earlier version'),
      page.losses.filter((line) => line.includes('printed correction')),
    ]).toEqual([
      false,
      ['the printed correction: Correction, 30 October 2026: An earlier version said that the meeting lasted “9…'],
    ])
    const document = await imported(
      'busan.docx',
      (await WRITERS.docx.write({ ...told(published()), isLookedAt: true })).bytes,
    )
    expect([
      document.copy.includes('An earlier version'),
      document.losses.filter((line) => line.includes('printed correction')),
    ]).toEqual([
      false,
      ['the printed correction: Correction, 30 October 2026: An earlier version said that the meeting lasted “9…'],
    ])
  })

  test('Markdown, which has no mark for it, keeps it as a graf and lists it', async () => {
    const { copy, losses } = await imported('busan.md', WRITERS.markdown.write(told(published())).bytes)
    expect([
      copy.includes(LINE),
      losses.filter((line) => line.startsWith('printed corrections (kept as a graf): Correction, 30 October 2026:'))
        .length,
    ]).toEqual([true, 1])
  })

  test('wire text, which has it among the notes to the desk, drops and lists it; the ed note stays one', async () => {
    const { bytes } = WRITERS.text.write(told(published()))
    const { copy, losses } = await imported('busan.txt', bytes)
    expect([
      copy.startsWith('Trump and Xi hold first talks in six years\n'),
      copy.includes(LINE),
      losses.filter((line) => line.startsWith('the printed correction: Correction, 30 October 2026:')).length,
    ]).toEqual([true, false, 1])
    const {
      stories: [story],
    } = await importFile('busan.txt', bytes)
    expect([story?.blocks[0]?.role, story?.fields?.edNote]).toEqual(['headline', 'adds handshake.'])
  })

  test.each([
    ['a.json', 'ninjs'],
    ['a.xml', 'newsml-g2'],
    ['a.xml', 'nitf'],
  ] as const)(
    '%s: %s drops it and the signal of the version, and lists both; the ed note stays one',
    async (name, format) => {
      const {
        stories: [story],
      } = await importFile(name, WRITERS[format].write(told(published())).bytes)
      expect([
        story?.fields?.edNote,
        story?.blocks.some((block) => block.text.includes('An earlier version')),
        story?.losses
          .filter(({ what }) => /printed|desk/.test(what))
          .map(({ what, count, example }) => `${what} ${count}: ${example}`),
      ]).toEqual([
        'Eds: adds handshake.',
        false,
        [
          'desk notes 1: CORRECTION: version 2 replaces all earlier ones.',
          'the printed correction 1: Correction, 30 October 2026: An earlier version said that the meeting lasted “9…',
        ],
      ])
    },
  )

  test('a graf of another newsroom with the class of a correction, or its first words, stays copy', async () => {
    const { copy } = await imported(
      'a.html',
      new TextEncoder().encode(
        '<html><body><article><h1>Tugs</h1><p>One tug left the port today.</p><p class="correction">' +
          'Correction: it was two.</p></article></body></html>',
      ),
    )
    expect(copy).toContain('Correction: it was two.')
    expect(
      (await imported('b.txt', new TextEncoder().encode('Correction, please\n\nThe correction, 30 October 2026: no.')))
        .losses,
    ).toEqual([])
  })
})
