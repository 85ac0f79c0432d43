/**
 * Reads everything that somebody can read in a PDF as typesetters write it: the words of its pages, and every string
 * around them.
 */
import { inflateSync } from 'node:zlib'
import { PdfFile } from '../pdfFile'
import { linesOfPage } from './linesOfPage'
import { pageText, type PageSource } from './pageText'
import { PdfName, PdfReference, PdfString, PdfSyntax, type PdfDictionary, type PdfValue } from './pdfSyntax'

export interface PdfTexts {
  /** Pages in order, separated by U+000C. */
  readonly words: string
  /** Metadata, link addresses, alternative texts, names: one line for each string of an object. */
  readonly around: string
}

/**
 * Returns undefined if the file is built otherwise or a font does not explain its codes: then the reader may miss
 * something.
 */
export const readPlainPdf = (bytes: Uint8Array): PdfTexts | undefined => read(bytes)

/** Returns the words with U+FFFD for each letter that nobody can read. undefined if the file is built otherwise. */
export const wordsWithGaps = (bytes: Uint8Array): string | undefined => read(bytes, '\ufffd')?.words

function read(bytes: Uint8Array, unexplained?: string): PdfTexts | undefined {
  try {
    const objects = new OpenObjects(new PdfFile(bytes), unexplained)
    const words = objects.pages().map((page) => linesOfPage(pageText(page, objects)))
    return words.length === 0 ? undefined : { words: words.join('\f'), around: [...objects.strings()].join('\n') }
  } catch {
    return undefined
  }
}

/** Objects without strings are not parsed: the tag tree has thousands. Metadata is text as a whole. */
const HAS_STRINGS = /\(|<[\da-fA-F\s]*>|\/Metadata\b/

const TYPES_OF_TEXT = new Set(['Metadata'])

class OpenObjects implements PageSource {
  readonly #file: PdfFile
  readonly #values = new Map<number, PdfValue | undefined>()
  readonly #streams = new Map<number, string>()
  readonly #strings = new Set<string>()

  readonly fonts: PageSource['fonts'] = new Map()
  readonly unexplained: string | undefined

  constructor(file: PdfFile, unexplained: string | undefined) {
    this.#file = file
    this.unexplained = unexplained
    for (const number of file.numbers) if (HAS_STRINGS.test(file.head(number))) this.#read(number)
  }

  resolve = (value: PdfValue | undefined): PdfValue | undefined =>
    value instanceof PdfReference ? this.#read(value.number) : value

  stream = (value: PdfValue | undefined): string | undefined => {
    const dictionary = this.resolve(value)
    if (!(value instanceof PdfReference) || !(dictionary instanceof Map)) return undefined
    const data = this.#streams.get(value.number)
    return data === undefined ? undefined : decoded(data, this.resolve((dictionary as PdfDictionary).get('Filter')))
  }

  note(value: PdfValue): void {
    if (value instanceof PdfString) this.#strings.add(value.text)
    else if (Array.isArray(value)) (value as readonly PdfValue[]).forEach((item) => this.note(item))
    else if (value instanceof Map) for (const item of (value as PdfDictionary).values()) this.note(item)
  }

  pages(): readonly PdfDictionary[] {
    const pagesOf = (value: PdfValue | undefined): readonly PdfDictionary[] => {
      const node = this.resolve(value)
      if (!(node instanceof Map)) return []
      const kids = this.resolve((node as PdfDictionary).get('Kids'))
      return Array.isArray(kids) ? (kids as readonly PdfValue[]).flatMap(pagesOf) : [node as PdfDictionary]
    }
    const catalog = this.#read(this.#file.root)
    return catalog instanceof Map ? pagesOf((catalog as PdfDictionary).get('Pages')) : []
  }

  strings(): ReadonlySet<string> {
    return this.#strings
  }

  #read(number: number): PdfValue | undefined {
    if (this.#values.has(number)) return this.#values.get(number)
    const text = this.#file.text(number)
    const syntax = new PdfSyntax(text, text.indexOf('obj') + 3)
    const value = syntax.next()
    if (value !== undefined) this.note(value)
    this.#values.set(number, value)
    if (!(value instanceof Map)) return value
    const dictionary = value as PdfDictionary
    const length = dictionary.get('Length')
    const start = /^\s*stream\r?\n/.exec(text.slice(syntax.at, syntax.at + 20))
    if (!start) return value
    if (typeof length !== 'number') throw new RangeError('A stream does not say its length.')
    const from = syntax.at + start[0].length
    this.#streams.set(number, text.slice(from, from + length))
    const type = dictionary.get('Type')
    if (type instanceof PdfName && TYPES_OF_TEXT.has(type.name))
      this.#strings.add(
        Buffer.from(decoded(text.slice(from, from + length), dictionary.get('Filter')), 'latin1').toString('utf8'),
      )
    return value
  }
}

function decoded(data: string, filter: PdfValue | undefined): string {
  if (filter === undefined) return data
  const [only, ...more] = Array.isArray(filter) ? (filter as readonly PdfValue[]) : [filter]
  if (!(only instanceof PdfName) || only.name !== 'FlateDecode' || more.length > 0)
    throw new RangeError('A stream is packed in an unknown way.')
  return inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
}
