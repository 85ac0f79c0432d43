import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { cleanPicture } from '../../../../src/exchange/export/pictures/cleanPicture'
import { colourProfile } from '../../../../src/exchange/export/pictures/colourProfile'
import { jpegWithMetadata, plainJpeg, plainWebp, pngOf } from '../../../builders/files/pictures'

const SECRET = new TextEncoder().encode('SECRET place')
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1')

/** Tags with their bytes as letters. */
function tagsOf(profile: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(profile.buffer, profile.byteOffset)
  return new Map(
    Array.from({ length: view.getUint32(128) }, (_, index) => {
      const [at, from, size] = [132 + index * 12, view.getUint32(136 + index * 12), view.getUint32(140 + index * 12)]
      return [text(profile.subarray(at, at + 4)), text(profile.subarray(from, from + size))]
    }),
  )
}

const numbers = (type: string, ...bytes: readonly number[]): Uint8Array =>
  Uint8Array.from([...new TextEncoder().encode(type), 0, 0, 0, 0, ...bytes])
const curve = numbers('para', 0, 0, 0, 0, 0, 2, 0x33, 0x33)
const COLOURS: ReadonlyMap<string, Uint8Array> = new Map([
  ...['wtpt', 'rXYZ', 'gXYZ', 'bXYZ'].map(
    (tag, index) => [tag, numbers('XYZ ', 0, 0, 1, index, 0, 0, 2, index, 0, 0, 3, index)] as const,
  ),
  ...['rTRC', 'gTRC', 'bTRC'].map((tag) => [tag, curve] as const),
])

/**
 * Makes the profile of a screen: words in these tags, a device in its header, words between its tags. `filler`: bytes
 * of a curve, so that one segment is too small.
 */
function profileOf({
  version,
  filler = 0,
  ...said
}: { readonly version: number; readonly filler?: number } & Readonly<Record<string, string | number>>): Uint8Array {
  const tags = new Map([
    ...Object.entries(said).map(
      ([tag, words]) => [tag, numbers('text', ...new TextEncoder().encode(String(words)), 0)] as const,
    ),
    ...COLOURS,
  ])
  if (filler > 0)
    tags.set(
      'kTRC',
      Uint8Array.from([
        ...numbers('curv', ...[24, 16, 8, 0].map((shift) => (filler >> shift) & 255)),
        ...new Uint8Array(2 * filler),
      ]),
    )
  const start = 132 + tags.size * 12
  const gap = new TextEncoder().encode('SECRET between')
  const size = [...tags.values()].reduce((sum, data) => sum + data.length + gap.length, start)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, size)
  bytes.set([version, 0x10], 8)
  bytes.set(new TextEncoder().encode('mntrRGB XYZ '), 12)
  ;[2026, 10, 30, 9, 0, 0].forEach((part, index) => view.setUint16(24 + 2 * index, part))
  bytes.set(new TextEncoder().encode('acspAPPL'), 36)
  bytes.set(new TextEncoder().encode('CAMRSECR'), 48)
  bytes.set([0, 0, 0, 1], 64)
  bytes.set(new TextEncoder().encode('SECRETCR'), 80)
  bytes.fill(7, 88, 128)
  view.setUint32(128, tags.size)
  let at = start
  ;[...tags].forEach(([tag, data], index) => {
    bytes.set(new TextEncoder().encode(tag), 132 + index * 12)
    view.setUint32(136 + index * 12, at)
    view.setUint32(140 + index * 12, data.length)
    bytes.set(data, at)
    bytes.set(gap, at + data.length)
    at += data.length + gap.length
  })
  return bytes
}

