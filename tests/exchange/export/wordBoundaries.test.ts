/** What rule 2 takes for a space, or for nothing, parts words in every export as in the words that were signed. */
import { expect, test, vi } from 'vitest'
import { outputTexts } from '../../../src/exchange/export/readBack/outputTexts'
import { WRITERS, type Writer } from '../../../src/exchange/export/writers'
import { projectSlice } from '../../../src/projection/print/projectSlice'
import type { Block } from '../../../src/story/copy/copy'
import { NO_PICTURE } from '../../../src/story/copy/picture'
import { EXPORT_FORMATS } from '../../../src/story/requests/requests'
import { canonical } from '../../../src/story/text/compare'
import { wordsByPdfJs } from '../../builders/files/pdfWords'
import { FIELDS, inputFor, withBlocks } from '../busanStory'

vi.setConfig({ testTimeout: 120_000 })

const everyCharacter = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
const likeASpace = everyCharacter.filter((sign) => canonical(`no${sign}table`) === 'no table')
const likeNothing = everyCharacter.filter((sign) => canonical(`no${sign}table`) === 'notable')

/** Each character between its own two words, so that one story asks about all of them. */
const pairs = (signs: readonly string[], word: string): readonly (readonly [string, string, string])[] =>
  signs.map((sign, index) => [`${word}x${index}`, sign, `y${index}x`])
const parted = pairs(likeASpace, 'p')
const joined = pairs(likeNothing, 'j')
const textOf = (role: string): string =>
  [...parted, ...joined].map(([before, sign, after]) => `${role}${before}${sign}${after}${role}`).join(' , ')

const copy: readonly Block[] = [
  { role: 'headline', text: textOf('h'), spans: [] },
  { role: 'deck', text: textOf('d'), spans: [] },
  { role: 'paragraph', text: textOf('b'), spans: [{ mark: 'bold', from: 3, to: 90 }] },
  { role: 'listItem', level: 1, list: 'bullet', text: textOf('l'), spans: [] },
  { role: 'cell', cell: { row: 0, column: 0 }, text: textOf('t'), spans: [] },
  {
    role: 'cutline',
    picture: { ...NO_PICTURE, alt: textOf('a'), credit: textOf('k'), rights: 'one use' },
    text: textOf('c'),
    spans: [],
  },
]
const story = withBlocks(copy, { ...FIELDS, contributors: textOf('f') })

/** Visible spaces, and what a format writes in their place. Not the rare separators: programs show them as nothing. */
const SPACE = /(?:[ \n\t\u00a0\u2000-\u200a\u202f\u205f\u3000]|&nbsp;|&#160;|&#xa0;)+/giu

/** Pairs that stand as one word, or as two, in the texts of an output. */
function read(texts: readonly string[]): { readonly asOne: readonly string[]; readonly asTwo: readonly string[] } {
  const whole = texts.join('\n').replaceAll('\u2060', '').replace(SPACE, ' ')
  const one = [...whole.matchAll(/[a-z](([pj])x(\d+)y\3x)[a-z]/g)].map(([, , kind, number]) => `${kind}${number}`)
  const two = [...whole.matchAll(/[a-z](([pj])x(\d+) y\3x)[a-z]/g)].map(([, , kind, number]) => `${kind}${number}`)
  return { asOne: [...new Set(one)].sort(), asTwo: [...new Set(two)].sort() }
}
const named = (kind: string, { length }: readonly unknown[]): readonly string[] =>
  Array.from({ length }, (_, index) => `${kind}${index}`).sort()
const asSigned = { asOne: named('j', likeNothing), asTwo: named('p', likeASpace) }

test('the characters that rule 2 folds are known', () => {
  expect([likeASpace.length, likeNothing.length]).toEqual([24, 4])
})

test.each(EXPORT_FORMATS.filter((format) => WRITERS[format].audience !== 'desk'))(
  'words are parted in %s as they were signed',
  async (format) => {
    const writer: Writer = WRITERS[format]
    const { bytes } = await writer.write(inputFor(story))
    // The scan reads a page in several ways, also with its lines run together.
    const texts =
      format === 'pdf'
        ? [await wordsByPdfJs(bytes)]
        : (await outputTexts(bytes, writer.mediaType)).map(({ text }) => text)
    expect(read(texts)).toEqual(asSigned)
  },
)

test('words are parted on the clipboard as they were signed', () => {
  const { html, text } = projectSlice(copy)
  expect([read([html]), read([text])]).toEqual([asSigned, asSigned])
})
