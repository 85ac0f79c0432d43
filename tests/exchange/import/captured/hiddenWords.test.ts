/** Words that nobody sees in a captured file bear out nothing. */
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { whyNotLocator } from '../../../../src/checks/evidence/whyNotLocator'
import { docxOf, run } from '../../../builders/files/docxOf'
import { readCapturedText } from '../../../../src/exchange/import/captured/readCapturedText'
import { importDocx } from '../../../../src/exchange/import/docx/importDocx'

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

const OF_PARAGRAPHS =
  '<w:style w:type="paragraph" w:styleId="Off"><w:rPr><w:vanish/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="OffToo"><w:basedOn w:val="Off"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="On"><w:basedOn w:val="Off"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'

const inStyle = (id: string, runs: string) => `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${runs}</w:p>`

test.each([
  ['that its style hides', inStyle('Off', run('It killed 57.')), []],
  ['whose style is based on one that hides', inStyle('OffToo', run('It killed 57.')), []],
  ['whose style shows what its base hides', inStyle('On', run('It killed 57.')), ['It killed 57.']],
  [
    'that its style hides, but for a run',
    inStyle('Off', run('It killed 57') + run('Nobody died.', '<w:vanish w:val="0"/>')),
    ['Nobody died.'],
  ],
  [
    'that two styles hide, which shows it',
    inStyle('Off', run('It killed 57.', '<w:rStyle w:val="Hidden"/>')),
    ['It killed 57.'],
  ],
  [
    'whose former style hid it',
    `<w:p><w:pPr><w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="Off"/></w:pPr></w:pPrChange></w:pPr>${run('12')}</w:p>`,
    ['12'],
  ],
])('a Word file, as evidence and as a story, has or lacks a paragraph %s', async (_what, paragraph, shown) => {
  const bytes = docxOf(`${paragraph}<w:p>${run('After it.')}</w:p>`, { styles: STYLES + OF_PARAGRAPHS })
  const read = await grafsOf('a.docx', bytes)
  const [story] = (await importDocx(bytes, 'a.docx')).stories
  expect([read?.filter((text) => text !== ''), story?.blocks.map(({ text }) => text)]).toEqual([
    [...shown, 'After it.'],
    [...shown, 'After it.'],
  ])
})

test('the style of paragraphs that name none hides their words', async () => {
  const styles = '<w:style w:type="paragraph" w:default="1" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
  const bytes = docxOf(`<w:p>${run('57')}</w:p><w:p>${run('12', '<w:vanish w:val="0"/>')}</w:p>`, { styles })
  expect((await grafsOf('a.docx', bytes))?.filter((text) => text !== '')).toEqual(['12'])
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
