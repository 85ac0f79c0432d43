import { reviewRoomText } from '../../../catalogue/window/reviewRoom'
import { acceptedWith } from '../../../review/openFacts'
import type { Assessment } from '../../../story/assessment/assessment'
import { FactChanges } from '../../facts/detail/FactChanges'
import { StatusWord } from '../../facts/Status'
import { useShown } from '../../state/hooks/useShown'
import { useWindowServices } from '../../state/windowServices'
import { lookKey } from '../../verdicts/lookKey'
import { acceptedRow } from '../../verdicts/useAcceptContext'

/** The other facts of a changed sentence, each with what changed. One key accepts those that were shown long enough. */
export function AcceptedTogether({
  fact,
  assessments,
}: {
  readonly fact: Assessment
  readonly assessments: readonly Assessment[]
}) {
  const together = acceptedWith(assessments, fact)
  if (together.length === 0) return null
  const title = reviewRoomText('acceptedTogether.title', { count: together.length + 1 })
  return (
    <section className="related-places" aria-label={title}>
      <h3 className="related-places-title">{title}</h3>
      <ul>
        {together.map((other) => (
          <Row key={other.id} other={other} />
        ))}
      </ul>
    </section>
  )
}

function Row({ other }: { readonly other: Assessment }) {
  const { attention } = useWindowServices().panels
  const shown = useShown(attention.row(acceptedRow(other.id)), lookKey(other))
  return (
    <li ref={shown}>
      <span className="serif" dir="auto">
        {other.words}
      </span>{' '}
      <StatusWord status={other.status} />
      <FactChanges fact={other} />
    </li>
  )
}
