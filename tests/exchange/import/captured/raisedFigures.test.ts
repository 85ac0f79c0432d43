import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { holdsExcerpt } from '../../../../src/checks/evidence/findInCaptured'
import { occurrencesOf } from '../../../../src/checks/evidence/foldedText'
import { docxOf } from '../../../builders/files/docxOf'
import { readCapturedText } from '../../../../src/exchange/import/captured/readCapturedText'

test.each([
  ['a saved page', 'page.html', '<!doctype html><body><p>About 10<sup>6</sup> viruses</p></body>'],
  [
    'a mail',
    'mail.eml',
    'From: kim@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>About 10<sup>6</sup> viruses</p>',
  ],
])('%s that says 10⁶ bears out no fact of 106', async (_of, name, file) => {
  const texts = (await readCapturedText(name, strToU8(file)))?.parts.map(({ text }) => text) ?? []
  expect(texts.at(-1)).toBe('About 10⁶ viruses')
  expect(['106', '10⁶'].map((figure) => texts.flatMap((text) => occurrencesOf(figure, text)).length)).toEqual([0, 1])
})

test('cells and grafs of a captured page stay apart, whatever their style', async () => {
  const page =
    '<!doctype html><body><table><tr><td style="vertical-align: super">12</td><td style="vertical-align: sub">34</td>' +
    '</tr></table><p style="vertical-align: super">5</p><p>6</p></body>'
  const read = await readCapturedText('page.html', strToU8(page))
  expect(read?.parts.map(({ text }) => text)).toEqual(['12', '34', '5', '6'])
})

const RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
const LOWERED = '<w:rPr><w:vertAlign w:val="subscript"/></w:rPr>'
const run = (text: string, properties = '') => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`

test.each([
  ['an exponent', `${run('About 10')}${run('6', RAISED)}${run(' viruses')}`, 'About 10⁶ viruses'],
  ['runs that Word split', `${run('10')}${run('-', RAISED)}${run('6', RAISED)}${run(' m')}`, '10⁻⁶ m'],
  ['an index', `${run('H')}${run('2', LOWERED)}${run('O')}`, 'H₂O'],
  ['what has no letters', `${run('10')}${run('6.5', RAISED)}${run(', 25')}${run('th', RAISED)}`, '10^6.5, 25th'],
  ['the end of a paragraph', `${run('10')}${run('6', RAISED)}`, '10⁶'],
  ['the style of the paragraph mark', `<w:pPr>${RAISED}</w:pPr>${run('106')}`, '106'],
  [
    'a style that was changed',
    run('106', `<w:rPr><w:b/><w:rPrChange w:id="1" w:author="Kim">${RAISED}</w:rPrChange></w:rPr>`),
    '106',
  ],
  ['a level that was taken back', `${run('10', '<w:rPr><w:vertAlign w:val="baseline"/></w:rPr>')}${run('6')}`, '106'],
])('a Word file is read with the levels of its figures: %s', async (_of, body, text) => {
  const read = await readCapturedText('a.docx', docxOf(`<w:p>${body}</w:p>`))
  expect(read?.parts.map((part) => part.text)).toEqual([text])
})

const STYLES =
  `<w:style w:type="character" w:styleId="Raised">${RAISED}</w:style>` +
  '<w:style w:type="character" w:styleId="Power"><w:basedOn w:val="Raised"/></w:style>' +
  '<w:style w:type="character" w:styleId="One"><w:basedOn w:val="Two"/></w:style>' +
  `<w:style w:type="character" w:styleId="Two"><w:basedOn w:val="One"/>${RAISED}</w:style>` +
  '<w:style w:type="character" w:styleId="Lost"><w:basedOn w:val="Nowhere"/></w:style>'
test.each([
  ['its own', '<w:rPr><w:rStyle w:val="Raised"/></w:rPr>', 'About 10⁶'],
  ['one that it is based on', '<w:rPr><w:rStyle w:val="Power"/></w:rPr>', 'About 10⁶'],
  ['none', '<w:rPr><w:rStyle w:val="Other"/></w:rPr>', 'About 106'],
  ['one of a circle of styles', '<w:rPr><w:rStyle w:val="One"/></w:rPr>', 'About 10⁶'],
  ['one that is based on none', '<w:rPr><w:rStyle w:val="Lost"/></w:rPr>', 'About 106'],
  [
    'a plain one behind the level',
    '<w:rPr><w:vertAlign w:val="superscript"/><w:rStyle w:val="Lost"/></w:rPr>',
    'About 10⁶',
  ],
  ['another level beside it', '<w:rPr><w:rStyle w:val="Raised"/><w:vertAlign w:val="baseline"/></w:rPr>', 'About 106'],
])('a Word file is read with the levels of its named styles: %s', async (_of, properties, text) => {
  const read = await readCapturedText(
    'a.docx',
    docxOf(`<w:p>${run('About 10')}${run('6', properties)}</w:p>`, { styles: STYLES }),
  )
  expect(read?.parts.map((part) => part.text)).toEqual([text])
})

test.each([
  ['10', '10⁶'],
  ['6', '10⁶'],
  ['10', '10⁻⁶'],
  ['⁶', '10⁻⁶'],
  ['10', '10^6.5'],
  ['6.5', '10^6.5'],
  ['2', 'H₂O'],
  ['2', 'x₂₊₁'],
])('a part of a figure is not found in it: %s in %s', (part, figure) => {
  expect(occurrencesOf(part, `About ${figure} viruses`)).toEqual([])
  expect(occurrencesOf(figure, `About ${figure} viruses`)).toEqual([{ from: 6, to: 6 + figure.length }])
})

test.each([
  ['CO2 emissions', 'The CO₂ emissions fell'],
  ['CO₂ emissions', 'The CO2 emissions fell'],
  ['100 km2', 'About 100 km² burned'],
  ['C12H22', 'C₁₂H₂₂ is sugar'],
])('figures behind a letter are found however they are written: %s in %s', (words, text) => {
  const [found] = occurrencesOf(words, text)
  expect(found && text.slice(found.from, found.to)).toHaveLength(words.length)
})

test('an excerpt that was kept when a page read CO2 is found where it reads CO₂', async () => {
  const page = '<!doctype html><body><p>The CO<sub>2</sub> emissions of 10<sup>6</sup> cars</p></body>'
  const text = await readCapturedText('page.html', strToU8(page))
  expect(['CO2 emissions', 'emissions of 106 cars'].map((excerpt) => text && holdsExcerpt(excerpt, text))).toEqual([
    true,
    false,
  ])
})
