import { factsPanelText } from '../../catalogue/window/factsPanel'
import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { Plus } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { openFacts } from '../../review/openFacts'
import type { Assessment } from '../../story/assessment/assessment'
import { EvidencePane } from '../evidence/EvidencePane'
import { Button } from '../ui'
import { pick, useKeys, useNewsroom, usePanels, useStory } from '../state'
import { useShown } from '../state/hooks/useShown'
import { useWindowServices } from '../state/windowServices'
import { foundFor, isOpening, lookKey, foundPlaceKey } from '../verdicts/lookKey'
import { useVerdicts } from '../verdicts/useVerdicts'
import { whyNotGive } from '../verdicts/whyNotGive'
import { FoundStrip } from './FoundStrip'
import { SinceSigned } from './signed/SinceSigned'
import { useReviewKeys } from './useReviewKeys'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './review.css'
import './found.css'

/** Listens for the keys of review while the app is in it, also while the room is covered in a narrow window. */
export function ReviewKeys() {
  useReviewKeys()
  return null
}

/** The left side in review: the evidence of the selected fact. */
export function ReviewRoom() {
  const story = useStory(pick('id', 'copy', 'entries', 'assessments', 'current', 'jump'))
  const { panels } = useWindowServices()
  const since = usePanels(({ since }) => since)
  const { signAgain } = useVerdicts()
  const fact = story?.assessments.find((one) => one.id === story.current)
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => focusPlace(PLACES.backup)(scroller.current), [])
  const look = fact && lookKey(fact)
  // Another fact, and other words of the same fact, have another place in the source.
  useEffect(() => () => panels.store.setState({ found: null }), [panels, look])
  const isBeside = useStore(panels.attention.fact.store, ({ ready }) => ready)
  const areWords = useStore(panels.attention.words.store, ({ ready }) => ready)
  const { shown, ready } = useStore(panels.attention.piece.store)
  const isLookedAt = isBeside && areWords && (shown === null || (ready && !isOpening(shown)))
  return (
    <section
      className="review-room"
      aria-label={reviewRoomText('reviewRoom.evidence')}
      data-looked-at={isLookedAt}
      data-evidence-of={fact?.id}
    >
      <div
        ref={scroller}
        className="review-scroll"
        tabIndex={0}
        role="group"
        aria-label={reviewRoomText('reviewRoom.backupFactHand')}
      >
        {since && story ? <SinceSigned story={story} onAgain={signAgain} /> : null}
        {fact ? <FactEvidence key={fact.id} fact={fact} /> : <NoFact />}
      </div>
    </section>
  )
}

/** The evidence beside the words of the fact. Time runs while it is shown: see Attention. */
function FactEvidence({ fact }: { readonly fact: Assessment }) {
  const { panels } = useWindowServices()
  const { open } = panels
  const keyOf = useKeys()
  const shown = useShown(panels.attention.fact, lookKey(fact))
  const answer = usePanels(({ found }) => found)
  const found = foundFor(answer, fact)
  const onFound = useShown(panels.attention.place, foundPlaceKey(found))
  const place = found === null || found.chosen === null ? undefined : found.places[found.chosen]
  const add = (
    <Button
      look="plain"
      icon={<Plus aria-hidden="true" />}
      keys={keyOf('review.evidence') || undefined}
      title={reviewRoomText('reviewRoom.addEvidence')}
      onClick={() => open({ kind: 'evidence', fact: fact.id })}
    >
      <span className="evidence-add-word">{reviewRoomText('reviewRoom.addEvidence')}</span>
    </Button>
  )
  return (
    <div ref={shown} className="fact-evidence">
      <EvidencePane
        fact={fact}
        found={found && place ? { source: found.source, place, onFound } : undefined}
        strip={<FoundStrip fact={fact} />}
        actions={add}
        empty={<NoBackup fact={fact} />}
      />
    </div>
  )
}

/** Says what this person does next about a fact without evidence. Who may not verify it is told what they can do. */
function NoBackup({ fact }: { readonly fact: Assessment }) {
  const keyOf = useKeys()
  const { desk, person } = useNewsroom(pick('desk', 'person'))
  const story = useStory(({ story }) => story)
  const why = story && person !== undefined ? whyNotGive(fact, 'verified', person, story, desk) : undefined
  return (
    <p className="viewer-note soft">
      {reviewRoomText('reviewRoom.noBackupYet')}{' '}
      {why === undefined
        ? reviewRoomText('reviewRoom.addsAndVerifies', {
            key: keyOf('review.verified') || reviewRoomText('reviewRoom.verified'),
          })
        : reviewRoomText('reviewRoom.addsForOthers', {
            key: keyOf('review.evidence') || reviewRoomText('reviewRoom.addEvidenceQuoted'),
            why,
          })}
    </p>
  )
}

function NoFact() {
  const story = useStory(pick('assessments', 'assessed'))
  const keyOf = useKeys()
  const { assessments } = story ?? {}
  const left = useMemo(() => openFacts(assessments ?? []).length, [assessments])
  if (story?.assessed === false)
    return (
      <div className="empty" aria-busy="true">
        <p>{factsPanelText('factsPanel.reading')}</p>
      </div>
    )
  return (
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
  )
}
