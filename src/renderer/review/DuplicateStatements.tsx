import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import type { Assessment } from '../../story/assessment/assessment'
import { describePlace } from '../../story/copy/describePlace'
import { duplicatesOf, signedTogether } from '../../checks/rules/facts/duplicateStatements'
import type { StoryPart } from '../state'
import { StatusWord } from '../common'

/** The other places of the same statement, each with its sentence. One key signs all that use the same words. */
export function DuplicateStatements({
  fact,
  story,
}: {
  readonly fact: Assessment
  readonly story: StoryPart<'copy' | 'assessments' | 'jump'>
}) {
  const echoes = duplicatesOf(fact, story.assessments)
  if (echoes.length === 0) return null
  const together = new Set(signedTogether(fact, story.assessments))
  return (
    <section className="echoes" aria-label={reviewRoomText('duplicateStatements.sameStatementElsewhere')}>
      <h3 className="echoes-title">
        {reviewRoomText('duplicateStatements.sameStatementOtherPlaces', { count: echoes.length })}
        {together.size > 0
          ? reviewRoomText('duplicateStatements.oneKeySignsAll', { count: together.size, value: together.size + 1 })
          : ''}
      </h3>
      <ul>
        {echoes.map((echo) => (
          <li key={echo.id}>
            <button
              type="button"
              className="echo-open"
              onClick={() => story.jump({ kind: 'fact', fact: echo.id }, false)}
            >
              <span className="soft">{describePlace(echo, story.copy)}</span>{' '}
              <span className="serif" dir="auto">
                {echo.sentence || echo.text}
              </span>
            </button>
            {together.has(echo) ? null : <StatusWord status={echo.status} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
