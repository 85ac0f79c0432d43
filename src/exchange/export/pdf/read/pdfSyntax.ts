/** Reads values and operators of PDF (ISO 32000-1, 7.3 and 7.8). */

/** A string, one character for each byte. */
export class PdfString {
  constructor(readonly raw: string) {}

  /** Decodes UTF-16 and UTF-8 with their marks. Other strings are taken for Latin-1, which PDFDocEncoding nearly is. */
  get text(): string {
    const bytes = Buffer.from(this.raw, 'latin1')
    if (this.raw.startsWith('\u00fe\u00ff'))
      return bytes
        .subarray(2, bytes.length - (bytes.length % 2))
        .swap16()
        .toString('utf16le')
    return this.raw.startsWith('\u00ef\u00bb\u00bf') ? bytes.subarray(3).toString('utf8') : this.raw
  }
}

export class PdfName {
  constructor(readonly name: string) {}
}

/** An operator of a content stream, or a keyword. */
export class PdfWord {
  constructor(readonly word: string) {}
}

export class PdfReference {
  constructor(readonly number: number) {}
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>
export type PdfValue = number | PdfString | PdfName | PdfWord | PdfReference | readonly PdfValue[] | PdfDictionary

const BACKSLASH = 0x5c
const OPENING = 0x28
const CLOSING = 0x29
const ZERO = 0x30
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 1
const DELIMITER = 2
/** Kind of each byte. */
const KINDS = new Uint8Array(256)
for (const space of [0, 9, 10, 12, 13, 32]) KINDS[space] = SPACE
for (const sign of '()<>[]{}/%') KINDS[sign.charCodeAt(0)] = DELIMITER

/** A string without escapes and inner brackets, or a number outside a reference. */
const PLAIN_ITEM = /[\0\t\n\f\r ]*(?:\(([^()\\]*)\)|([+-]?(?:\d+\.?\d*|\.\d+))(?=[\]<([]| [+-]?[<([\]]))/y

/** "+-.0123456789" */
const NUMBER_STARTS: ReadonlySet<number> = new Set([
  0x2b,
  0x2d,
  0x2e,
  ...Array.from({ length: 10 }, (_, digit) => 0x30 + digit),
])
const digitOf = (code: number): number =>
  code >= 0x30 && code <= 0x39
    ? code - 0x30
    : (code | 0x20) >= 0x61 && (code | 0x20) <= 0x66
      ? (code | 0x20) - 0x57
      : -1

export class PdfSyntax {
  readonly #text: string
  at: number

  /** @param text One character for each byte. */
  constructor(text: string, at = 0) {
    this.#text = text
    this.at = at
  }

  /** Returns the next value or operator, undefined at the end. @throws RangeError if something is left open. */
  next(): PdfValue | undefined {
    this.#skip()
    const text = this.#text
    const sign = text[this.at]
    switch (sign) {
      case undefined:
        return undefined
      case '/':
        return this.#name()
      case '(':
        return this.#literal()
      case '[':
        return this.#array()
      case '<':
        return text[this.at + 1] === '<' ? this.#dictionary() : this.#hexadecimal()
      case ']':
      case '{':
      case '}':
      case ')':
        this.at++
        return new PdfWord(sign)
      case '>':
        this.at += 2
        return new PdfWord('>>')
      default:
        return this.#plain()
    }
  }

  #skip(): void {
    const text = this.#text
    for (;;) {
      const code = text.charCodeAt(this.at)
      if (KINDS[code] === SPACE) this.at++
      else if (code === 0x25)
        while (this.at < text.length && text[this.at] !== '\n' && text[this.at] !== '\r') this.at++
      else return
    }
  }

  #word(): string {
    const from = this.at
    const text = this.#text
    let at = from
    // The number is NaN after the end, and then so is its kind.
    while (KINDS[text.charCodeAt(at)] === 0) at++
    this.at = at
    return text.slice(from, at)
  }

  #name(): PdfName {
    this.at++
    const word = this.#word()
    return new PdfName(
      !word.includes('#')
        ? word
        : word.replace(/#([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
  }

  #plain(): number | PdfWord {
    const word = this.#word()
    const number = NUMBER_STARTS.has(word.charCodeAt(0)) ? Number(word) : Number.NaN
    if (word === '') throw new RangeError('There is a sign that PDF has no use for.')
    return Number.isNaN(number) ? new PdfWord(word) : number
  }

  #array(): readonly PdfValue[] {
    this.at++
    const items: PdfValue[] = []
    // The common case on a page: strings and numbers in turn, with their distances.
    for (;;) {
      PLAIN_ITEM.lastIndex = this.at
      const found = PLAIN_ITEM.exec(this.#text)
      if (!found) break
      const [whole, string, number] = found
      this.at += whole.length
      items.push(string === undefined ? Number(number) : new PdfString(string))
    }
    return this.#until(']', items)
  }

  #dictionary(): PdfDictionary {
    this.at += 2
    const items = this.#until('>>')
    const entries = new Map<string, PdfValue>()
    for (let index = 0; index + 1 < items.length; index += 2) {
      const [key, value] = [items[index], items[index + 1]]
      if (!(key instanceof PdfName) || value === undefined)
        throw new RangeError('A dictionary has a value without a name.')
      entries.set(key.name, value)
    }
    return entries
  }

