import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { openFacts } from '../../review/openFacts'
import { Button } from '../ui'
import type { Assessment } from '../../story/assessment/assessment'
import { pick, useKeys, usePanels, useStory, useStoryReadOnly } from '../state'
import { isInTray } from '../verdicts/walk'
import { useWindowServices } from '../state/windowServices'
import { AcceptedTogether } from './AcceptedTogether'
import { Backup, FactHead } from './Backup'
import { DuplicateStatements } from './DuplicateStatements'
import { FoundStrip } from './FoundStrip'
import { SinceSigned } from './SinceSigned'
import { useReviewKeys } from './useReviewKeys'
import { useVerdicts } from '../verdicts/useVerdicts'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './review.css'
import './found.css'

/** Listens for the keys of review while the app is in it, also while the room is covered in a narrow window. */
export function ReviewKeys() {
  useReviewKeys()
  return null
}

/** The left side in review: the backup of the selected fact, and the keys. */
export function ReviewRoom() {
  const story = useStory(pick('id', 'copy', 'entries', 'assessments', 'clear', 'current', 'jump'))
  const { setReview, open } = useWindowServices().panels
  const { panels } = useWindowServices()
  const since = usePanels(({ since }) => since)
  const only = usePanels(({ only }) => only)
  const { signAgain } = useVerdicts()
  const keyOf = useKeys()
  const fact = story?.assessments.find((one) => one.id === story.current)
  const room = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => focusPlace(PLACES.backup)(scroller.current), [])
  const inHand = fact?.id
  const isScrolled = useRef(false)
  // Shows each fact's backup from its beginning. Asking an unmoved box would lay out the window once more for a key.
  useEffect(() => {
    if (isScrolled.current) for (const box of [room.current, scroller.current]) box?.scrollTo({ top: 0 })
    isScrolled.current = false
  }, [inHand])
  // Another fact has another place in the source.
  useEffect(() => () => panels.store.setState({ found: null }), [panels, inHand])
  const isLookedAt = useStore(panels.attention.fact.store, ({ ready }) => ready)
  const { assessments, clear } = story ?? {}
  const left = useMemo(() => openFacts(assessments ?? []).length, [assessments])
  const untagged = useMemo(
    () => (clear ? [...clear.blocks, ...clear.warns].filter(({ rule }) => rule.startsWith('untagged')).length : 0),
    [clear],
  )
  return (
    <section
      ref={room}
      className="review-room"
      aria-label={reviewRoomText('reviewRoom.evidence')}
      data-looked-at={isLookedAt}
      onScrollCapture={() => (isScrolled.current = true)}
    >
      <div className="review-head">
        <h2 className="review-title">{reviewRoomText('reviewRoom.review')}</h2>
        <span className="soft">
          {left === 0
            ? untagged === 0
              ? reviewRoomText('reviewRoom.nothingOpen')
              : reviewRoomText('reviewRoom.withoutTag', { untagged })
            : reviewRoomText('reviewRoom.factsOpen', { left })}
        </span>
        {only && only.story === story?.id ? (
          <Button look="plain" onClick={() => panels.store.setState({ only: null })}>
            {reviewRoomText('reviewRoom.onlyThese', { kind: only.title, count: only.facts.size })}
          </Button>
        ) : null}
        <Button look="plain" keys={reviewRoomText('reviewRoom.esc')} onClick={() => setReview(false)}>
          {reviewRoomText('reviewRoom.leave')}
        </Button>
      </div>
      <div
        ref={scroller}
        className="review-scroll"
        tabIndex={0}
        role="group"
        aria-label={reviewRoomText('reviewRoom.backupFactHand')}
      >
        {since && story ? <SinceSigned story={story} onAgain={signAgain} /> : null}
        {fact && story ? (
          <>
            <FactHead key={fact.id} fact={fact} />
            <NextActs fact={fact} />
            <DuplicateStatements fact={fact} story={story} />
            <AcceptedTogether fact={fact} assessments={story.assessments} />
            <FoundStrip key={`found ${fact.id}`} fact={fact} />
            <Backup fact={fact} />
          </>
        ) : (
          <div className="empty">
            <strong>
              {left === 0 ? reviewRoomText('reviewRoom.everyFactSettled') : reviewRoomText('reviewRoom.noFactHand')}
            </strong>
            <p>
              {left === 0
                ? reviewRoomText('reviewRoom.walksStatementsWithoutTag', {
                    value: keyOf('review.nothingToCheck') || reviewRoomText('reviewRoom.nothingCheck'),
                  })
                : reviewRoomText('reviewRoom.takesNextOpenFact', {
                    value: keyOf('review.next') || reviewRoomText('reviewRoom.nextFact'),
                    value2: keyOf('review.previous') || reviewRoomText('reviewRoom.factBefore'),
                  })}
            </p>
          </div>
        )}
        {fact ? (
          <p className="review-add">
            <Button
              keys={keyOf('review.evidence') || undefined}
              onClick={() => open({ kind: 'evidence', fact: fact.id })}
            >
              {reviewRoomText('reviewRoom.addEvidence')}
            </Button>
          </p>
        ) : null}
      </div>
    </section>
  )
}

/** What only some facts need: to accept the new sentence, or to answer the query. */
function NextActs({ fact }: { readonly fact: Assessment }) {
  const readOnly = useStoryReadOnly()
  const { acceptContext, answer } = useVerdicts()
  const { attention } = useWindowServices().panels
  const keyOf = useKeys()
  const accepts = fact.reasons.includes('context') || fact.precedingChanged
  const answers = fact.status === 'queried'
  if (readOnly !== undefined || isInTray(fact) || !(accepts || answers)) return null
  return (
    <p className="review-acts">
      {accepts ? (
        <Button keys={keyOf('review.acceptContext')} onClick={() => attention.press() && acceptContext(fact)}>
          {reviewRoomText('reviewRoom.acceptSentence')}
        </Button>
      ) : null}
      {answers ? (
        <Button keys={keyOf('review.answer')} onClick={() => answer(fact)}>
          {reviewRoomText('reviewRoom.answer')}
        </Button>
      ) : null}
    </p>
  )
}
