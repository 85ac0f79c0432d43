import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { useEffect, useMemo, useRef } from 'react'
import { REVIEW_ROWS } from '../../ipc/keymap'
import type { Assessment } from '../../story/assessment/assessment'
import { GROUND_RULES_WORDS, shownSource, SOURCE_KIND_WORDS, sourceBook } from '../../story/desk/source'
import { EvidenceViewer } from '../evidence/EvidenceViewer'
import { openFacts } from '../../review/openFacts'
import { Button, KeyCap } from '../ui'
import { StatusWord } from '../common'
import { pick, useKeys, useNewsroom, usePanels, useStory, useStoryReadOnly } from '../state'
import { isInTray } from '../verdicts/walk'
import { useWindowServices } from '../state/windowServices'
import { DuplicateStatements } from './DuplicateStatements'
import { SinceSigned } from './SinceSigned'
import { useReviewActs } from './useReviewActs'
import { useReviewKeys } from './useReviewKeys'
import { useVerdicts } from '../verdicts/useVerdicts'
import { VERDICTS } from '../verdicts/verdicts'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './review.css'

/** Acts that no button beside the fact offers. */
const OTHER_KEYS = REVIEW_ROWS.filter(
  ({ id }) => id !== 'review.sameSource' && id !== 'review.evidence' && !VERDICTS.some(({ key }) => key === id),
)

/** The left side in review: the backup of the selected fact, and the keys. */
export function ReviewRoom() {
  useReviewKeys()
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
  // Shows each fact's backup from its beginning.
  useEffect(() => {
    for (const box of [room.current, scroller.current]) box?.scrollTo({ top: 0 })
  }, [inHand])
  const left = story ? openFacts(story.assessments).length : 0
  const untagged = story
    ? [...story.clear.blocks, ...story.clear.warns].filter(({ rule }) => rule.startsWith('untagged')).length
    : 0
  return (
    <section ref={room} className="review-room" aria-label={reviewRoomText('reviewRoom.evidence')}>
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
        {fact ? (
          <Backup fact={fact} />
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
        {fact && story ? <DuplicateStatements fact={fact} story={story} /> : null}
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

function Backup({ fact }: { readonly fact: Assessment }) {
  const desk = useNewsroom(({ desk }) => desk)
  const keyOf = useKeys()
  const sources = useMemo(() => sourceBook(desk.sources), [desk.sources])
  return (
    <div className="review-backup">
      <p className="review-words serif" dir="auto">
        {fact.text || fact.words}
      </p>
      <StatusWord status={fact.status} />
      {fact.tag.statement ? <p>{fact.tag.statement}</p> : null}
      {fact.sentence && fact.sentence !== fact.text ? (
        <p className="review-sentence serif soft" dir="auto">
          {fact.sentence}
        </p>
      ) : null}
      {fact.evidence.length === 0 ? (
        <p className="soft">
          {reviewRoomText('reviewRoom.noBackupYet')} {keyOf('review.verified') || reviewRoomText('reviewRoom.verified')}{' '}
          {reviewRoomText('reviewRoom.asksVerifiesOneGo')}
        </p>
      ) : (
        fact.evidence.map((item) => {
          const source = sources.get(item.source)
          return (
            <div key={item.id} className="backup" data-stance={item.stance}>
              <span className="review-source">
                {source ? shownSource(source, desk.sources) : reviewRoomText('reviewRoom.sourceNoLongerBook')}
              </span>
              <span className="soft">
                {[
                  item.locator,
                  source ? SOURCE_KIND_WORDS[source.kind] : '',
                  source && source.groundRules !== 'onTheRecord' ? GROUND_RULES_WORDS[source.groundRules] : '',
                  source?.protected ? reviewRoomText('reviewRoom.protected') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {item.stance === 'contradicts' ? (
                <span className="backup-against">{reviewRoomText('reviewRoom.contradicts')}</span>
              ) : null}
              {item.excerpt ? (
                <p className="review-excerpt serif" dir="auto">
                  {item.excerpt}
                </p>
              ) : null}
              {item.file === undefined ? null : <EvidenceViewer evidence={{ ...item, file: item.file }} />}
            </div>
          )
        })
      )}
    </div>
  )
}

const Letter = ({ keys }: { readonly keys: string }) => (keys === '' ? null : <KeyCap silent>{keys}</KeyCap>)

/** The verdicts for the pointer. Each shows its key. */
function VerdictRow({ fact }: { readonly fact: Assessment }) {
  const readOnly = useStoryReadOnly()
  const { give, sameSource, acceptContext, answer } = useVerdicts()
  const keyOf = useKeys()
  if (readOnly !== undefined || isInTray(fact)) return null
  return (
    <div className="verdicts" role="group" aria-label={reviewRoomText('reviewRoom.verdict')}>
      {VERDICTS.map((verdict) => (
        <Button key={verdict.status} icon={<Letter keys={keyOf(verdict.key)} />} onClick={() => give(fact, verdict)}>
          {verdict.label}
        </Button>
      ))}
      <Button icon={<Letter keys={keyOf('review.sameSource')} />} onClick={() => sameSource(fact)}>
        {reviewRoomText('reviewRoom.sameSourceAgain')}
      </Button>
      {fact.reasons.includes('context') || fact.precedingChanged ? (
        <Button icon={<Letter keys={keyOf('review.acceptContext')} />} onClick={() => acceptContext(fact)}>
          {reviewRoomText('reviewRoom.acceptSentence')}
        </Button>
      ) : null}
      {fact.status === 'queried' ? (
        <Button icon={<Letter keys={keyOf('review.answer')} />} onClick={() => answer(fact)}>
          {reviewRoomText('reviewRoom.answer')}
        </Button>
      ) : null}
    </div>
  )
}
