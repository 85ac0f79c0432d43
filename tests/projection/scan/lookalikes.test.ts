/** Names in look-alike letters, with middle names, over cells, and in escapes within escapes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanForLeaks } from '../../../src/projection/scan/leakScan'
import table from '../../../src/projection/scan/readings/lookalikes/confusables.json' with { type: 'json' }
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import type { Copy } from '../../../src/story/copy/copy'
import { tableOf } from '../../../src/story/copy/tables'
import { POOL } from '../../builders/stories/storyFrom'
import { within } from '../../builders/time/processorTime'

const scan = (name: string, text: string, mediaType = 'text/plain', copy: Copy = []) =>
  scanForLeaks(
    { text, fileName: '', mediaType },
    protectedTerms([{ ...POOL, name, kind: 'person', protected: true, aliases: [], contact: '' }]),
    [],
    copy,
  )
const found = (name: string, text: string, mediaType?: string): boolean => scan(name, text, mediaType).length > 0

describe('the table of look-alikes', () => {
  test('says its version, source and licence', () => {
    expect([
      Number.parseInt(table.version, 10) >= 17,
      table.source !== '',
      table.licence.startsWith('Unicode-3.0'),
    ]).toEqual([true, true, true])
  })

  test('gives away every name in its signs', () => {
    const looks = new Map<string, readonly string[]>(
      table.lookalikes.map(([image = '', signs = '']) => [image, [...signs]]),
    )
    const written = (letter: string): fc.Arbitrary<string> => fc.constantFrom(letter, ...(looks.get(letter) ?? []))
    const NAMES = [
      'Daniel Okafor',
      'Marta Quill',
      'Simon Farmer',
      'Пётр Соколов',
      'Νίκος Παππάς',
      'Okonkwo',
      'İpek Yılmaz',
    ]
    fc.assert(
      fc.property(
        fc
          .constantFrom(...NAMES)
          .chain((name) => fc.constantFrom(name, name.toUpperCase()).map((form) => [name, form] as const))
          .chain(([name, form]) => fc.tuple(fc.constant(name), fc.tuple(...[...form].map(written)))),
        ([name, signs]) => found(name, `so ${signs.join('')} said`),
      ),
      { numRuns: 3000, seed: 7 },
    )
  })
})

describe('a name is found', () => {
  test.each([
    ['Daniel Okafor', 'ᴅᴀɴɪᴇʟ ᴏᴋᴀғᴏʀ'],
    ['Daniel Okafor', 'ᴅᴀɴɪᴇʟ ᴏᴋᴀꜰᴏʀ'],
    ['Marta Quill', 'ᴍᴀʀᴛᴀ ǫᴜɪʟʟ'],
    ['Marta Quill', 'ᴍᴀʀᴛᴀ ꞯᴜɪʟʟ'],
    ['Simon Farmer', 'ꜱɪᴍᴏɴ ғᴀʀᴍᴇʀ'],
    ['Daniel Okafor', 'Daniel “Chuks” Okafor'],
    ['Daniel Okafor', 'Okafor, Mr. Daniel'],
    ['Daniel Okafor', 'Daniel van der Okafor'],
    ['Daniel Okafor', 'interview-daniel-chukwuemeka-okafor.txt'],
    ['Daniel Okafor', 'D. Okafor'],
    ['Daniel Okafor', 'D.C. Okafor'],
    ['ليلى حداد', 'ليلى أحمد حداد'],
    ['ليلى حداد', 'ليلــى حداد'],
    ['Jürgen Strauß', 'Juergen Strauss'],
    ['이준', '이준은 떠났다'],
    ['이준', '이준과의 통화'],
    ['이준', '이준께서는 떠났다'],
    ['이준', '이준에게서도 들었다'],
    ['이준', '이준이가 말했다'],
    ['이준', '이준으로부터 받았다'],
    ['이준', '이준보다는'],
    ['이준', '제보자는 이준이었던 것'],
    ['이준', '이준인데'],
    ['이준', '이준측은 말했다'],
    ['이준', '이준대표이사가'],
    ['이준', '이준만큼은'],
    ['이준', '이준인지'],
    ['이준', '이준에게선'],
    ['이준', '이준인가를'],
    ['이준', '이준까지도'],
    ['남궁민', '남궁 민은 떠났다'],
    ['남궁민', '남궁 민 씨'],
    ['황보관', '황보·관'],
    ['Daniel Okafor', '| Name | Room |\n| --- | --- |\n| Daniel | 12 |\n| Okafor | 14 |'],
    ['Daniel Okafor', '&lt;b&gt;%44%61niel&amp;nbsp;Okafor'],
    ['Daniel Okafor', `Daniel%${'25'.repeat(40)}20Okafor`],
    ['José Muñoz', 'Jos%E9%20Mu%F1oz'],
  ])('%s in “%s”', (name, text) => expect(found(name, `so ${text} so`)).toBe(true))

  test('down two rows of a table in a page', () => {
    const page = (a: string, b: string): string =>
      `<table>\n<tr>\n<td>${a}</td>\n<td>12</td></tr>\n<tr><td>${b}</td><td>14</td></tr></table>`
    expect(found('Daniel Okafor', page('Daniel', 'Okafor'), 'text/html')).toBe(true)
    expect(found('Daniel Okafor', page('Daniel Carter', 'Ngozi Okafor'), 'text/html')).toBe(false)
  })
})

describe('a name is not found', () => {
  test.each([
    ['Daniel Okafor', 'Daniel Carter, Ngozi Okafor'],
    ['Daniel Okafor', 'Daniel spoke. Then Mr. Okafor did'],
    ['Daniel Okafor', 'N. Okafor'],
    ['Daniel Okafor', 'Daniel Meets Okafor'],
    ['Daniel Okafor', 'daniel-and-okafor-hold-talks.html'],
    ['Daniel Okafor', 'daniel-of-the-okafor-clan.html'],
    ['Comer', 'round the corner'],
    ['Bali', 'the ball game'],
    ['이준', '이 준비된 문서'],
    ['이준', '이준석 대표'],
    ['이준', '이준일 대표'],
    ['이정', '이 정도로는 부족하다'],
    ['이하', '이 하나의 이유'],
    ['한여', '한 여인의 이야기'],
    ['강원', '강원도의 힘'],
    ['김정', '김정은은 말했다'],
    ['유대', '유대인의'],
    ['전문', '전문가는'],
    ['이준', '이준자 씨와'],
    ['이준', '이준만나서'],
    ['남궁민', '남궁 민원실'],
    ['May', 'On May 5 and in May'],
    ['Rose', 'prices rose; the White House Rose Garden was full of guests again'],
    ['Will', 'Will the council meet? It will.'],
  ])('%s in “%s”', (name, text) => expect(found(name, text)).toBe(false))
})

describe('a name over two cells of the copy', () => {
  const cells = tableOf(
    [
      ['Name', 'Room'],
      ['Daniel', '12'],
      ['Okafor', '14'],
    ].map((row) => row.map((text) => ({ text, spans: [] }))),
    true,
  )
  test('may be confirmed there, and nowhere else', () => {
    const [hit, ...others] = scan('Daniel Okafor', 'Name | Room\nDaniel | 12\nOkafor | 14', 'text/plain', cells)
    expect([hit?.place, hit?.confirmable, hit?.where?.block, others]).toEqual(['copy', true, 2, []])
    expect(scan('Daniel Okafor', 'Name | Age\nDaniel | 60\nOkafor | 61', 'text/plain', cells)[0]?.confirmable).toBe(
      false,
    )
  })
})

describe('hostile texts take no longer than their length', () => {
  test.each([
    ['first names', 'Daniel Carter '.repeat(20_000)],
    ['percent signs', `%${'25'.repeat(100_000)}zz `],
    ['entities', '&amp;'.repeat(50_000)],
    ['nested entities', `&${'amp;'.repeat(50_000)}`],
    ['tabs', 'Daniel\t'.repeat(50_000)],
    ['rows', 'Daniel\tx\n'.repeat(30_000)],
    ['bars', '|'.repeat(100_000)],
    ['hyphens', 'a-\n'.repeat(50_000)],
    ['initials', 'D. '.repeat(50_000)],
    ['addresses', 'd okafor at '.repeat(20_000)],
    ['look-alikes', 'Dаniel Оk '.repeat(20_000)],
    ['tags', '<td>'.repeat(50_000)],
  ])('%s', { timeout: 120_000 }, async (_, text) => {
    for (const mediaType of ['text/plain', 'text/html'])
      expect(await within(4000, () => found('Daniel Okafor', text, mediaType))).toBe(false)
  })
})
