/** Words that nobody sees in a captured file bear out nothing. */
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { whyNotLocator } from '../../../../src/checks/evidence/whyNotLocator'
import { docxOf, run } from '../../../builders/files/docxOf'
import { readCapturedText } from '../../../../src/exchange/import/captured/readCapturedText'

const grafsOf = async (name: string, bytes: Uint8Array) =>
  (await readCapturedText(name, bytes))?.parts.map(({ text }) => text)

test.each([
  ['an element', '<p>It killed 12.</p><div hidden><p>It killed 57.</p></div>'],
  ['a graf', '<p>It killed 12.</p><p style="display: none">It killed 57.</p>'],
  ['words in a graf', '<p>It killed <span style="visibility:hidden">57, not </span>12.</p>'],
])('a page that hides %s is read without it, and so is mail', async (_what, body) => {
  const page = `<!doctype html><body style="visibility: hidden">${body}</body>`
  expect(await grafsOf('page.html', strToU8(page))).toEqual(['It killed 12.'])
  const mail = `From: kim@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${body}`
  expect((await grafsOf('mail.eml', strToU8(mail)))?.slice(1)).toEqual(['It killed 12.'])
})

const STYLES =
  '<w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="Note"><w:basedOn w:val="Hidden"/></w:style>'

test.each([
  ['hidden', run('not ', '<w:vanish/>'), 'did resign'],
  ['hidden by its style', run('not ', '<w:rStyle w:val="Note"/>'), 'did resign'],
  ['shown in spite of its style', run('not ', '<w:rStyle w:val="Note"/><w:vanish w:val="0"/>'), 'did not resign'],
  [
    'hidden before a change',
    run('not ', '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
    'did not resign',
  ],
  ['moved away', `<w:moveFrom w:id="1" w:author="Kim">${run('not ')}</w:moveFrom>`, 'did resign'],
  ['moved here', `<w:moveTo w:id="1" w:author="Kim">${run('not ')}</w:moveTo>`, 'did not resign'],
])('a Word file is read as Word shows it: a word that is %s', async (_what, word, text) => {
  const bytes = docxOf(`<w:p>${run('did ')}${word}${run('resign')}</w:p>`, { styles: STYLES })
  expect(await grafsOf('a.docx', bytes)).toEqual([text])
})

test('a file of text without a word holds no excerpt; a scan is compared with nothing', () => {
  const cited = { locator: 'whole', excerpt: 'It killed 57.' }
  const why = (captured: Parameters<typeof whyNotLocator>[3]) =>
    whyNotLocator(cited, 'official', '2026-10-30', captured)
  expect([
    why({ kind: 'page', text: { parts: [] } }),
    why({ kind: 'pdf', text: { pages: 1, parts: [{ page: 1, text: '' }] } }),
  ]).toEqual([expect.stringContaining('excerpt'), undefined])
})
