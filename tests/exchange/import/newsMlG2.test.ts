/** NewsML-G2: notes of several lines, and content in other encodings. */
import { describe, expect, test } from 'vitest'
import { WRITERS } from '../../../src/exchange/export/writers'
import { importFile } from '../../../src/exchange/import/importFile'
import { busanStory, decode, inputFor } from '../busanStory'

const first = async (text: string) => (await importFile('a.xml', new TextEncoder().encode(text))).stories[0]
const item = ({ meta = '', content = '' }) =>
  `<newsItem><itemMeta>${meta}</itemMeta><contentMeta><headline>Head</headline></contentMeta>` +
  `<contentSet>${content}</contentSet></newsItem>`

describe('an ed note', () => {
  test('of several lines leaves as one element a line and comes back', async () => {
    const edNote = 'Eds: adds handshake.\nPictures follow.'
    const text = decode(WRITERS['newsml-g2'].write(inputFor(busanStory({ edNote }))).bytes)
    expect([text.match(/<edNote>.*<\/edNote>/g), (await first(text))?.fields?.edNote]).toEqual([
      ['<edNote>Eds: adds handshake.</edNote>', '<edNote>Pictures follow.</edNote>'],
      edNote,
    ])
  })

  test('of others has its lines where it says so', async () => {
    expect((await first(item({ meta: '<edNote>One <br/>two\n   and three</edNote>' })))?.fields?.edNote).toBe(
      'One\ntwo and three',
    )
  })
})

describe('inlineData in base64', () => {
  const inline = (bytes: Uint8Array, type: string) =>
    item({
      content: `<inlineData contenttype="${type}" encoding="encd:base64">${Buffer.from(bytes).toString('base64')}</inlineData>`,
    })
  const read = async (bytes: Uint8Array, type: string) => {
    const story = await first(inline(bytes, type))
    return [
      story?.blocks.map(({ text }) => text),
      story?.losses.map(({ what, example }) => `${what}: ${example}`).filter((line) => line.startsWith('embedded')),
    ]
  }

  test('is read as the text that it is', async () => {
    const utf8 = (text: string) => new TextEncoder().encode(text)
    expect([
      await read(utf8('Words of the body.'), 'text/plain'),
      await read(utf8('<p>Words of <b>the</b> body.</p>'), 'text/html'),
    ]).toEqual([
      [['Head', 'Words of the body.'], []],
      [['Head', 'Words of the body.'], []],
    ])
  })

  test('that is no text is listed', async () => {
    expect(await read(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'image/jpeg')).toEqual([
      ['Head'],
      ['embedded documents: image/jpeg'],
    ])
  })
})