/** Returns the same picture with this profile, or without one. PNG has it stored, not compressed. */
function withProfile(mediaType: 'image/jpeg' | 'image/png' | 'image/webp', profile?: Uint8Array): Uint8Array {
  if (mediaType === 'image/png')
    return profile
      ? pngOf(3, 2, [
          'iCCP',
          Uint8Array.from([...new TextEncoder().encode('ICC'), 0, 0, ...deflateSync(profile, { level: 0 })]),
        ])
      : pngOf(3, 2)
  if (mediaType === 'image/webp') {
    const plain = plainWebp()
    const chunks = [
      ...riff('VP8X', Uint8Array.from([profile ? 0x20 : 0, 0, 0, 0, 15, 0, 0, 7, 0, 0])),
      ...(profile ? riff('ICCP', profile) : []),
      ...plain.subarray(text(plain).indexOf('VP8 ')),
    ]
    const bytes = Uint8Array.from([...plain.subarray(0, 12), ...chunks])
    new DataView(bytes.buffer).setUint32(4, chunks.length + 4, true)
    return bytes
  }
  const plain = Buffer.from(plainJpeg())
  const at = plain.indexOf('ICC_PROFILE') - 4
  const pieces = Array.from(
    { length: Math.ceil((profile?.length ?? 0) / 65519) },
    (_, index) => profile?.subarray(index * 65519, (index + 1) * 65519) ?? new Uint8Array(),
  )
  const segments = pieces.map((piece, index) =>
    Buffer.from([
      0xff,
      0xe2,
      (piece.length + 16) >> 8,
      (piece.length + 16) & 255,
      ...new TextEncoder().encode('ICC_PROFILE\0'),
      index + 1,
      pieces.length,
      ...piece,
    ]),
  )
  return Uint8Array.from(
    Buffer.concat([plain.subarray(0, at), ...segments, plain.subarray(at + 2 + plain.readUInt16BE(at + 2))]),
  )
}

/** Makes a chunk of a RIFF file. */
function riff(name: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(8 + data.length + (data.length % 2))
  whole.set(new TextEncoder().encode(name))
  new DataView(whole.buffer).setUint32(4, data.length, true)
  whole.set(data, 8)
  return whole
}

