import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { REVIEW_ROWS } from '../../ipc/keymap'
import { openFacts } from '../../review/openFacts'
import { Button } from '../ui'
import { pick, useKeys, usePanels, useStory } from '../state'
import { useWindowServices } from '../state/windowServices'
import { AcceptedTogether } from './AcceptedTogether'
import { Backup, FactHead } from './Backup'
import { DuplicateStatements } from './DuplicateStatements'
import { FoundStrip } from './FoundStrip'
import { SinceSigned } from './SinceSigned'
import { useReviewActs } from './useReviewActs'
import { useReviewKeys } from './useReviewKeys'
import { Letter, VerdictRow } from './VerdictRow'
import { useVerdicts } from '../verdicts/useVerdicts'
import { VERDICTS } from '../verdicts/verdicts'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './review.css'
import './found.css'

/** Acts that no button beside the fact offers. */
const OTHER_KEYS = REVIEW_ROWS.filter(
  ({ id }) => id !== 'review.sameSource' && id !== 'review.evidence' && !VERDICTS.some(({ key }) => key === id),
)

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
  const more = usePanels(({ moreInReview }) => moreInReview)
  const { signAgain } = useVerdicts()
  const actOf = useReviewActs()
  const keyOf = useKeys()
  const others = [
    ...OTHER_KEYS.map(({ id, label, brief }) => ({ id, key: keyOf(id), label, brief })),
    {
      id: 'words' as const,
      key: reviewRoomText('reviewRoom.enter'),
      label: reviewRoomText('reviewRoom.words'),
      brief: undefined,
    },
  ]
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
      {fact ? <VerdictRow fact={fact} /> : null}
      <details
        className="review-more"
        open={more}
        onToggle={(event) => panels.store.setState({ moreInReview: event.currentTarget.open })}
      >
        <summary>
          {reviewRoomText('reviewRoom.moreReview')}{' '}
          <span className="review-letters" aria-hidden="true">
            {others
              .map(({ key }) => key)
              .filter((key) => key !== '')
              .join(' ')}
          </span>
        </summary>
        <div className="review-keys" role="group" aria-label={reviewRoomText('reviewRoom.moreReview')}>
          {others.map(({ id, key, label, brief }) => {
            const act = actOf(id)
            return (
              <button key={id} type="button" className="review-key" title={label} disabled={!act} onClick={act}>
                <Letter keys={key} />
                {brief ?? label}
              </button>
            )
          })}
        </div>
      </details>
    </section>
  )
}
