import { hasRightToLeftLetters } from './linesOfPage'
import { PdfString, PdfSyntax, PdfWord, type PdfDictionary, type PdfValue } from './pdfSyntax'

/** A character code of a string. */
export interface ShownGlyph {
  /** undefined if the font does not explain it. */
  readonly text: string | undefined
  /** In text space, for size 1. */
  readonly width: number
  /** Its position counts: it is read from right to left, or replaced by other text. */
  readonly inPlace: boolean
}

/** Access to the file of the font. */
export interface FontSource {
  readonly resolve: (value: PdfValue | undefined) => PdfValue | undefined
  /** Returns a stream, one character for each byte. */
  readonly stream: (value: PdfValue | undefined) => string | undefined
}

/** Explains the codes of a font by its ToUnicode map. @throws RangeError without one. */
export class PdfFont {
  readonly #letters: ReadonlyMap<number, string>
  readonly #glyphs = new Map<number, ShownGlyph>()
  readonly #widths: ReadonlyMap<number, number>
  readonly #otherWidth: number
  /** Bytes in a code. */
  readonly #size: 1 | 2

  constructor(font: PdfDictionary, source: FontSource) {
    const map = source.stream(font.get('ToUnicode'))
    if (map === undefined) throw new RangeError('A font does not say what its codes mean.')
    this.#letters = lettersOf(map)
    const [descendant] = listOf(source.resolve(font.get('DescendantFonts')))
    const composite = source.resolve(descendant)
    this.#size = composite instanceof Map ? 2 : 1
    if (composite instanceof Map) {
      this.#widths = compositeWidths(listOf(source.resolve(composite.get('W'))), 0.001)
      this.#otherWidth = Number(composite.get('DW') ?? 1000) * 0.001
    } else {
      const [scale] = listOf(source.resolve(font.get('FontMatrix')))
      const first = Number(font.get('FirstChar') ?? 0)
      this.#widths = new Map(
        listOf(source.resolve(font.get('Widths'))).map((width, index) => [
          first + index,
          Number(width) * (typeof scale === 'number' ? scale : 0.001),
        ]),
      )
      this.#otherWidth = 0
    }
  }

  glyphs({ raw }: PdfString): readonly ShownGlyph[] {
    const size = this.#size
    const glyphs: ShownGlyph[] = []
    for (let at = 0; at + size <= raw.length; at += size) {
      const code = size === 2 ? raw.charCodeAt(at) * 256 + raw.charCodeAt(at + 1) : raw.charCodeAt(at)
      glyphs.push(this.#glyphs.get(code) ?? this.#glyphOf(code))
    }
    return glyphs
  }

  #glyphOf(code: number): ShownGlyph {
    const text = this.#letters.get(code)
    const glyph = {
      text,
      width: this.#widths.get(code) ?? this.#otherWidth,
      inPlace: text === undefined || hasRightToLeftLetters(text),
    }
    this.#glyphs.set(code, glyph)
    return glyph
  }
}

const listOf = (value: PdfValue | undefined): readonly PdfValue[] =>
  Array.isArray(value) ? (value as readonly PdfValue[]) : []

/** ISO 32000-1, 9.7.4.3: "first [w w w]" or "first last w". */
function compositeWidths(list: readonly PdfValue[], scale: number): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  for (let at = 0; at + 1 < list.length;) {
    const [first, next, width] = [Number(list[at]), list[at + 1], list[at + 2]]
    if (Array.isArray(next)) {
      next.forEach((value, index) => widths.set(first + index, Number(value) * scale))
      at += 2
    } else {
      for (let code = first; code <= Number(next); code++) widths.set(code, Number(width) * scale)
      at += 3
    }
  }
  return widths
}

const utf16 = ({ raw }: PdfString): string => Buffer.from(raw, 'latin1').swap16().toString('utf16le')
const codeOf = ({ raw }: PdfString): number => [...raw].reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0)

/** ISO 32000-1, 9.10.3: bfchar and bfrange. */
function lettersOf(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>()
  const syntax = new PdfSyntax(map)
  let pending: PdfValue[] = []
  for (let item = syntax.next(); item !== undefined; item = syntax.next()) {
    if (!(item instanceof PdfWord)) {
      pending.push(item)
      continue
    }
    if (item.word === 'endbfchar') pairs(pending, (code, text) => letters.set(code, text))
    if (item.word === 'endbfrange') ranges(pending, (code, text) => letters.set(code, text))
    pending = []
  }
  return letters
}

function pairs(items: readonly PdfValue[], set: (code: number, text: string) => void): void {
  for (let at = 0; at + 1 < items.length; at += 2) {
    const [code, text] = [items[at], items[at + 1]]
    if (code instanceof PdfString && text instanceof PdfString) set(codeOf(code), utf16(text))
  }
}

function ranges(items: readonly PdfValue[], set: (code: number, text: string) => void): void {
  for (let at = 0; at + 2 < items.length; at += 3) {
    const [first, last, to] = [items[at], items[at + 1], items[at + 2]]
    if (!(first instanceof PdfString) || !(last instanceof PdfString)) continue
    for (let code = codeOf(first), index = 0; code <= codeOf(last); code++, index++) {
      const listed = listOf(to)[index]
      if (listed instanceof PdfString) set(code, utf16(listed))
      else if (to instanceof PdfString) set(code, following(utf16(to), index))
    }
  }
}

/** Adds to the last character. */
const following = (text: string, by: number): string => {
  const signs = [...text]
  return signs.slice(0, -1).join('') + String.fromCodePoint((signs.at(-1)?.codePointAt(0) ?? 0) + by)
}