  #until(end: string, items: PdfValue[] = []): PdfValue[] {
    for (;;) {
      const item = this.next()
      if (item === undefined) throw new RangeError(`“${end}” is missing.`)
      if (!(item instanceof PdfWord)) items.push(item)
      else if (item.word === end) return items
      else if (item.word === 'R') {
        items.pop()
        items.push(new PdfReference(Number(items.pop())))
      } else items.push(item)
    }
  }

  #hexadecimal(): PdfString {
    const end = this.#text.indexOf('>', this.at)
    if (end < 0) throw new RangeError('A string has no end.')
    let raw = ''
    let high = -1
    for (let at = this.at + 1; at < end; at++) {
      const digit = digitOf(this.#text.charCodeAt(at))
      if (digit < 0) continue
      if (high >= 0) raw += String.fromCharCode(high * 16 + digit)
      high = high >= 0 ? -1 : digit
    }
    this.at = end + 1
    return new PdfString(high < 0 ? raw : raw + String.fromCharCode(high * 16))
  }

  #literal(): PdfString {
    const text = this.#text
    const bytes: number[] = []
    let depth = 1
    for (let at = this.at + 1; at < text.length; at++) {
      let code = text.charCodeAt(at)
      if (code === BACKSLASH) {
        code = text.charCodeAt(++at)
        if (isOctal(code)) {
          code -= ZERO
          for (let more = 0; more < 2 && isOctal(text.charCodeAt(at + 1)); more++)
            code = code * 8 + text.charCodeAt(++at) - ZERO
          code &= 0xff
        } else if (code === CARRIAGE_RETURN || code === LINE_FEED) {
          // A continued line.
          if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++
          continue
        } else code = ESCAPES.get(code) ?? code
      } else if (code === OPENING) depth++
      else if (code === CLOSING && --depth === 0) {
        this.at = at + 1
        return new PdfString(stringOf(bytes))
      }
      bytes.push(code)
    }
    throw new RangeError('A string has no end.')
  }
}

/** Escapes after a backslash. */
const ESCAPES: ReadonlyMap<number, number> = new Map(
  [...'nrtbf'].map((sign, index) => [sign.charCodeAt(0), [10, 13, 9, 8, 12][index] ?? 0]),
)
const isOctal = (code: number): boolean => code >= ZERO && code < ZERO + 8
/** A few at a time, because each becomes an argument. */
const stringOf = (bytes: readonly number[]): string =>
  bytes.length < 1000 ? String.fromCharCode(...bytes) : Buffer.from(bytes).toString('latin1')
