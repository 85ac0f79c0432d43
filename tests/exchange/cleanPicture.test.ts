import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanPicture } from '../../src/exchange/out/cleanPicture'
import { jpegWithMetadata, plainJpeg, plainWebp, pngOf } from '../builders/pictures'

const SECRET = new TextEncoder().encode('SECRET place')
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1')

/** A chunk of a RIFF file. */
function riff(name: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(8 + data.length + (data.length % 2))
  whole.set(new TextEncoder().encode(name))
  new DataView(whole.buffer).setUint32(4, data.length, true)
  whole.set(data, 8)
  return whole
}

describe('a picture that leaves', () => {
  test('as JPEG says nothing of camera, place and people; only how it lies', () => {
    expect(text(cleanPicture(jpegWithMetadata(), 'image/jpeg'))).toBe(text(cleanPicture(plainJpeg(), 'image/jpeg')))
    const turned = cleanPicture(jpegWithMetadata(6), 'image/jpeg')
    expect([text(turned).includes('SECRET'), text(turned).includes('Exif'), (turned?.length ?? 0) - (cleanPicture(plainJpeg(), 'image/jpeg')?.length ?? 0)]).toEqual([false, true, 36])
    expect(text(cleanPicture(turned ?? new Uint8Array(), 'image/jpeg'))).toBe(text(turned))
  })

  test('as JPEG keeps no segment that shows nothing, and nothing behind the colour transform', () => {
    const segment = (marker: number, ...data: readonly number[]) => [0xff, marker, 0, data.length + 2, ...data]
    const adobe = [...new TextEncoder().encode('Adobe'), 0, 100, 0, 0, 0, 0, 1]
    const [start, rest] = [plainJpeg().subarray(0, 2), plainJpeg().subarray(2)]
    const dirty = Uint8Array.from([...start, ...segment(0xf0, ...SECRET), ...segment(0xc8, ...SECRET), ...segment(0x02, ...SECRET), ...segment(0xee, ...adobe, ...SECRET), ...rest])
    expect(text(cleanPicture(dirty, 'image/jpeg'))).toBe(text(Uint8Array.from([...start, ...segment(0xee, ...adobe), ...rest])))
  })

  test('as animated WebP drops what stands in its frames beside the pixels', () => {
    const frame = (...chunks: readonly Uint8Array[]) => riff('ANMF', Uint8Array.from([...new Uint8Array(16), ...chunks.flatMap((chunk) => [...chunk])]))
    const file = (...chunks: readonly Uint8Array[]) => {
      const bytes = Uint8Array.from([...plainWebp().subarray(0, 12), ...chunks.flatMap((chunk) => [...chunk])])
      new DataView(bytes.buffer).setUint32(4, bytes.length - 8, true)
      return bytes
    }
    const pixels = riff('VP8L', Uint8Array.from([1, 2, 3]))
    expect(text(cleanPicture(file(frame(pixels, riff('zzzz', SECRET)), frame(riff('EXIF', SECRET), pixels)), 'image/webp'))).toBe(text(file(frame(pixels), frame(pixels))))
  })

  test('as PNG keeps its pixels and drops its words', () => {
    const dirty = pngOf(3, 2, ['tEXt', SECRET], ['eXIf', SECRET], ['iTXt', SECRET], ['tIME', new Uint8Array(7)], ['zzZz', SECRET])
    expect(text(cleanPicture(Uint8Array.from([...dirty, ...SECRET]), 'image/png'))).toBe(text(pngOf(3, 2)))
  })

  test('as WebP drops its EXIF and XMP and says so in its header', () => {
    const plain = plainWebp()
    const body = plain.subarray(12)
    const extended = riff('VP8X', Uint8Array.from([0x0c, 0, 0, 0, 15, 0, 0, 7, 0, 0]))
    const parts = [...extended, ...body, ...riff('EXIF', SECRET), ...riff('XMP ', SECRET)]
    const dirty = Uint8Array.from([...plain.subarray(0, 12), ...parts])
    new DataView(dirty.buffer).setUint32(4, parts.length + 4, true)
    const clean = cleanPicture(dirty, 'image/webp')
    expect([text(clean).includes('SECRET'), clean?.[20], clean?.length]).toEqual([false, 0, 12 + extended.length + body.length])
  })

  test('as GIF drops comments and application data, and goes on repeating', () => {
    const head = [...new TextEncoder().encode('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
    const image = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
    const repeat = [0x21, 0xff, 11, ...new TextEncoder().encode('NETSCAPE2.0'), 3, 1, 0, 0, 0]
    const comment = [0x21, 0xfe, SECRET.length, ...SECRET, 0]
    const xmp = [0x21, 0xff, 11, ...new TextEncoder().encode('XMP DataXMP'), SECRET.length, ...SECRET, 0]
    expect([...(cleanPicture(Uint8Array.from([...head, ...repeat, ...comment, ...xmp, ...image, 0x3b, ...SECRET]), 'image/gif') ?? [])]).toEqual([...head, ...repeat, ...image, 0x3b])
  })

  test('that is cut short or no such picture does not leave', () => {
    for (const [bytes, type] of [[plainJpeg(), 'image/jpeg'], [pngOf(3, 2), 'image/png'], [plainWebp(), 'image/webp']] as const) {
      expect(cleanPicture(bytes.subarray(0, bytes.length - 12), type)).toBeUndefined()
      expect(cleanPicture(SECRET, type)).toBeUndefined()
    }
    expect(cleanPicture(new TextEncoder().encode('<svg/>'), 'image/svg+xml')).toBeUndefined()
  })

  test('never makes the reader run or throw, whatever the bytes', () => {
    fc.assert(fc.property(fc.constantFrom(plainJpeg(), pngOf(3, 2), plainWebp(), jpegWithMetadata(6)), fc.nat(2000), fc.nat(255), fc.constantFrom('image/jpeg', 'image/png', 'image/webp', 'image/gif'), (whole, at, value, type) => {
      const bytes = Uint8Array.from(whole)
      bytes[at % bytes.length] = value
      const clean = cleanPicture(bytes, type)
      expect(clean === undefined || clean.length <= bytes.length + 36).toBe(true)
    }), { numRuns: 2000, seed: 7 })
  })
})
