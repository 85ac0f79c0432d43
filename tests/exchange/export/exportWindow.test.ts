import { expect, test } from 'vitest'
import { WRITERS } from '../../../src/exchange/export/writers'
import { decode, inputFor, withBlocks } from '../busanStory'

const HOSTILE =
  '<img src=x onerror="require(\'fs\')"><iframe src="file:///etc/passwd"></iframe><script>' +
  'alert(1)</script><link rel=stylesheet href="http://127.0.0.1:9/x">'

test('the preview of a PDF has no element, handler or address of the copy (Notesnook CVE-2026-42090)', async () => {
  const story = withBlocks(
    [
      { role: 'headline', text: HOSTILE, spans: [] },
      { role: 'paragraph', text: HOSTILE, spans: [{ from: 0, to: 4, mark: 'link', href: 'javascript:alert(1)' }] },
      {
        role: 'cutline',
        text: HOSTILE,
        spans: [],
        picture: {
          file: 'f'.repeat(64),
          mediaType: 'image/png',
          width: 1,
          height: 1,
          alt: HOSTILE,
          credit: HOSTILE,
          rights: '',
          captured: '',
        },
      },
    ],
    { byline: [{ name: HOSTILE }] },
  )
  const { preview = new Uint8Array() } = await WRITERS.pdf.write(inputFor(story))
  const tags = decode(preview).match(/<[a-z!/][^>]*>/gi) ?? []
  expect([
    tags.length > 0,
    tags.filter((tag) => /^<(?:script|iframe|img|link|object|embed)|\son\w+=|javascript:|file:|http:/i.test(tag)),
  ]).toEqual([true, []])
})

test('a PDF holds no script, no file, no form and no address that the copy may not link to', async () => {
  const story = withBlocks([
    { role: 'headline', text: HOSTILE, spans: [] },
    {
      role: 'paragraph',
      text: 'Talks',
      spans: [
        { from: 0, to: 3, mark: 'link', href: 'javascript:alert(1)' },
        { from: 3, to: 5, mark: 'link', href: 'https://example.org/' },
      ],
    },
  ])
  const raw = Buffer.from((await WRITERS.pdf.write(inputFor(story))).bytes).toString('latin1')
  expect([
    raw.match(/\/(?:JS|JavaScript|Launch|EmbeddedFiles?|AcroForm|OpenAction|AA|GoToR|SubmitForm)\b/g),
    [...raw.matchAll(/\/URI \(([^)]*)\)/g)].map(([, address]) => address),
  ]).toEqual([null, ['https://example.org/']])
})

test('no export is a spreadsheet, in which text could become a formula (CVE-2021-41270)', () => {
  expect(
    Object.values(WRITERS)
      .map(({ mediaType }) => mediaType)
      .filter((type) => /csv|tab-separated|spreadsheet|excel/.test(type)),
  ).toEqual([])
  expect(
    decode(
      WRITERS.text.write(inputFor(withBlocks([{ role: 'paragraph', text: '=HYPERLINK("http://x")', spans: [] }], {})))
        .bytes,
    ),
  ).toContain('=HYPERLINK')
})
