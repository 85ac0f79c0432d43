import { describe, expect, test } from 'vitest'
import { ImportError } from '../../../src/exchange/import/parts/importError'
import { importFile } from '../../../src/exchange/import/importFile'
import { importMarkdown } from '../../../src/exchange/import/text/importMarkdown'
import { importText } from '../../../src/exchange/import/text/importText'
import { within } from '../../builders/time/processorTime'
import { haveSchemas, readShared, withSchemas } from '../sharedFolder'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, little: boolean, mark = true): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(little ? bytes : bytes.swap16())
}
const read = (text: string | Uint8Array, name = 'notes.txt') =>
  importText(typeof text === 'string' ? utf8(text) : text, name)
const shape = (text: string | Uint8Array) => read(text).blocks.map(({ role, text: words }) => `${role}: ${words}`)
const STORY = 'Talks end early\nLeaders leave Busan\nThe talks ended at noon.\nNobody said why.\n'
const SHAPE = [
  'headline: Talks end early',
  'deck: Leaders leave Busan',
  'paragraph: The talks ended at noon.',
  'paragraph: Nobody said why.',
]

describe('plain text', () => {
  test('the first line is the headline, the second the deck, then each line is a graf', () => {
    expect(read(STORY)).toEqual({
      blocks: [
        { role: 'headline', text: 'Talks end early', spans: [] },
        { role: 'deck', text: 'Leaders leave Busan', spans: [] },
        { role: 'paragraph', text: 'The talks ended at noon.', spans: [] },
        { role: 'paragraph', text: 'Nobody said why.', spans: [] },
      ],
      losses: [],
      language: 'en',
    })
  })

  test('a byline under the headline becomes a field', () => {
    const story = read('Talks end early\nLeaders leave Busan\nBy Kim Ji-woo and Lee Seo-yeon\nThe talks ended at noon.')
    expect({ roles: story.blocks.map(({ role }) => role), fields: story.fields }).toEqual({
      roles: ['headline', 'deck', 'paragraph'],
      fields: { byline: [{ name: 'Kim Ji-woo' }, { name: 'Lee Seo-yeon' }] },
    })
  })

  test('a byline above the headline becomes a field, and the headline stays one', () => {
    expect(read(`By Kim Min\n${STORY}`)).toEqual({ ...read(STORY), fields: { byline: [{ name: 'Kim Min' }] } })
    expect(shape('By The Numbers\nThe talks ended at noon.')[0]).toBe('headline: By The Numbers')
  })

  test.each([
    ['By Ann Lee, Reuters correspondent', [{ name: 'Ann Lee', role: 'Reuters correspondent' }]],
    ['By Ann Lee, Staff Writer, and Bob Kim', [{ name: 'Ann Lee', role: 'Staff Writer' }, { name: 'Bob Kim' }]],
    ['By ANN LEE AND KIM JI-WOO', [{ name: 'ANN LEE' }, { name: 'KIM JI-WOO' }]],
    ['BY ANN LEE, BOB KIM, AND ED ROE', [{ name: 'ANN LEE' }, { name: 'BOB KIM' }, { name: 'ED ROE' }]],
    ['By Ann Lee, Bob Kim', [{ name: 'Ann Lee' }, { name: 'Bob Kim' }]],
  ])('a role after a name is no person: %s', (line, byline) =>
    expect(read(`Talks end early\n${line}\nThe talks ended at noon.`).fields).toEqual({ byline }),
  )

  test('an embargo in the words of another desk is an ed note and listed, never the headline', () => {
    for (const line of [
      'EMBARGOED UNTIL 6 P.M.',
      'Under embargo until Friday',
      'Sperrfrist: Freitag, 18 Uhr',
      '엠바고 30일 18시',
    ])
      expect(read(`${line}\n${STORY}`)).toEqual({
        ...read(STORY),
        fields: { edNote: line },
        losses: [{ what: 'embargo that Stet cannot read as a time (set it in Fields)', count: 1, example: line }],
      })
    expect(shape('Embargo on oil is lifted\nThe talks ended at noon.')[0]).toBe('headline: Embargo on oil is lifted')
  })

  test('“Eds:” above the headline is the ed note; further down or without the label it is copy', () => {
    expect(read(`Eds: Adds handshake.\n\n${STORY}`)).toEqual({ ...read(STORY), fields: { edNote: 'Adds handshake.' } })
    expect(shape(`Adds handshake.\n${STORY}`)[0]).toBe('paragraph: Adds handshake.')
    expect(shape(`${STORY}Eds: Adds handshake.\n`)).toEqual([...SHAPE, 'paragraph: Eds: Adds handshake.'])
    expect(() => read('Eds: Adds handshake.')).toThrow('it contains no text')
  })

  test('notes of our own exports are read back in the language of the story, whatever Stet speaks', () => {
    const korean = [
      '초고. 보도용이 아님.',
      '엠바고: 2026-10-30T18:00:00+09:00(2026-10-30 09:00 UTC)까지. 그 전에는 보도할 수 없음.',
      '정정: 버전 2. 이전 버전을 모두 대체합니다.',
      '편집자 메모: 악수 장면 추가.',
      '정정(2026년 10월 30일): 회담은 100분 동안 열렸습니다.',
    ]
    const english = [
      'DRAFT. Not for publication.',
      'EMBARGOED until 2026-10-30T18:00:00+09:00 (2026-10-30 09:00 UTC). Not for publication before then.',
      'CORRECTION: version 2 replaces all earlier ones.',
      'Eds: 악수 장면 추가.',
      'Correction, 30 October 2026: 회담은 100분 동안 열렸습니다.',
    ]
    const body = '회담 조기 종료\n정상들이 부산을 떠났다\n회담은 정오에 끝났다.\n'
    for (const notes of [english, korean]) {
      const story = read(`${notes.join('\n')}\n\n${body}`)
      expect([story.fields, story.blocks]).toEqual([
        { edNote: '악수 장면 추가.', embargo: '2026-10-30T18:00:00+09:00' },
        read(body).blocks,
      ])
    }
  })

  test('a sentence is neither headline nor deck', () => {
    expect(shape('The talks ended at noon.\nNobody said why.')).toEqual([
      'paragraph: The talks ended at noon.',
      'paragraph: Nobody said why.',
    ])
    expect(shape('Talks end early\nThe talks ended at noon.\nNobody said why.')).toEqual([
      'headline: Talks end early',
      'paragraph: The talks ended at noon.',
      'paragraph: Nobody said why.',
    ])
    expect(shape('Talks end\nBUSAN, Oct. 30 — The talks ended\nat noon.')[1]).toBe(
      'paragraph: BUSAN, Oct. 30 — The talks ended',
    )
    expect(shape('Did the talks end?\nThe talks ended at noon.')[0]).toBe('headline: Did the talks end?')
    expect(shape('회담 조기 종료\n두 정상이 부산을 떠났다.')).toEqual([
      'headline: 회담 조기 종료',
      'paragraph: 두 정상이 부산을 떠났다.',
    ])
  })

  test('lines wrapped at a fixed width are joined into grafs', () => {
    expect(
      shape(`Talks end early

The leaders met in the morning and talked about trade, soybeans
and the rare earths that both of their countries need for their
factories, officials said.

Nobody said why the talks ended before noon, and the motorcades
left for the airport at once, one after the other, through the
rain.
`),
    ).toEqual([
      'headline: Talks end early',
      'paragraph: The leaders met in the morning and talked about trade, soybeans and the rare earths ' +
        'that both of their countries need for their factories, officials said.',
      'paragraph: Nobody said why the talks ended before noon, and the motorcades left for the airport ' +
        'at once, one after the other, through the rain.',
    ])
  })

  test.each([
    ['UTF-8 with mark', utf8(`\ufeff${STORY}`)],
    ['UTF-16 LE', utf16(STORY, true)],
    ['UTF-16 BE', utf16(STORY, false)],
    ['UTF-16 LE without mark', utf16(STORY, true, false)],
    ['UTF-16 BE without mark', utf16(STORY, false, false)],
    ['Windows line ends', utf8(STORY.replace(/\n/g, '\r\n'))],
    ['old Mac line ends', utf8(STORY.replace(/\n/g, '\r'))],
  ])('reads %s', (_, bytes) => {
    expect(shape(bytes)).toEqual(SHAPE)
  })

  test('stray control characters are removed and listed', () => {
    expect(read(`${STORY.repeat(20)}\u0007\u0007`).losses).toEqual([
      { what: 'control characters', count: 2, example: 'U+0007' },
    ])
  })

  test('a single NUL is a stray control character', () =>
    expect(read(`Talks end\u0000 early\n\nThey met.`)).toMatchObject({
      blocks: [{ text: 'Talks end early' }, { text: 'They met.' }],
      losses: [{ what: 'control characters', count: 1, example: 'U+0000' }],
    }))

  test.each([
    [
      'empty',
      new Uint8Array(),
      'a.txt was not imported: it is empty. Nothing in the library changed. Check that the right file was chosen.',
    ],
    [
      'blank',
      utf8(' \n\n '),
      'a.txt was not imported: it contains no text. Nothing in the library changed. Check that the ' +
        'right file was chosen.',
    ],
    [
      'invalid UTF-8',
      new Uint8Array([...utf8('Café '), 0xe9, 0x20, 0x78]),
      'a.txt was not imported: it is not valid UTF-8 text (byte 7). Nothing in the library changed. ' +
        'Open it in a text editor and save it as UTF-8.',
    ],
    [
      'cut off in a character',
      utf8('Café é').slice(0, -1),
      'a.txt was not imported: it is not valid UTF-8 text (byte 7). Nothing in the library changed. ' +
        'Open it in a text editor and save it as UTF-8.',
    ],
    [
      'an encoded surrogate',
      new Uint8Array([0x61, 0xed, 0xa0, 0x80]),
      'a.txt was not imported: it is not valid UTF-8 text (byte 2). Nothing in the library changed. ' +
        'Open it in a text editor and save it as UTF-8.',
    ],
    [
      'NUL-filled',
      new Uint8Array(4096),
      'a.txt was not imported: it is filled with NUL bytes, like a damaged or binary file. Nothing in ' +
        'the library changed. Open it in the program that made it and save it as UTF-8 text.',
    ],
    [
      'NUL-tailed',
      new Uint8Array([...utf8('Talks end'), 0, 0, 0, 0]),
      'a.txt was not imported: it is filled with NUL bytes, like a damaged or binary file. Nothing in ' +
        'the library changed. Open it in the program that made it and save it as UTF-8 text.',
    ],
    [
      'binary',
      new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]),
      'a.txt was not imported: it is a binary file, not text. Nothing in the library changed. Save it ' +
        'as UTF-8 text in the program that made it.',
    ],
    [
      'a PDF by its bytes',
      utf8('%PDF-1.7 x'),
      'a.txt was not imported: it is a PDF, not text. Nothing in the library changed. Save it as plain ' +
        'text or Markdown in the program that made it.',
    ],
    [
      'odd UTF-16',
      utf16('Talks', true).slice(0, -1),
      'a.txt was not imported: it is not valid UTF-16 text (byte 11). Nothing in the library changed. ' +
        'Open it in a text editor and save it as UTF-8.',
    ],
    [
      'UTF-16 with half a pair',
      utf16('Ta\ud800lks', true),
      'a.txt was not imported: it is not valid UTF-16 text (byte 7). Nothing in the library changed. ' +
        'Open it in a text editor and save it as UTF-8.',
    ],
  ])('refuses a file that is %s: names the file, the problem, and what to do', (_, bytes, message) => {
    expect(() => read(bytes, 'a.txt')).toThrow(ImportError)
    expect(() => read(bytes, 'a.txt')).toThrow(message)
  })

  test.each([
    ['page.pdf', '%PDF-1.7 x', 'page.pdf was not imported: it is a PDF, not text.'],
    ['notes.rtf', '{\\rtf1 x}', 'notes.rtf was not imported: it is rich text (RTF), not text.'],
    ['old.doc', '\u00d0\u00cf\u0011\u00e0 x', 'old.doc was not imported: it is an old Office document, not text.'],
  ])('refuses %s because of its content', async (name, text, message) => {
    await expect(
      importFile(name, Uint8Array.from([...text].map((character) => character.charCodeAt(0)))),
    ).rejects.toThrow(message)
  })

  test('reads a file with an unknown ending as plain text', async () => {
    expect(await importFile('constructor', utf8('Talks end early'))).toMatchObject({
      format: 'plain text',
      stories: [{ blocks: [{ text: 'Talks end early' }] }],
    })
  })

  test.each([
    ['2 MB in one line', 'The leaders met in Busan. '.repeat(80_000), 1],
    ['200,000 lines', 'The leaders met in Busan.\n'.repeat(200_000), 200_000],
    ['2 MB of one letter', 'a'.repeat(2_000_000), 1],
    ['2 MB of spaces in a line', `a${' '.repeat(2_000_000)}b`, 1],
    ['200,000 short lines', 'ab cd\n'.repeat(200_000), 200_000],
    ['2 MB without spaces', `${'회담'.repeat(500_000)}`, 1],
  ])('reads %s in under two seconds of processor time', { timeout: 120_000 }, async (_, text, blocks) => {
    const bytes = utf8(text)
    for (const reader of [importText, importMarkdown]) {
      const read = await within(2000, () => reader(bytes, 'a'))
      expect(read.blocks.length).toBeGreaterThanOrEqual(reader === importText ? blocks : 1)
    }
  })

  test.each([
    ['en', 'The talks ended at noon and nobody said why.'],
    ['de', 'Die Gespräche endeten am Mittag, und niemand sagte, warum sie nicht weitergingen.'],
    ['fr', 'Les dirigeants se sont rencontrés dans la ville et ont parlé de commerce.'],
    ['es', 'Los líderes se reunieron en la ciudad y hablaron de las tarifas.'],
    ['ko', '두 정상이 부산에서 만나 관세를 논의했다.'],
    ['ja', '両首脳は釜山で会談し、関税について話し合った。'],
    ['zh', '两国领导人在釜山会晤，讨论了关税问题。'],
    ['zh-Hant', '兩國領導人在釜山會晤，討論了關稅問題。'],
    ['ar', 'التقى الزعيمان في بوسان وناقشا الرسوم الجمركية.'],
    ['ru', 'Лидеры встретились в Пусане и обсудили пошлины.'],
    ['und', '12 : 30 — 45'],
  ])('detects %s', (language, text) => {
    expect(read(text).language).toBe(language)
  })
})

describe.skipIf(!haveSchemas)(withSchemas('the Busan story'), () => {
  test('is headline, deck and four grafs', () => {
    const story = importText(readShared('seed/busan-summit.txt'), 'busan-summit.txt')
    expect({
      parts: story.blocks.map(({ role }) => role),
      headline: story.blocks[0]?.text,
      deck: story.blocks[1]?.text,
      losses: story.losses,
      language: story.language,
    }).toEqual({
      parts: ['headline', 'deck', 'paragraph', 'paragraph', 'paragraph', 'paragraph'],
      headline: 'Trump and Xi hold first talks in six years',
      deck: 'Leaders meet in Busan to push trade deal and strengthen bilateral cooperation',
      losses: [],
      language: 'en',
    })
  })
})
