import { useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { focusNow } from './focus/focusService'

interface PartOfList<T> {
  readonly list: RefObject<HTMLUListElement | null>
  /** The rows that are drawn. */
  readonly drawn: readonly T[]
  /** Draws the next rows. Undefined when all are drawn. */
  readonly showMore: (() => void) | undefined
}

interface ShowMoreOptions<T> {
  /** What the list shows. The drawing begins again with another subject. */
  readonly subject?: string
  /** Rows that are drawn wherever they are in the list. */
  readonly always?: (row: T) => boolean
}

/**
 * Draws a long list in parts of `step` rows, one more with each “Show more”. `list` holds the rows and nothing else.
 */
export function useShowMore<T>(
  rows: readonly T[],
  step: number,
  { subject = '', always = () => false }: ShowMoreOptions<T> = {},
): PartOfList<T> {
  const list = useRef<HTMLUListElement>(null)
  const [asked, setAsked] = useState({ subject, count: step })
  const count = asked.subject === subject ? asked.count : step
  const drawn = rows.filter((row, index) => index < count || always(row))
  if (drawn.length === rows.length) return { list, drawn, showMore: undefined }
  return {
    list,
    drawn,
    showMore: () => {
      flushSync(() => setAsked({ subject, count: count + step }))
      // The keyboard goes on with the first new row: the button is further down, or gone.
      const next = list.current?.children[count]
      if (next instanceof HTMLElement) focusNow(next)
    },
  }
}
