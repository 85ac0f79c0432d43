import type { ShownPiece } from './linesOfPage'
import { PdfFont, type FontSource } from './pdfFont'
import { PdfName, PdfString, PdfSyntax, PdfWord, type PdfDictionary, type PdfValue } from './pdfSyntax'

/** The file of the page. */
export interface PageSource extends FontSource {
  /** Fonts that pages have used so far. */
  readonly fonts: Map<PdfValue, PdfFont>
  /** Text for a code that its font does not explain. undefined: the page cannot be read. */
  readonly unexplained: string | undefined
  /** Collects the strings of a value inside the page. */
  readonly note: (value: PdfValue) => void
}

type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
]

interface State {
  readonly matrix: Matrix
  readonly font: PdfFont | undefined
  readonly size: number
}

/**
 * Reads what a page shows: glyphs, or the text that replaces glyphs (ActualText). @throws RangeError for what it does
 * not understand.
 */
export function pageText(page: PdfDictionary, source: PageSource): readonly ShownPiece[] {
  const reader = new PageReader(source)
  const contents = source.resolve(page.get('Contents'))
  const parts = Array.isArray(contents) ? (contents as readonly PdfValue[]) : [page.get('Contents')]
  reader.read(parts.map((part) => source.stream(part) ?? '').join('\n'), page.get('Resources'), IDENTITY)
  return reader.pieces
}

/** Deepest nesting of forms. */
const DEEPEST = 12

class PageReader {
  readonly pieces: ShownPiece[] = []
  readonly #source: PageSource
  /** For each open section of marked content its ActualText: undefined without one, '' once it is read. */
  readonly #marked: (string | undefined)[] = []
  /** Number of open sections with an ActualText. */
  #replaced = 0
  #depth = 0

  constructor(source: PageSource) {
    this.#source = source
  }

  read(content: string, resources: PdfValue | undefined, matrix: Matrix): void {
    if (++this.#depth > DEEPEST) throw new RangeError('Forms are nested too deeply.')
    const { resolve } = this.#source
    const entry = (kind: string, name: PdfValue | undefined): PdfValue | undefined => {
      const all = resolve((resolve(resources) as PdfDictionary | undefined)?.get(kind))
      return all instanceof Map && name instanceof PdfName ? (all as PdfDictionary).get(name.name) : undefined
    }
    const saved: State[] = []
    let state: State = { matrix, font: undefined, size: 0 }
    let text: Matrix = IDENTITY
    let line: Matrix = IDENTITY
    let leading = 0
    const move = (x: number, y: number): void => {
      text = line = times([1, 0, 0, 1, x, y], line)
    }
    const show = (items: readonly PdfValue[]): void => {
      for (const item of items) {
        if (typeof item === 'number') text = times([1, 0, 0, 1, (-item / 1000) * state.size, 0], text)
        else if (item instanceof PdfString) text = this.#show(item, state, text)
      }
    }
    const syntax = new PdfSyntax(content)
    let operands: PdfValue[] = []
    for (let item = syntax.next(); item !== undefined; item = syntax.next()) {
      if (!(item instanceof PdfWord)) {
        operands.push(item)
        continue
      }
      const [first, second] = operands
      const number = (index: number): number => (typeof operands[index] === 'number' ? operands[index] : 0)
      const six = (): Matrix => [number(0), number(1), number(2), number(3), number(4), number(5)]
      switch (item.word) {
        case 'q':
          saved.push(state)
          break
        case 'Q':
          state = saved.pop() ?? state
          break
        case 'cm':
          state = { ...state, matrix: times(six(), state.matrix) }
          break
        case 'BT':
          text = line = IDENTITY
          break
        case 'Tf':
          state = { ...state, font: this.#font(entry('Font', first)), size: number(1) }
          break
        case 'Tm':
          text = line = six()
          break
        case 'TL':
          leading = number(0)
          break
        case 'Td':
          move(number(0), number(1))
          break
        case 'TD':
          leading = -number(1)
          move(number(0), number(1))
          break
        case 'T*':
          move(0, -leading)
          break
        case 'Tj':
          show(operands)
          break
        case 'TJ':
          show(Array.isArray(first) ? (first as readonly PdfValue[]) : [])
          break
        case "'":
          move(0, -leading)
          show(operands)
          break
        case '"':
          move(0, -leading)
          show(operands.slice(2))
          break
        case 'BDC':
        case 'BMC':
          this.#begin(second instanceof PdfName ? resolve(entry('Properties', second)) : second)
          break
        case 'EMC':
          if (this.#marked.pop() !== undefined) this.#replaced--
          break
        case 'Do':
          this.#form(entry('XObject', first), state.matrix)
          break
        case 'BI':
          throw new RangeError('The page has an inline picture.')
      }
      operands = []
    }
    this.#depth--
  }

  #show(string: PdfString, { font, size, matrix }: State, text: Matrix): Matrix {
    if (!font) throw new RangeError('Words are shown in no font.')
    const [a, , c, d, e, line] = times(text, matrix)
    const height = size * Math.hypot(c, d)
    const glyphs = font.glyphs(string)
    const put = (words: string, start: number, end: number): void => {
      const [from, to] = [e + start * a, e + end * a]
      this.pieces.push({ text: words, from: Math.min(from, to), to: Math.max(from, to), line, size: height })
    }
    let along = 0
    let words = ''
    let inPlace = this.#replaced > 0
    for (const glyph of glyphs) {
      along += glyph.width * size
      words += glyph.text ?? ''
      inPlace ||= glyph.inPlace
    }
    if (!inPlace) put(words, 0, along)
    else {
      along = 0
      // Glyph by glyph, because each has its place on the line.
      for (const { text: letters, width } of glyphs) put(this.#textFor(letters), along, (along += width * size))
    }
    return times([1, 0, 0, 1, along, 0], text)
  }

  /** Returns the text to read for a glyph. */
  #textFor(letters: string | undefined): string {
    const at = this.#replaced === 0 ? -1 : this.#marked.findIndex((actual) => actual !== undefined)
    if (at < 0) {
      const known = letters ?? this.#source.unexplained
      if (known === undefined) throw new RangeError('A font does not say what a code means.')
      return known
    }
    const actual = this.#marked[at] ?? ''
    this.#marked[at] = ''
    return actual
  }

  #begin(properties: PdfValue | undefined): void {
    if (properties !== undefined) this.#source.note(properties)
    const actual = properties instanceof Map ? (properties as PdfDictionary).get('ActualText') : undefined
    if (actual instanceof PdfString) this.#replaced++
    this.#marked.push(actual instanceof PdfString ? actual.text : undefined)
  }

  #font(value: PdfValue | undefined): PdfFont {
    const font = this.#source.resolve(value)
    if (value === undefined || !(font instanceof Map)) throw new RangeError('A font is missing.')
    const known = this.#source.fonts.get(font) ?? new PdfFont(font as PdfDictionary, this.#source)
    this.#source.fonts.set(font, known)
    return known
  }

  #form(value: PdfValue | undefined, matrix: Matrix): void {
    const form = this.#source.resolve(value)
    if (!(form instanceof Map)) return
    const dictionary = form as PdfDictionary
    const kind = dictionary.get('Subtype')
    if (!(kind instanceof PdfName) || kind.name !== 'Form') return
    const own = this.#source.resolve(dictionary.get('Matrix'))
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.isArray(own)
      ? (own as readonly PdfValue[]).map(Number)
      : []
    this.read(this.#source.stream(value) ?? '', dictionary.get('Resources'), times([a, b, c, d, e, f], matrix))
  }
}
