import type { Span } from '../../story/copy'

export interface Style {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly href?: string
}

/** Text with spans, built from left to right; adjoining spans of one kind become one. */
export class StyledText {
  #parts: string[] = []
  #length = 0
  #spans: Span[] = []

  constructor(text = '', spans: readonly Span[] = []) {
    if (text !== '') this.#parts.push(text)
    this.#length = text.length
    this.#spans = [...spans]
  }

  get text(): string {
    return this.#parts.join('')
  }

  /** Sorted by `from`, then `to`. */
  get spans(): readonly Span[] {
    return [...this.#spans].sort((a, b) => a.from - b.from || a.to - b.to)
  }

  add(text: string, style: Style): void {
    if (text === '') return
    const from = this.#length
    this.#parts.push(text)
    this.#length += text.length
    const range = { from, to: this.#length }
    if (style.bold) this.#mark({ ...range, mark: 'bold' })
    if (style.italic) this.#mark({ ...range, mark: 'italic' })
    if (style.href !== undefined) this.#mark({ ...range, mark: 'link', href: style.href })
  }

  append(other: StyledText): void {
    const start = this.#length
    this.#parts.push(other.text)
    this.#length += other.text.length
    for (const span of other.spans) this.#spans.push({ ...span, from: span.from + start, to: span.to + start })
  }

  /** Without white space at both ends, and around hard breaks. */
  trimmed(): { readonly text: string; readonly spans: readonly Span[] } {
    const { text } = this
    const start = text.length - text.trimStart().length
    const end = Math.max(start, text.trimEnd().length)
    const spans = this.spans
      .map((span) => ({ ...span, from: Math.max(span.from, start) - start, to: Math.min(span.to, end) - start }))
      .filter((span) => span.from < span.to)
    return { text: text.slice(start, end), spans }
  }

  #mark(span: Span): void {
    const index = this.#spans.findLastIndex((known) => known.mark === span.mark && known.to === span.from && (known.mark !== 'link' || (span.mark === 'link' && known.href === span.href)))
    const known = this.#spans[index]
    if (known) this.#spans[index] = { ...known, to: span.to }
    else this.#spans.push(span)
  }
}
