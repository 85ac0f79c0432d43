import { Fragment } from 'react'
import type { Occurrence } from '../../checks/evidence/foldedText'

/** A text with marked ranges. `onFirst` gets the first mark. */
export function MarkedText({
  text,
  marks,
  onFirst,
}: {
  readonly text: string
  readonly marks: readonly Occurrence[]
  readonly onFirst?: ((mark: Element | null) => void) | undefined
}) {
  const ends = [0, ...marks.map(({ to }) => to)]
  return (
    <>
      {marks.map(({ from, to }, index) => (
        <Fragment key={from}>
          {text.slice(ends[index], from)}
          <mark ref={index === 0 ? onFirst : undefined} className="found-words">
            {text.slice(from, to)}
          </mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
