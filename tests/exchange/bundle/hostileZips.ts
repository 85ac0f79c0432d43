/** Files that are no bundle, zips that trick, and sizes that no bundle has. */
import type { ZipEntry } from '../../builders/files/zipOf'
import { FILE_PATH, sha256, type Breaks } from './builtBundle'

/** What it is, how it is made so, what is said, and what to do. Absent: to ask for a new copy. */
export type HostileBundle = readonly [what: string, breaks: Breaks, problem: string, next?: string]

const OTHER_FILE = 'Choose a .stet file that Stet wrote with “Export”.'
const WITHOUT_FILES = 'Ask the sender for a bundle without captured files (--without-files).'

export const added =
  (name: string, more: Partial<ZipEntry> = {}): NonNullable<Breaks['entries']> =>
  (entries) => [...entries, { name, data: 'x', ...more }]
export const changed =
  (name: string, more: Partial<ZipEntry>): NonNullable<Breaks['entries']> =>
  (entries) =>
    entries.map((entry) => (entry.name === name ? { ...entry, ...more } : entry))
const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes)
/** Sets a 16-bit number in the directory's line of a part, and with `local` in its header, too. */
const patched =
  (name: string, listedAt: number, value: number, localAt?: number): NonNullable<Breaks['bytes']> =>
  (bytes) => {
    const zip = buffer(bytes)
    const listed = zip.lastIndexOf(name) - 46
    zip.writeUInt16LE(value, listed + listedAt)
    if (localAt !== undefined) zip.writeUInt16LE(value, zip.indexOf(name) - 30 + localAt)
    return zip
  }
const bomb = new Uint8Array(8 * 1024 * 1024)
const BOMB_PATH = `files/${sha256(bomb)}`

