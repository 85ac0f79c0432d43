import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { outputTexts } from '../../../../src/exchange/export/readBack/outputTexts'
import { WRITERS } from '../../../../src/exchange/export/writers'
import { scanForLeaks } from '../../../../src/projection/scan/leakScan'
import { protectedTerms } from '../../../../src/projection/scan/protectedTerms'
import type { Block } from '../../../../src/story/copy/copy'
import type { Fields } from '../../../../src/story/ledger/fields'
import { busanStory, decode, inputFor, PUBLISHED, SECRET, withBlocks } from '../../busanStory'

const bytesOf = async (input: Parameters<typeof WRITERS.docx.write>[0]): Promise<Uint8Array> =>
  (await WRITERS.docx.write(input)).bytes
const part = (bytes: Uint8Array, name: string): string => decode(unzipSync(bytes)[name] ?? new Uint8Array())
/** Returns each paragraph as "Style: words". */
const paragraphs = (bytes: Uint8Array): string[] =>
  [...part(bytes, 'word/document.xml').matchAll(/<w:p>(.*?)<\/w:p>/g)].map(
    ([, inner = '']) =>
      `${/<w:pStyle w:val="(\w+)"/.exec(inner)?.[1] ?? 'Normal'}: ` +
      `${inner.replace(/<w:br\/>/g, '/').replace(/<[^>]*>/g, '')}`,
  )

describe('a Word document', () => {
  test('has headline, deck, byline, dateline, copy and rights in styles of their own', async () => {
    expect(paragraphs(await bytesOf(inputFor(busanStory({ contributors: 'Park contributed.' }))))).toEqual([
      'Title: Trump and Xi hold first talks in six years',
      'Subtitle: Leaders meet in Busan to push trade deal',
      'Byline: By Kim Ji-woo (Correspondent) and Lee Seo-yeon',
      'Normal: BUSAN, Oct. 30 — The leaders’ meeting lasted about 100 minutes; they emerged together.',
      'Normal: Trump called Xi “a very tough negotiator.”',
      'Contributors: Park contributed.',
      'Rights: (c) 2026 Example Wire',
    ])
  })

  test('carries marks, links and breaks, and counts each list from one', async () => {
    const item = (text: string, level: number, list: 'bullet' | 'ordered'): Block => ({
      role: 'listItem',
      level,
      list,
      text,
      spans: [],
    })
    const bytes = await bytesOf(
      inputFor(
        withBlocks(
          [
            {
              role: 'paragraph',
              text: 'one\ntwo',
              spans: [
                { from: 0, to: 3, mark: 'bold' },
                { from: 4, to: 7, mark: 'link', href: 'https://example.org/?a=1&b={2}' },
              ],
            },
            item('a', 1, 'ordered'),
            item('b', 2, 'bullet'),
            item('c', 1, 'ordered'),
            { role: 'subhead', level: 3, text: 'Later', spans: [] },
            item('d', 1, 'ordered'),
          ],
          {},
        ),
      ),
    )
    const document = part(bytes, 'word/document.xml')
    expect(document).toContain(
      '<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>one</w:t></w:r><w:r><w:br/></w:r><w:hyperlink r:id="rId4" w:history="1">',
    )
    expect(part(bytes, 'word/_rels/document.xml.rels')).toContain(
      'Target="https://example.org/?a=1&amp;b=%7B2%7D" TargetMode="External"',
    )
    expect(
      [...document.matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d)"\/>/g)].map(
        ([, level, id]) => `${level} in ${id}`,
      ),
    ).toEqual(['0 in 1', '1 in 2', '0 in 1', '0 in 3'])
  })

  test('reads from right to left in Arabic', async () => {
    const bytes = await bytesOf(
      inputFor(withBlocks([{ role: 'paragraph', text: 'محادثات', spans: [] }], { language: 'ar' })),
    )
    expect(part(bytes, 'word/document.xml')).toContain('<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr>')
  })

  test('a kill has no body, and a draft is marked', async () => {
    const events = [
      ...PUBLISHED,
      {
        kind: 'moved',
        from: 'published',
        to: 'killed',
        copyHash: 'x',
        blocks: 0,
        warns: 0,
        overrides: [],
        reason: 'x',
      },
    ] as const
    expect(paragraphs(await bytesOf(inputFor(busanStory({}, events))))).toEqual([
      'Title: Trump and Xi hold first talks in six years',
      'Subtitle: Leaders meet in Busan to push trade deal',
      'Byline: By Kim Ji-woo (Correspondent) and Lee Seo-yeon',
      'DeskNote: This story has been withdrawn.',
      'Rights: (c) 2026 Example Wire',
    ])
    expect(
      (await bytesOf(inputFor(busanStory(), { draft: true }))) &&
        paragraphs(await bytesOf(inputFor(busanStory(), { draft: true })))[0],
    ).toBe('DeskNote: DRAFT. Not for publication.')
  })

  test('the same version gives the same bytes, in every time zone', async () => {
    const before = process.env.TZ
    try {
      const made = []
      for (const zone of ['UTC', 'Asia/Seoul', 'America/St_Johns']) {
        process.env.TZ = zone
        made.push(
          Buffer.from(
            await bytesOf(inputFor(busanStory(), { dates: { version: '2026-10-30T09:00:00.000Z' } })),
          ).toString('base64'),
        )
      }
      expect(new Set(made).size).toBe(1)
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })
})

describe('the leak scan of packages', () => {
  const leaks = async (fields: Partial<Fields>, blocks?: readonly Block[]): Promise<string[]> => {
    const story = blocks ? withBlocks(blocks, fields) : busanStory(fields)
    const texts = await outputTexts(await bytesOf(inputFor(story)), WRITERS.docx.mediaType)
    return texts
      .flatMap((text) => scanForLeaks({ ...text, fileName: '' }, protectedTerms([SECRET]), [], story.copy))
      .map(({ what, place }) => `${what} ${place}`)
  }

  test.each<[string, Partial<Fields>]>([
    ['keywords in the core properties', { keywords: ['Park Min-seo'] }],
    ['the rights line', { copyrightLine: 'PARK MINSEO' }],
    ['a byline', { byline: [{ name: 'Park Min‑Seo' }] }],
  ])('finds a protected name in %s', async (_, fields) => {
    expect(await leaks(fields)).toContain('name elsewhere')
  })

  test('finds a name that two runs split, and a name in a link', async () => {
    const text = 'We met Park Min-seo there.'
    expect(await leaks({}, [{ role: 'paragraph', text, spans: [{ from: 9, to: 14, mark: 'bold' }] }])).toEqual([
      'name copy',
    ])
    expect(
      await leaks({}, [
        {
          role: 'paragraph',
          text: 'here',
          spans: [{ from: 0, to: 4, mark: 'link', href: 'https://example.org/park-min-seo' }],
        },
      ]),
    ).toEqual(['name elsewhere'])
  })

  test('finds nothing in a story without protected names', async () => {
    expect(await leaks({})).toEqual([])
  })
})
