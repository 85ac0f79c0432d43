import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { unzipPackage, zipPackage } from '../../../../src/exchange/export/docx/zipPackage'

const STORY = 'The talks ended after two hours. '.repeat(100)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const small = (): Uint8Array =>
  zipPackage([
    ['a.xml', STORY],
    ['b.xml', '<b/>'],
    ['c.png', Uint8Array.from([1, 2, 3])],
  ])

describe('a package', () => {
  test('comes back as it went in, for us and for others, whatever its parts hold', () => {
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

  test('is the same to the byte on every machine', () => {
    expect(createHash('sha256').update(small()).digest('hex')).toBe(
      '165e6c2eb47ff69c30b182263037b55ce5353906b62af62a304019adb93d3caa',
    )
  })

  test('holds parts of many megabytes', () => {
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

  test.each<readonly [string, (zip: Buffer) => Uint8Array]>([
    ['bytes before its parts', (zip) => Buffer.concat([utf8('hidden'), zip])],
    ['bytes behind its end', (zip) => Buffer.concat([zip, utf8('hidden')])],
    [
      'bytes between parts and list',
      (zip) => {
        const end = zip.length - 22
        const list = zip.readUInt32LE(end + 16)
        const changed = Buffer.concat([zip.subarray(0, list), utf8('hidden'), zip.subarray(list)])
        changed.writeUInt32LE(list + 6, end + 6 + 16)
        return changed
      },
    ],
    [
      'a comment',
      (zip) => {
        const changed = Buffer.concat([zip, utf8('hidden')])
        changed.writeUInt16LE(6, zip.length - 2)
        return changed
      },
    ],
    ['its end cut off', (zip) => zip.subarray(0, zip.length - 1)],
    ['nothing in it', () => new Uint8Array()],
    [
      'a wrong length',
      (zip) => {
        const changed = Buffer.from(zip)
        changed.writeUInt32LE(7, changed.readUInt32LE(changed.length - 22 + 16) + 24)
        return changed
      },
    ],
  ])('with %s is refused: what nobody sees in it could leave unread', (_what, change) => {
    expect(() => unzipPackage(change(Buffer.from(small())))).toThrow('The package is not one of ours')
  })

  test('with words behind the end of a deflated part is refused', () => {
    const zip = Buffer.from(zipSync({ 'a.xml': utf8(STORY) }, { level: 6 }))
    expect(unzipPackage(zip).map(([, bytes]) => Buffer.from(bytes).toString())).toEqual([STORY])
    const data = Buffer.concat([deflateRawSync(utf8(STORY)), utf8('hidden')])
    const stretched = Buffer.concat([zip.subarray(0, 30 + 5), data, zip.subarray(zip.readUInt32LE(zip.length - 6))])
    const list = 35 + data.length
    stretched.writeUInt32LE(data.length, 18)
    stretched.writeUInt32LE(data.length, list + 20)
    stretched.writeUInt32LE(list, stretched.length - 6)
    expect(() => unzipPackage(stretched)).toThrow('The package is not one of ours: a.xml.')
  })
})