/** What is wrong, how it is made so, and what is said. */
export const HOSTILE_ZIPS: readonly HostileBundle[] = [
  // No bundle.
  ['an empty file', { bytes: () => new Uint8Array() }, 'it is not a Stet bundle', OTHER_FILE],
  ['a text', { bytes: () => buffer(Buffer.from('Dear editor,')) }, 'it is not a Stet bundle', OTHER_FILE],
  ['half a bundle', { bytes: (bytes) => bytes.subarray(0, bytes.length / 2) }, 'it is not a Stet bundle', OTHER_FILE],
  [
    'another zip',
    { entries: () => [{ name: 'word/document.xml', data: '<w/>' }] },
    'it is not a Stet bundle',
    OTHER_FILE,
  ],
  ['a zip without parts', { entries: () => [] }, 'it is not a Stet bundle', OTHER_FILE],
  [
    'a manifest that is not the first part',
    { entries: ([manifest, ...rest]) => [...rest, manifest ?? { name: '', data: '' }] },
    'it is not a Stet bundle',
    OTHER_FILE,
  ],
  ['a manifest that is no JSON', { text: () => '{' }, 'it is not a Stet bundle', OTHER_FILE],
  [
    'a manifest of something else',
    { manifest: (m) => void Object.assign(m, { format: 'x' }) },
    'it is not a Stet bundle',
    OTHER_FILE,
  ],
  [
    'a manifest in letters that are none',
    { entries: changed('manifest.json', { data: new Uint8Array([0xff, 0xfe, 0x7b]) }) },
    'it is not a Stet bundle',
    OTHER_FILE,
  ],
  // Versions.
  [
    'a bundle of a newer Stet',
    { manifest: (m) => void Object.assign(m, { version: 4, minReader: 3 }) },
    'it was made by a newer Stet and needs one that reads version 3; this one reads version 2',
    'Open it with a newer Stet, or ask the sender for one made with this version.',
  ],
  [
    'a version that is no number',
    { manifest: (m) => void Object.assign(m, { version: '1' }) },
    'its manifest is not one that Stet writes (version)',
  ],
  // Names and places.
  [
    'a path that goes up',
    { entries: added('../x') },
    'it refers to a place outside itself (invalid relative path: ../x)',
  ],
  [
    'a path that goes up in the middle',
    { entries: added('stories/../../x') },
    'it refers to a place outside itself (invalid relative path: stories/../../x)',
  ],
  [
    'an absolute path',
    { entries: added('/etc/passwd') },
    'it refers to a place outside itself (absolute path: /etc/passwd)',
  ],
  ['a drive letter', { entries: added('C:/x') }, 'it refers to a place outside itself (absolute path: C:/x)'],
  [
    'a backslash',
    { entries: added('files\\x') },
    'it refers to a place outside itself (invalid characters in fileName: files\\x)',
  ],
  ['a point as a folder', { entries: added('./x') }, 'it contains a part named “./x”, which no bundle has'],
  ['an empty folder name', { entries: added('a//x') }, 'it contains a part named “a//x”, which no bundle has'],
  ['an empty name', { entries: added('') }, 'it contains a part named “”, which no bundle has'],
  ['a hidden file', { entries: added('.profile') }, 'it contains a part named “.profile”, which no bundle has'],
  [
    'a name that turns the line round',
    { entries: added('a\u202egpj.exe') },
    'it contains a part named “a?gpj.exe”, which no bundle has',
  ],
  ['a null in a name', { entries: added('a\u0000b') }, 'it contains a part named “a?b”, which no bundle has'],
  [
    'a name of 300 letters',
    { entries: added('a'.repeat(300)) },
    `it contains a part named “${'a'.repeat(80)}”, which no bundle has`,
  ],
  ['a folder', { entries: added('stories/') }, 'it contains the folder stories/, and a bundle contains only files'],
  ['a part twice', { entries: added('card.txt') }, 'it contains the part card.txt twice'],
  [
    'a part twice in other capitals',
    { entries: added('Card.txt') },
    'two of its parts differ only in capital letters (Card.txt), so one would replace the other',
  ],
  [
    'a link',
    { entries: changed('card.txt', { mode: 0o120777 }) },
    'its part card.txt is a link or a device, not a file',
  ],
  [
    'a device',
    { entries: changed('card.txt', { mode: 0o060644 }) },
    'its part card.txt is a link or a device, not a file',
  ],
  // Sizes, counts, ratios.
  [
    'a part of 2 GB',
    { entries: changed(FILE_PATH, { saysSize: 2_147_483_648 }) },
    `its part ${FILE_PATH} would be 2048 MB, more than a bundle may contain`,
    WITHOUT_FILES,
  ],
  [
    'parts of 1.2 GB together',
    {
      entries: (entries) => [
        ...entries,
        ...['a', 'b', 'c'].map((name) => ({ name, data: big(), saysSize: 420_000_000 })),
      ],
    },
    'its parts together would be more than 768 MB',
    WITHOUT_FILES,
  ],
  [
    'a zip bomb',
    { entries: changed(FILE_PATH, { data: bomb }) },
    `its part ${FILE_PATH} would grow to 1,028 times its size when unpacked, as a zip bomb does`,
  ],
  [
    'a bomb that says it is small',
    { parts: (p) => void p.set(FILE_PATH, bomb), entries: changed(FILE_PATH, { saysSize: 16 }) },
    `its part ${FILE_PATH} has 16 bytes, but the manifest says 8,388,608`,
  ],
  [
    'a bomb that says everywhere that it is small',
    {
      parts: (p) => {
        p.delete(FILE_PATH)
        p.set(BOMB_PATH, bomb)
      },
      manifest: (m) => void (m.files = m.files.map((f) => (f.path === BOMB_PATH ? { ...f, bytes: 16 } : f))),
      entries: changed(BOMB_PATH, { saysSize: 16 }),
    },
    `its part ${BOMB_PATH} is damaged (too many bytes in the stream. expected 16. got at least 16384)`,
  ],
  [
    'a part that is shorter than it says',
    {
      manifest: (m) => void (m.files = m.files.map((f) => (f.path === FILE_PATH ? { ...f, bytes: 99 } : f))),
      entries: changed(FILE_PATH, { saysSize: 99 }),
    },
    `its part ${FILE_PATH} is damaged (not enough bytes in the stream. expected 99. got only 16)`,
  ],
  [
    '25,000 parts',
    { entries: (entries) => [...entries, ...Array.from({ length: 25_000 }, (_, n) => ({ name: `x${n}`, data: '' }))] },
    'it has 25,007 parts, more than the 20,000 that a bundle may have',
  ],
  // What no part is.
  [
    'bytes before the parts',
    { bytes: (b) => Buffer.concat([Buffer.from('MZ'), b]) },
    'it is damaged (invalid central directory file header signature: 0x4b500003)',
  ],
  [
    'bytes after the parts',
    { bytes: (b) => Buffer.concat([b, Buffer.from('secret')]) },
    'it is not a Stet bundle',
    OTHER_FILE,
  ],
  [
    'a comment of the zip',
    {
      bytes: (b) => {
        const zip = Buffer.concat([b, Buffer.from('secret')])
        zip.writeUInt16LE(6, b.length - 2)
        return zip
      },
    },
    'it contains bytes that belong to no part, which no Stet bundle has',
  ],
  [
    'a part that is in the file and not in the directory',
    {
      entries: added('hidden'),
      bytes: (b) => {
        const zip = buffer(b)
        const listed = zip.lastIndexOf('hidden') - 46
        const short = Buffer.concat([zip.subarray(0, listed), zip.subarray(zip.length - 22)])
        short.writeUInt16LE(7, short.length - 14)
        short.writeUInt16LE(7, short.length - 12)
        return short
      },
    },
    'it contains bytes that belong to no part, which no Stet bundle has',
  ],
  [
    'two parts over the same bytes',
    { bytes: (b) => overlapping(b) },
    'it contains bytes that belong to no part, which no Stet bundle has',
  ],
  [
    'a part that has another name inside',
    { bytes: (b) => renamed(b, 'card.txt', 'carD.txt') },
    'its part card.txt contradicts itself',
  ],
  ['a locked part', { bytes: patched('card.txt', 8, 0x0801, 6) }, 'its part card.txt is locked with a password'],
  [
    'a part packed in another way',
    { bytes: patched('card.txt', 10, 14, 8) },
    'its part card.txt is compressed in a way that Stet does not know (14)',
  ],
  [
    'a damaged part',
    { bytes: (b) => flipped(b, 'stories/1/versions/3.json') },
    'its part stories/1/versions/3.json is damaged (invalid block type)',
  ],
]

function big(): Uint8Array {
  // Random enough that it does not look like a bomb.
  const bytes = new Uint8Array(3_000_000)
  for (let at = 0, seed = 1; at < bytes.length; at++) bytes[at] = (seed = (seed * 48_271) % 2_147_483_647) & 0xff
  return bytes
}

function overlapping(bytes: Uint8Array): Buffer {
  const zip = buffer(bytes)
  const first = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  const second = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), first + 4)
  const third = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), second + 4)
  zip.writeUInt32LE(zip.readUInt32LE(second + 42), third + 42)
  return zip
}

function renamed(bytes: Uint8Array, from: string, to: string): Buffer {
  const zip = buffer(bytes)
  zip.write(to, zip.indexOf(from))
  return zip
}

function flipped(bytes: Uint8Array, name: string): Buffer {
  const zip = buffer(bytes)
  const at = zip.indexOf(name) + name.length
  zip[at] = (zip[at] ?? 0) | 0b110
  return zip
}
