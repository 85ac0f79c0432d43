import type { ReactNode } from 'react'
import type { TextMark } from './marks'

/** Looks, the strongest first: one that lies under another is not drawn there. */
const LOOKS = ['found', 'here', 'hit', 'excerpt'] as const

/** A text with marked ranges, which may overlap. `onFound` gets the first piece of the found place. */
export function MarkedText({
  text,
  marks,
  onFound,
}: {
  readonly text: string
  readonly marks: readonly TextMark[]
  readonly onFound?: ((mark: Element | null) => void) | undefined
}) {
  if (marks.length === 0) return text
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].toSorted((a, b) => a - b)
  const isFirst = new Set<string>()
  const pieces: ReactNode[] = []
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1]
    if (to === undefined) break
    const over = marks.filter((mark) => mark.from <= from && mark.to >= to)
    const look = LOOKS.find((one) => over.some((mark) => mark.look === one))
    const words = text.slice(from, to)
    pieces.push(
      look === undefined ? (
        words
      ) : (
        <mark
          key={from}
          ref={look === 'found' && !isFirst.has(look) ? onFound : undefined}
          className={CLASSES[look]}
          data-excerpt={over.some((mark) => mark.look === 'excerpt') || undefined}
        >
          {words}
        </mark>
      ),
    )
    if (look !== undefined) isFirst.add(look)
  }
  return pieces
}

export const CLASSES: Readonly<Record<TextMark['look'], string>> = {
  excerpt: 'mark-excerpt',
  hit: 'mark-hit',
  here: 'mark-hit mark-here',
  found: 'mark-hit mark-here mark-found',
}
