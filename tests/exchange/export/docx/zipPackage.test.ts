import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { zipPackage } from '../../../../src/exchange/export/docx/zipPackage'
import { unzipPackage } from '../../../../src/exchange/export/readBack/unzipPackage'

const STORY = 'The talks ended after two hours. '.repeat(100)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const small = (): Uint8Array =>
  zipPackage([
    ['a.xml', STORY],
    ['b.xml', '<b/>'],
    ['c.png', Uint8Array.from([1, 2, 3])],
  ])

describe('a Word package', () => {
  test('is read by us and by fflate with the parts that were written', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,12}\.xml$/)
    const content = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3000 }), fc.uint8Array({ maxLength: 3000 }))
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, content), { selector: ([one]) => one, maxLength: 6 }), (parts) => {
        const zip = zipPackage(parts)
        const expected = Object.fromEntries(
          parts.map(([one, what]) => [one, Buffer.from(typeof what === 'string' ? utf8(what) : what).toString('hex')]),
        )
        const hex = (found: Iterable<readonly [string, Uint8Array]>) =>
          Object.fromEntries([...found].map(([one, bytes]) => [one, Buffer.from(bytes).toString('hex')]))
        expect(hex(unzipPackage(zip))).toEqual(expected)
        expect(hex(Object.entries(unzipSync(zip)))).toEqual(expected)
      }),
      { numRuns: 100, seed: 5 },
    )
  })

  test('has the same bytes on every machine', () => {
    expect(createHash('sha256').update(small()).digest('hex')).toBe(
      '165e6c2eb47ff69c30b182263037b55ce5353906b62af62a304019adb93d3caa',
    )
  })

  test('may hold parts of many megabytes', () => {
    let state = 1
    const noise = Array.from({ length: 300_000 }, () =>
      String.fromCharCode(97 + ((state = (state * 48_271) % 2_147_483_647) % 26)),
    ).join('')
    const parts = [
      ['noise.xml', noise],
      ['long.xml', STORY.repeat(1000)],
    ] as const
    expect(unzipPackage(zipPackage(parts)).map(([, bytes]) => Buffer.from(bytes).toString())).toEqual(
      parts.map(([, text]) => text),
    )
  })
})
