import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WRITERS } from '../../src/exchange/out/writers'
import { decode, inputFor, withBlocks } from './busanStory'

const HOSTILE = '<img src=x onerror="require(\'fs\')"><iframe src="file:///etc/passwd"></iframe><script>alert(1)</script><link rel=stylesheet href="http://127.0.0.1:9/x">'

test('the page that is printed holds no element, handler or address of the copy (Notesnook CVE-2026-42090)', async () => {
  const pages: string[] = []
  const print = (page: string): Promise<Uint8Array> => {
    pages.push(page)
    return Promise.reject(new Error('seen'))
  }
  const story = withBlocks([{ role: 'headline', text: HOSTILE, spans: [] }, { role: 'paragraph', text: HOSTILE, spans: [{ from: 0, to: 4, mark: 'link', href: 'javascript:alert(1)' }] }, { role: 'cutline', text: HOSTILE, spans: [], picture: { file: 'f'.repeat(64), mediaType: 'image/png', width: 1, height: 1, alt: HOSTILE, credit: HOSTILE, rights: '', captured: '' } }], { byline: [{ name: HOSTILE }] })
  await expect(WRITERS.pdf.write(inputFor(story, { print }))).rejects.toThrow('seen')
  const tags = pages.flatMap((page) => page.match(/<[a-z!/][^>]*>/gi) ?? [])
  expect([pages.length, tags.filter((tag) => /^<(?:script|iframe|img|link|object|embed)|\son\w+=|javascript:|file:|http:/i.test(tag))]).toEqual([1, []])
})

test('the window that prints allows no script and reaches no network', () => {
  const source = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'main', 'print', 'printPdf.ts'), 'utf8')
  const [, policy = ''] = /POLICY = "([^"]+)"/.exec(source) ?? []
  expect(policy.split('; ')).toEqual(["default-src 'none'", "style-src 'unsafe-inline'", 'font-src data:', 'img-src data:', "base-uri 'none'", "form-action 'none'"])
})

test('no export is a spreadsheet, in which text could become a formula (CVE-2021-41270)', () => {
  expect(Object.values(WRITERS).map(({ mediaType }) => mediaType).filter((type) => /csv|tab-separated|spreadsheet|excel/.test(type))).toEqual([])
  expect(decode(WRITERS.text.write(inputFor(withBlocks([{ role: 'paragraph', text: '=HYPERLINK("http://x")', spans: [] }], {}))).bytes)).toContain('=HYPERLINK')
})