describe('a picture that leaves', () => {
  test('as JPEG keeps its orientation, and nothing about camera, place and people', () => {
    expect(text(cleanPicture(jpegWithMetadata(), 'image/jpeg'))).toBe(text(cleanPicture(plainJpeg(), 'image/jpeg')))
    const turned = cleanPicture(jpegWithMetadata(6), 'image/jpeg')
    expect([
      text(turned).includes('SECRET'),
      text(turned).includes('Exif'),
      (turned?.length ?? 0) - (cleanPicture(plainJpeg(), 'image/jpeg')?.length ?? 0),
    ]).toEqual([false, true, 36])
    expect(text(cleanPicture(turned ?? new Uint8Array(), 'image/jpeg'))).toBe(text(turned))
  })

  test('as JPEG drops segments that show nothing, and bytes after the colour transform', () => {
    const segment = (marker: number, ...data: readonly number[]) => [0xff, marker, 0, data.length + 2, ...data]
    const adobe = [...new TextEncoder().encode('Adobe'), 0, 100, 0, 0, 0, 0, 1]
    const [start, rest] = [plainJpeg().subarray(0, 2), plainJpeg().subarray(2)]
    const dirty = Uint8Array.from([
      ...start,
      ...segment(0xf0, ...SECRET),
      ...segment(0xc8, ...SECRET),
      ...segment(0x02, ...SECRET),
      ...segment(0xee, ...adobe, ...SECRET),
      ...rest,
    ])
    expect(text(cleanPicture(dirty, 'image/jpeg'))).toBe(
      text(cleanPicture(Uint8Array.from([...start, ...segment(0xee, ...adobe), ...rest]), 'image/jpeg')),
    )
    expect(text(cleanPicture(dirty, 'image/jpeg'))).toContain(text(Uint8Array.from(segment(0xee, ...adobe))))
  })

  test('as animated WebP drops everything but the pixels of its frames', () => {
    const frame = (...chunks: readonly Uint8Array[]) =>
      riff('ANMF', Uint8Array.from([...new Uint8Array(16), ...chunks.flatMap((chunk) => [...chunk])]))
    const file = (...chunks: readonly Uint8Array[]) => {
      const bytes = Uint8Array.from([...plainWebp().subarray(0, 12), ...chunks.flatMap((chunk) => [...chunk])])
      new DataView(bytes.buffer).setUint32(4, bytes.length - 8, true)
      return bytes
    }
    const pixels = riff('VP8L', Uint8Array.from([1, 2, 3]))
    expect(
      text(cleanPicture(file(frame(pixels, riff('zzzz', SECRET)), frame(riff('EXIF', SECRET), pixels)), 'image/webp')),
    ).toBe(text(file(frame(pixels), frame(pixels))))
  })

  test('as PNG keeps its pixels and drops its words', () => {
    const dirty = pngOf(
      3,
      2,
      ['tEXt', SECRET],
      ['eXIf', SECRET],
      ['iTXt', SECRET],
      ['tIME', new Uint8Array(7)],
      ['zzZz', SECRET],
    )
    expect(text(cleanPicture(Uint8Array.from([...dirty, ...SECRET]), 'image/png'))).toBe(text(pngOf(3, 2)))
  })

  test('as WebP drops its EXIF and XMP and says so in its header', () => {
    const plain = plainWebp()
    // Drops its header and profile.
    const body = plain.subarray(text(plain).indexOf('VP8 '))
    const extended = riff('VP8X', Uint8Array.from([0x2c, 0, 0, 0, 15, 0, 0, 7, 0, 0]))
    const parts = [...extended, ...body, ...riff('EXIF', SECRET), ...riff('XMP ', SECRET)]
    const dirty = Uint8Array.from([...plain.subarray(0, 12), ...parts])
    new DataView(dirty.buffer).setUint32(4, parts.length + 4, true)
    const clean = cleanPicture(dirty, 'image/webp')
    expect([text(clean).includes('SECRET'), clean?.[20], clean?.length]).toEqual([
      false,
      0,
      12 + extended.length + body.length,
    ])
  })

  test('as GIF drops comments and application data, and goes on repeating', () => {
    const head = [...new TextEncoder().encode('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
    const image = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
    const repeat = [0x21, 0xff, 11, ...new TextEncoder().encode('NETSCAPE2.0'), 3, 1, 0, 0, 0]
    const comment = [0x21, 0xfe, SECRET.length, ...SECRET, 0]
    const xmp = [0x21, 0xff, 11, ...new TextEncoder().encode('XMP DataXMP'), SECRET.length, ...SECRET, 0]
    expect([
      ...(cleanPicture(
        Uint8Array.from([...head, ...repeat, ...comment, ...xmp, ...image, 0x3b, ...SECRET]),
        'image/gif',
      ) ?? []),
    ]).toEqual([...head, ...repeat, ...image, 0x3b])
  })

  test('keeps its colours, and drops device, program, day and person of its profile', () => {
    const profile = profileOf({
      version: 2,
      desc: 'SECRET MacBook of Mina',
      cprt: 'SECRET',
      dmnd: 'SECRET maker',
      mmod: 'SECRET serial',
      meta: 'SECRET',
      zzzz: 'SECRET',
    })
    const clean = colourProfile(profile)
    if (!clean) throw new Error('no profile')
    const [was, is] = [tagsOf(profile), tagsOf(clean)]
    expect([...is.keys()]).toEqual(['desc', 'cprt', ...COLOURS.keys()])
    for (const tag of COLOURS.keys()) expect([tag, is.get(tag)]).toEqual([tag, was.get(tag)])
    expect([is.get('desc')?.replace(/\0+$/, ''), is.get('cprt')]).toEqual([
      'desc\0\0\0\0\0\0\0\u0004RGB',
      'text\0\0\0\0\0',
    ])
    // Size, version, class, spaces, 1 January 2000, 'acsp', intent, white. Maker, model, program and hash are zero.
    expect(Buffer.from(clean.subarray(0, 128)).toString('hex')).toBe(
      `${clean.length.toString(16).padStart(8, '0')}00000000021000006d6e74725247422058595a2007d00001000` +
        `100000000000061637370${'00'.repeat(24)}000000010000f6d6000100000000d32d${'00'.repeat(48)}`,
    )
    expect(text(clean)).not.toMatch(/SECRET|CAMR|2026/)
    expect(text(colourProfile(clean))).toBe(text(clean))
    const newer = colourProfile(profileOf({ version: 4, desc: 'SECRET' }))
    expect(tagsOf(newer ?? new Uint8Array()).get('desc')).toBe(
      'mluc\0\0\0\0\0\0\0\u0001\0\0\0\fenUS\0\0\0\u0006\0\0\0\u001c\0R\0G\0B',
    )
  })

  test('keeps all numbers of a profile with tables', async () => {
    const press = new Uint8Array(await readFile('node_modules/pdfjs-dist/iccs/CGATS001Compat-v2-micro.icc'))
    const clean = colourProfile(press) ?? new Uint8Array()
    const [was, is] = [tagsOf(press), tagsOf(clean)]
    expect([...is].filter(([tag]) => tag !== 'desc' && tag !== 'cprt')).toEqual(
      [...was].filter(([tag]) => tag !== 'desc' && tag !== 'cprt'),
    )
    expect([text(colourProfile(clean)) === text(clean), is.size]).toEqual([true, was.size])
  })

  test('leaves without a profile that is damaged, of another kind, or newer', () => {
    const whole = profileOf({ version: 4 })
    const changed = (at: number, ...values: readonly number[]) => {
      const bytes = Uint8Array.from(whole)
      bytes.set(values, at)
      return bytes
    }
    for (const bytes of [
      new Uint8Array(),
      whole.subarray(0, 300),
      changed(36, 0),
      changed(8, 5),
      changed(12, 0x6c, 0x69, 0x6e, 0x6b),
      changed(16, 0x4c, 0x61, 0x62, 0x20),
      changed(128, 0, 0, 1, 0),
      changed(136, 0xff),
    ])
      expect(colourProfile(bytes)).toBeUndefined()
    expect(colourProfile(whole)).toBeDefined()
  })

  test.each(['image/jpeg', 'image/png', 'image/webp'] as const)(
    'keeps the cleaned profile in its place: %s',
    (mediaType) => {
      const profile = profileOf({ version: 4, desc: 'SECRET MacBook', filler: 150_000 })
      const clean = colourProfile(profile) ?? new Uint8Array()
      const bytes = withProfile(mediaType, profile)
      const left = Buffer.from(cleanPicture(bytes, mediaType) ?? [])
      if (mediaType === 'image/png') {
        const at = left.indexOf('iCCP')
        const end = at + 4 + left.readUInt32BE(at - 4)
        expect([
          left.readUInt32BE(end),
          text(left.subarray(at + 4, at + 9)),
          text(inflateSync(left.subarray(at + 9, end))),
        ]).toEqual([crc32(left.subarray(at, end)), 'ICC\0\0', text(clean)])
        expect(text(Buffer.concat([left.subarray(0, at - 4), left.subarray(end + 4)]))).toBe(
          text(withProfile(mediaType)),
        )
      } else expect(text(left)).toBe(text(withProfile(mediaType, clean)))
      expect(text(left)).not.toContain('SECRET')
      expect(text(cleanPicture(withProfile(mediaType, SECRET), mediaType))).toBe(text(withProfile(mediaType)))
    },
  )

  test('has no word of a profile, however the profile is built', () => {
    const whole = profileOf({ version: 2, desc: 'SECRET', cprt: 'SECRET', mmod: 'SECRET' })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }), (changes) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        const clean = colourProfile(bytes)
        expect(text(clean)).not.toContain('SECRET')
      }),
      { numRuns: 3000, seed: 11 },
    )
  })

  test('does not leave if it is cut short or of another type', () => {
    for (const [bytes, type] of [
      [plainJpeg(), 'image/jpeg'],
      [pngOf(3, 2), 'image/png'],
      [plainWebp(), 'image/webp'],
    ] as const) {
      expect(cleanPicture(bytes.subarray(0, bytes.length - 12), type)).toBeUndefined()
      expect(cleanPicture(SECRET, type)).toBeUndefined()
    }
    expect(cleanPicture(new TextEncoder().encode('<svg/>'), 'image/svg+xml')).toBeUndefined()
  })

  test('is refused without an error or endless loop, whatever its bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(plainJpeg(), pngOf(3, 2), plainWebp(), jpegWithMetadata(6)),
        fc.nat(2000),
        fc.nat(255),
        fc.constantFrom('image/jpeg', 'image/png', 'image/webp', 'image/gif'),
        (whole, at, value, type) => {
          const bytes = Uint8Array.from(whole)
          bytes[at % bytes.length] = value
          const clean = cleanPicture(bytes, type)
          expect(clean === undefined || clean.length <= bytes.length + 36 + 100).toBe(true)
        },
      ),
      { numRuns: 2000, seed: 7 },
    )
  })
})
