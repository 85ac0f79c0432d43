import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import type { Assessment } from '../../story/assessment/assessment'
import { describePlace } from '../../story/copy/describePlace'
import { shownSourceOf, sourceBook } from '../../story/desk/source'
import { duplicatesOf, signedTogether, verifiedElsewhere } from '../../checks/rules/facts/duplicateStatements'
import { useNewsroom, useNotice, useStoryReadOnly, type StoryPart } from '../state'
import { Button } from '../ui'
import { StatusWord } from '../facts/Status'
import { useShown } from '../state/hooks/useShown'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { useWindowServices } from '../state/windowServices'
import { lookKey } from '../verdicts/lookKey'
import { returnAfter } from '../verdicts/focusFact'

/**
 * The other places of the same statement, each with its sentence. One key signs those in the same context once they
 * were shown: they come first. The others are offered one by one.
 */
export function DuplicateStatements({
  fact,
  story,
}: {
  readonly fact: Assessment
  readonly story: StoryPart<'id' | 'copy' | 'assessments' | 'jump'>
}) {
  const duplicates = duplicatesOf(fact, story.assessments)
  if (duplicates.length === 0) return null
  const together = new Set(signedTogether(fact, story.assessments))
  const others = duplicates.filter((other) => !together.has(other))
  const places = (list: readonly Assessment[]) =>
    list.length > 0 ? (
      <ul>
        {list.map((duplicate) => (
          <Place key={duplicate.id} duplicate={duplicate} story={story} isTogether={together.has(duplicate)} />
        ))}
      </ul>
    ) : null
  return (
    <section className="related-places" aria-label={reviewRoomText('duplicateStatements.sameStatementElsewhere')}>
      <h3 className="related-places-title">
        {reviewRoomText('duplicateStatements.sameStatementOtherPlaces', { count: duplicates.length })}
        {together.size > 0
          ? reviewRoomText('duplicateStatements.oneKeySignsAll', { count: together.size, value: together.size + 1 })
          : ''}
      </h3>
      {places(duplicates.filter((other) => together.has(other)))}
      {others.length > 0 ? <p className="soft">{reviewRoomText('duplicateStatements.ownLook')}</p> : null}
      {places(others)}
      <Offered fact={fact} story={story} />
    </section>
  )
}

function Place({
  duplicate,
  story,
  isTogether,
}: {
  readonly duplicate: Assessment
  readonly story: StoryPart<'copy' | 'jump'>
  readonly isTogether: boolean
}) {
  const { panels } = useWindowServices()
  const shown = useShown(panels.attention.row(duplicate.id), isTogether ? lookKey(duplicate) : null)
  return (
    <li ref={shown}>
      <button
        type="button"
        className="related-place-open"
        onClick={() => story.jump({ kind: 'fact', fact: duplicate.id }, false)}
      >
        <span className="soft">{describePlace(duplicate, story.copy)}</span>{' '}
        <span className="serif" dir="auto">
          {duplicate.sentence || duplicate.text}
        </span>
      </button>
      {isTogether ? null : <StatusWord status={duplicate.status} />}
    </li>
  )
}

/** Offers the evidence of a place that is verified. It is attached, and the person still looks and signs. */
function Offered({ fact, story }: { readonly fact: Assessment; readonly story: StoryPart<'id' | 'assessments'> }) {
  const { act } = useWindowServices().newsroom
  const desk = useNewsroom(({ desk }) => desk)
  const readOnly = useStoryReadOnly()
  const { check } = useNotice()
  const once = useOneAtATime()
  const other = verifiedElsewhere(fact, story.assessments)
  const lent = other?.evidence.filter(({ stance }) => stance === 'supports') ?? []
  if (!other?.current || fact.evidence.length > 0 || lent.length === 0 || readOnly !== undefined) return null
  const book = sourceBook(desk.sources)
  const attach = async (): Promise<void> => {
    const goBack = returnAfter(fact.id)
    for (const { id: _id, size: _size, ...evidence } of lent)
      if (!check(await act('fact.addEvidence', { story: story.id, fact: fact.id, evidence }))) return
    goBack()
  }
  return (
    <p className="related-places-offer">
      <span className="soft">
        {reviewRoomText('duplicateStatements.verifiedThere', {
          by: other.current.by,
          evidence: lent.map(({ source, locator }) => `${shownSourceOf(source, book) ?? ''} ${locator}`).join(', '),
        })}
      </span>{' '}
      <Button onClick={() => void once(attach)}>{reviewRoomText('duplicateStatements.useEvidence')}</Button>
    </p>
  )
}
