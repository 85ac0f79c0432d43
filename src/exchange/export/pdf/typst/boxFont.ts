/**
 * Makes a font with one empty box for all characters. Readers see it for a letter that no font of the machine has.
 * Typst writes the letter itself beside the box (ActualText), so search, copy and scan still find it. A long family
 * name and letters of one width make Typst prefer any other font that has the letter.
 */
export function boxFont(): Buffer {
  return sfnt({
    'OS/2': os2(),
    cmap: cmap(),
    glyf: BOX,
    head: head(),
    hhea: hhea(),
    hmtx: u16(...Array.from({ length: GLYPHS }, () => [WIDTH, 0]).flat()),
    // The first two glyphs are empty: the missing one, and the space.
    loca: u32(0, 0, 0, BOX.length),
    maxp: maxp(),
    name: names(),
    post: post(),
  })
}

/** Missing glyph, space, box. */
const GLYPHS = 3
/** Ranges of letters and signs, without surrogates, private use and unassigned characters. */
const COVERED: readonly (readonly [from: number, to: number])[] = [
  [0x21, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x200a],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2070, 0xd7ff],
  [0xf900, 0xfdff],
  [0xfe10, 0xfefe],
  [0xff00, 0xffff],
  [0x10000, 0x1ffff],
  [0x20000, 0x323af],
]

export const BOX_FAMILY = 'Stet boxes in place of letters that no font of this machine has'
const UNITS = 1000
const WIDTH = 600

const u16 = (...values: readonly number[]): Buffer =>
  fill(2, values, (buffer, value, at) => buffer.writeUInt16BE(value & 0xffff, at))
const u32 = (...values: readonly number[]): Buffer =>
  fill(4, values, (buffer, value, at) => buffer.writeUInt32BE(value >>> 0, at))
function fill(
  bytes: number,
  values: readonly number[],
  write: (buffer: Buffer, value: number, at: number) => unknown,
): Buffer {
  const buffer = Buffer.alloc(values.length * bytes)
  values.forEach((value, index) => write(buffer, value, index * bytes))
  return buffer
}

const BOX = outline([
  [70, -60, 530, 720],
  [105, -25, 495, 685],
])

/** Draws a glyph of two rectangles [left, bottom, right, top]. The second is cut out of the first. */
function outline([outer, inner]: readonly (readonly [number, number, number, number])[]): Buffer {
  const [left = 0, bottom = 0, right = 0, top = 0] = outer ?? []
  const [l = 0, b = 0, r = 0, t = 0] = inner ?? []
  const points = [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
    [l, b],
    [r, b],
    [r, t],
    [l, t],
  ]
  const steps = (axis: 0 | 1): number[] =>
    points.map((point, index) => (point[axis] ?? 0) - (points[index - 1]?.[axis] ?? 0))
  return Buffer.concat([
    u16(2, left, bottom, right, top, 3, 7, 0),
    Buffer.alloc(points.length, 1),
    u16(...steps(0), ...steps(1)),
  ])
}

/** OpenType 1.9, cmap format 13: one glyph for all characters of a range. */
function cmap(): Buffer {
  const groups = [[0x20, 0x20, 1], ...COVERED.map(([from, to]) => [from, to, 2])]
  return Buffer.concat([
    u16(0, 1, 3, 10),
    u32(12),
    u16(13, 0),
    u32(16 + groups.length * 12, 0, groups.length, ...groups.flat()),
  ])
}

const head = (): Buffer =>
  Buffer.concat([
    u16(1, 0, 1, 0),
    u32(0, 0x5f0f3cf5),
    u16(0, UNITS),
    u32(0, 0, 0, 0),
    u16(70, -60, 530, 720, 0, 8, 2, 1, 0),
  ])
const hhea = (): Buffer => u16(1, 0, 800, -200, 0, WIDTH, 70, 70, 530, 1, 0, 0, 0, 0, 0, 0, 0, GLYPHS)
const maxp = (): Buffer => u16(1, 0, GLYPHS, 8, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
/** Version 3: no glyph names. All letters have one width. */
const post = (): Buffer => Buffer.concat([u16(3, 0, 0, 0, -100, 50), u32(1, 0, 0, 0, 0)])
const os2 = (): Buffer =>
  Buffer.concat([
    u16(4, WIDTH, 400, 5, 0, 650, 700, 0, 140, 650, 700, 0, 480, 50, 250, 0),
    Buffer.from([2, 0, 5, 9, 0, 0, 0, 0, 0, 0]),
    u32(0, 0, 0, 0),
    Buffer.from('Stet'),
    u16(0x40, 0x20, 0xffff, 800, -200, 0, 800, 200),
    u32(0, 0),
    u16(500, 700, 0, 0x20, 1),
  ])

function names(): Buffer {
  const texts = [
    [1, BOX_FAMILY],
    [2, 'Regular'],
    [4, BOX_FAMILY],
    [6, 'StetBoxes'],
  ] as const
  const strings = texts.map(([id, text]) => ({ id, bytes: Buffer.from(text, 'utf16le').swap16() }))
  let at = 0
  const records = strings.map(({ id, bytes }) => {
    const record = u16(3, 1, 0x409, id, bytes.length, at)
    at += bytes.length
    return record
  })
  return Buffer.concat([
    u16(0, strings.length, 6 + strings.length * 12),
    ...records,
    ...strings.map(({ bytes }) => bytes),
  ])
}

function sfnt(tables: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(tables)
  const power = 2 ** Math.floor(Math.log2(entries.length))
  let at = 12 + entries.length * 16
  const records: Buffer[] = []
  const bodies: Buffer[] = []
  for (const [tag, body] of entries) {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)])
    let sum = 0
    for (let word = 0; word < padded.length; word += 4) sum = (sum + padded.readUInt32BE(word)) >>> 0
    records.push(Buffer.from(tag), u32(sum, at, body.length))
    bodies.push(padded)
    at += padded.length
  }
  return Buffer.concat([
    u32(0x00010000),
    u16(entries.length, power * 16, Math.log2(power), entries.length * 16 - power * 16),
    ...records,
    ...bodies,
  ])
}
