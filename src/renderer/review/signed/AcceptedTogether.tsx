import { reviewRoomText } from '../../../catalogue/window/reviewRoom'
import { sharingContext } from '../../../review/openFacts'
import type { Assessment } from '../../../story/assessment/assessment'
import { StatusWord } from '../../facts/Status'

/** The facts that one key accepts with a changed sentence. */
export function AcceptedTogether({
  fact,
  assessments,
}: {
  readonly fact: Assessment
  readonly assessments: readonly Assessment[]
}) {
  const together = sharingContext(assessments, fact).filter(({ id }) => id !== fact.id)
  if (together.length === 0) return null
  const title = reviewRoomText('acceptedTogether.title', { count: together.length + 1 })
  return (
    <section className="echoes" aria-label={title}>
      <h3 className="echoes-title">{title}</h3>
      <ul>
        {together.map((other) => (
          <li key={other.id}>
            <span className="serif" dir="auto">
              {other.words}
            </span>{' '}
            <StatusWord status={other.current?.status ?? other.status} />
          </li>
        ))}
      </ul>
    </section>
  )
}
