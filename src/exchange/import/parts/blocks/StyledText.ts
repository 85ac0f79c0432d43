import type { Span } from '../../../../story/copy/copy'
import {
  addProposed,
  sortProposed,
  type BlockShape,
  type Style as ProposedStyle,
  type SuggestionSpan,
} from '../../../../story/copy/suggestions/markedCopy'

export interface RunStyle {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly href?: string
  /** Ids of the comments on the text. */
  readonly comments?: readonly string[]
  /** Suggestions that insert, delete or restyle the text. `as`: the text represents a break. */
  readonly inserted?: { readonly id: string; readonly as?: BlockShape | 'line' } | undefined
  readonly deleted?: string | undefined
  readonly restyled?: readonly { readonly id: string; readonly style: ProposedStyle }[]
}

/** White space that trimming removes. A proposed break is a line or paragraph separator, which is kept. */
const isBlank = (character = ''): boolean => character.trim() === '' && character !== '\u2028' && character !== '\u2029'

/** Text with spans, built from left to right. Adjacent spans of one kind merge. */
export class StyledText {
  #parts: string[] = []
  #length = 0
  #spans: Span[] = []
  #proposed: SuggestionSpan[] = []
  /** Kind of span → index of the latest one in `#spans`. */
  readonly #latest = new Map<string, number>()

  constructor(text = '', spans: readonly Span[] = [], proposed: readonly SuggestionSpan[] = []) {
    this.#proposed = [...proposed].sort((a, b) => a.to - b.to)
    if (text !== '') this.#parts.push(text)
    this.#length = text.length
    this.#spans = [...spans]
  }

  get text(): string {
    return this.#parts.join('')
  }

  /** Length of the text in UTF-16 units. */
  get length(): number {
    return this.#length
  }

  /** Sorted by `from`, then `to`. */
  get spans(): readonly Span[] {
    return [...this.#spans].sort((a, b) => a.from - b.from || a.to - b.to)
  }

  add(text: string, style: RunStyle): void {
    if (text === '') return
    const from = this.#length
    this.#parts.push(text)
    this.#length += text.length
    const range = { from, to: this.#length }
    if (style.bold) this.#mark({ ...range, mark: 'bold' })
    if (style.italic) this.#mark({ ...range, mark: 'italic' })
    if (style.href !== undefined) this.#mark({ ...range, mark: 'link', href: style.href })
    if (style.comments) for (const id of style.comments) this.#mark({ ...range, mark: 'comment', id })
    if (style.inserted) addProposed(this.#proposed, { ...range, mark: 'insertion', ...style.inserted })
    if (style.deleted !== undefined) addProposed(this.#proposed, { ...range, mark: 'deletion', id: style.deleted })
    if (style.restyled)
      for (const restyle of style.restyled) addProposed(this.#proposed, { ...range, mark: 'restyle', ...restyle })
  }

  /** Sorted by place. */
  get proposed(): readonly SuggestionSpan[] {
    return sortProposed(this.#proposed)
  }

  append(other: StyledText): void {
    const start = this.#length
    this.#parts.push(other.text)
    this.#length += other.text.length
    for (const span of other.spans) this.#spans.push({ ...span, from: span.from + start, to: span.to + start })
    for (const span of other.#proposed)
      addProposed(this.#proposed, { ...span, from: span.from + start, to: span.to + start })
  }

  /** Returns the text without white space at both ends. */
  trimmed(): { readonly text: string; readonly spans: readonly Span[]; readonly proposed: readonly SuggestionSpan[] } {
    const { text } = this
    let start = 0
    while (start < text.length && isBlank(text[start])) start++
    let end = text.length
    while (end > start && isBlank(text[end - 1])) end--
    const within = <S extends { readonly from: number; readonly to: number }>(list: readonly S[]): S[] =>
      list
        .map((span) => ({ ...span, from: Math.max(span.from, start) - start, to: Math.min(span.to, end) - start }))
        .filter((span) => span.from < span.to)
    return { text: text.slice(start, end), spans: within(this.spans), proposed: sortProposed(within(this.#proposed)) }
  }

  /** Text grows from left to right, so only the latest span of a kind can continue. */
  #mark(span: Span): void {
    const kind = span.mark === 'link' ? `link ${span.href}` : 'id' in span ? `${span.mark} ${span.id}` : span.mark
    const index = this.#latest.get(kind) ?? -1
    const known = this.#spans[index]
    if (known?.to === span.from) this.#spans[index] = { ...known, to: span.to }
    else this.#latest.set(kind, this.#spans.push(span) - 1)
  }
}

/** Joins texts into one, with `between` in no style between them. */
export function joinStyled(pieces: readonly StyledText[], between: string): StyledText {
  const whole = new StyledText()
  pieces.forEach((piece, index) => {
    if (index > 0) whole.add(between, {})
    whole.append(piece)
  })
  return whole
}
