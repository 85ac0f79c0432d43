import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { occurrencesOf } from '../../../../src/checks/evidence/foldedText'
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
