/** Text with one character for each byte. */
import { exportsText } from '../../../catalogue/rooms/exports'
const LATIN1 = 'latin1'

/**
 * The objects of a PDF as Typst writes it: one cross-reference table, no object streams, no earlier revision. No byte
 * of a replaced object stays. @throws Error if the file is built otherwise, or does not have the object.
 */
export class PdfFile {
  readonly #objects: Map<number, Buffer>
  readonly #head: Buffer
  /** Object numbers of the catalog and of the information dictionary. */
  readonly root: number
  readonly info: number

  constructor(bytes: Uint8Array) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const end = file.subarray(-64).toString(LATIN1)
    const table = Number(must(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end), exportsText('pdf.end'))[1])
    const index = file.subarray(table).toString(LATIN1)
    const [whole, count, entries = '', trailer = ''] = must(
      /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [fn]\s{1,2})*)trailer\s*(<<[^]*>>)\s*startxref/.exec(index),
      exportsText('pdf.crossReferences'),
    )
    if (/\/(?:Prev|XRefStm|Encrypt)\b/.test(trailer) || whole === '') throw unusual(exportsText('pdf.trailer'))
    const offsets = [...entries.matchAll(/(\d{10}) \d{5} ([fn])/g)].map(([, offset, use], number) => ({
      number,
      offset: Number(offset),
      used: use === 'n',
    }))
    if (offsets.length !== Number(count)) throw unusual(exportsText('pdf.crossReferences'))
    const used = offsets.filter((entry) => entry.used).sort((a, b) => a.offset - b.offset)
    this.#objects = new Map(
      used.map(({ number, offset }, at) => [number, file.subarray(offset, used[at + 1]?.offset ?? table)]),
    )
    for (const [number, object] of this.#objects)
      if (!object.subarray(0, 20).toString(LATIN1).startsWith(`${number} 0 obj`)) throw unusual(objectNamed(number))
    this.#head = file.subarray(0, used[0]?.offset ?? 0)
    const [root, info] = ['Root', 'Info'].map((name) => reference(trailer, name))
    this.root = root ?? 0
    this.info = info ?? 0
  }

  get numbers(): readonly number[] {
    return [...this.#objects.keys()]
  }

  /** Returns the number of the object that an entry of a dictionary refers to. */
  referenceIn(number: number, name: string): number {
    return reference(this.text(number), name)
  }

  replace(number: number, body: string): void {
    this.text(number)
    this.#objects.set(number, Buffer.from(`${number} 0 obj\n${body}\nendobj\n\n`, 'utf8'))
  }

  /** Changes a dictionary that has no stream. */
  edit(number: number, change: (dictionary: string) => string): void {
    const [, dictionary = ''] = must(
      /^\d+ 0 obj\s*(<<[^]*>>)\s*endobj\s*$/.exec(this.text(number)),
      objectNamed(number),
    )
    this.replace(number, change(dictionary))
  }

  /** @param id 32 hexadecimal digits. */
  bytes(id: string): Uint8Array {
    const numbers = [...this.#objects.keys()].sort((a, b) => a - b)
    const size = (numbers.at(-1) ?? 0) + 1
    const parts = [this.#head]
    let at = this.#head.length
    const offsets = new Map<number, number>()
    for (const number of numbers) {
      const object = this.#objects.get(number) ?? Buffer.alloc(0)
      offsets.set(number, at)
      parts.push(object)
      at += object.length
    }
    const entries = Array.from(
      { length: size },
      (_, number) =>
        `${String(offsets.get(number) ?? 0).padStart(10, '0')} ${offsets.has(number) ? '00000 n' : '65535 f'}\r\n`,
    )
    parts.push(
      Buffer.from(
        `xref\n0 ${size}\n${entries.join('')}trailer\n` +
          `<< /Size ${size} /Root ${this.root} 0 R /Info ${this.info} 0 R /ID [<${id}> <${id}>] >>\n` +
          `startxref\n${at}\n%%EOF\n`,
        LATIN1,
      ),
    )
    return new Uint8Array(Buffer.concat(parts))
  }

  /** Returns the object up to its stream. */
  head(number: number): string {
    const object = this.#object(number)
    const stream = object.indexOf('stream')
    return object.subarray(0, stream < 0 ? object.length : stream).toString(LATIN1)
  }

  /** Returns the whole object, one character for each byte. */
  text(number: number): string {
    return this.#object(number).toString(LATIN1)
  }

  #object(number: number): Buffer {
    const object = this.#objects.get(number)
    if (!object) throw unusual(objectNamed(number))
    return object
  }
}

const reference = (dictionary: string, name: string): number =>
  Number(must(new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(dictionary), name)[1])

function must<T>(found: T | null, what: string): T {
  if (found === null) throw unusual(what)
  return found
}
const objectNamed = (number: number): string => exportsText('pdf.object', { number })
const unusual = (what: string): Error => new Error(exportsText('pdf.unknownBuild', { what }))
