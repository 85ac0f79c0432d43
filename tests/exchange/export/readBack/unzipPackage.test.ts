import { deflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
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

describe('a package that is read for the leak scan', () => {
  test.each<readonly [string, (zip: Buffer) => Uint8Array]>([
    ['bytes before its parts', (zip) => Buffer.concat([utf8('hidden'), zip])],
    ['bytes after its end', (zip) => Buffer.concat([zip, utf8('hidden')])],
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
    ['no bytes at all', () => new Uint8Array()],
    [
      'a wrong length',
      (zip) => {
        const changed = Buffer.from(zip)
        changed.writeUInt32LE(7, changed.readUInt32LE(changed.length - 22 + 16) + 24)
        return changed
      },
    ],
  ])('is refused with %s, which the scan would not see', (_, change) => {
    expect(() => unzipPackage(change(Buffer.from(small())))).toThrow('The file is not one that Stet wrote')
  })

  test('is refused with words after the end of a deflated part', () => {
    const zip = Buffer.from(zipSync({ 'a.xml': utf8(STORY) }, { level: 6 }))
    expect(unzipPackage(zip).map(([, bytes]) => Buffer.from(bytes).toString())).toEqual([STORY])
    const data = Buffer.concat([deflateRawSync(utf8(STORY)), utf8('hidden')])
    const stretched = Buffer.concat([zip.subarray(0, 30 + 5), data, zip.subarray(zip.readUInt32LE(zip.length - 6))])
    const list = 35 + data.length
    stretched.writeUInt32LE(data.length, 18)
    stretched.writeUInt32LE(data.length, list + 20)
    stretched.writeUInt32LE(list, stretched.length - 6)
    expect(() => unzipPackage(stretched)).toThrow('The file is not one that Stet wrote: a.xml.')
  })
})
