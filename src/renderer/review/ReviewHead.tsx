import { checksPanelText } from '../../catalogue/window/checksPanel'
import { factsPanelText } from '../../catalogue/window/factsPanel'
import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { useLayoutEffect, useMemo } from 'react'
import { changedWords, type WordChange } from '../../review/changedWords'
import { countUntagged } from '../../review/countUntagged'
import { openFacts } from '../../review/openFacts'
import type { Assessment } from '../../story/assessment/assessment'
import { describePlace } from '../../story/copy/describePlace'
import type { Direction } from '../../story/language/direction'
import { sameText } from '../../story/text/compare'
import { TYPE_WORDS, factType } from '../../story/ledger/facts/fact'
import { grafDirection } from '../facts/grafDirection'
import { shortTime } from '../facts/shortTime'
import { shownWords } from '../../story/assessment/shownWords'
import { StatusMark, StatusWord } from '../facts/Status'
import { pick, useKeys, usePanels, useStory, useStoryReadOnly } from '../state'
import { useShown } from '../state/hooks/useShown'
import { useWindowServices } from '../state/windowServices'
import { partKey, WORDS_PART } from '../verdicts/lookKey'
import { Button } from '../ui'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import { showReviewedWords } from '../verdicts/focusFact'
import { isInTray } from '../verdicts/walk'
import { useVerdicts } from '../verdicts/useVerdicts'
import { AcceptedTogether } from './signed/AcceptedTogether'
import { DuplicateStatements } from './DuplicateStatements'
import { FactBasis } from './dock/FactBasis'
import { ChangedWords } from '../facts/ChangedWords'
import './reviewHead.css'

/** Over the copy in review: the selected fact, what was signed of it, and its other places. */
export function ReviewHead() {
  const story = useStory(
    pick('id', 'copy', 'assessments', 'assessed', 'clear', 'judged', 'transcripts', 'current', 'jump'),
  )
  const { panels } = useWindowServices()
  const only = usePanels(({ only }) => only)
  const fact = story?.assessments.find((one) => one.id === story.current)
  const { assessments, clear } = story ?? {}
  const left = useMemo(() => openFacts(assessments ?? []).length, [assessments])
  const untagged = useMemo(() => (clear ? countUntagged(clear).count : 0), [clear])
  // Scrolled for the fact before, the words of the next one would be out of sight.
  useLayoutEffect(showReviewedWords, [fact?.id])
  const showAll =
    only && only.story === story?.id ? (
      <Button look="plain" onClick={() => panels.store.setState({ only: null })}>
        {reviewRoomText('reviewRoom.onlyThese', { kind: only.title, count: only.facts.size })}
      </Button>
    ) : null
  return (
    <section ref={focusPlace(PLACES.reviewHead)} className="review-head" aria-label={reviewRoomText('reviewHead.name')}>
      <h2 className="visually-hidden">{reviewRoomText('reviewRoom.review')}</h2>
      {fact && story ? (
        <>
          <div className="review-line">
            <span className="review-status">
              <StatusMark status={fact.status} />
              <StatusWord status={fact.status} />
            </span>
            <span className="review-place soft">
              {[TYPE_WORDS[factType(fact)], describePlace(fact, story.copy)].filter(Boolean).join(' · ')}
            </span>
            <NextActs fact={fact} />
            {showAll}
          </div>
          <Words fact={fact} direction={grafDirection(fact, story.copy)} />
          <FactBasis fact={fact} story={story} />
          <DuplicateStatements fact={fact} story={story} />
          <AcceptedTogether fact={fact} assessments={story.assessments} />
        </>
      ) : (
        <div className="review-line">
          <span className="review-place soft">
            {story?.assessed === false
              ? factsPanelText('factsPanel.reading')
              : left > 0
                ? reviewRoomText('reviewRoom.factsOpen', { left })
                : story?.judged === false
                  ? checksPanelText('meterRow.readingCopy')
                  : untagged > 0
                    ? reviewRoomText('reviewRoom.untagged', { count: untagged })
                    : reviewRoomText('reviewRoom.nothingOpen')}
          </span>
          {showAll}
        </div>
      )}
    </section>
  )
}

/** The words now, and under a verdict on other words what was signed. */
function Words({ fact, direction }: { readonly fact: Assessment; readonly direction: Direction | 'auto' }) {
  const { current } = fact
  const words = shownWords(fact)
  const was = current && !isInTray(fact) && !sameText(current.words, fact.words) ? current : undefined
  const runs = was ? changedWords(was.words, fact.words) : []
  const { attention } = useWindowServices().panels
  const shown = useShown(attention.words, partKey(fact, WORDS_PART))
  return (
    <div ref={shown} className="review-said">
      {was ? (
        <dl className="review-was">
          <dt>{reviewRoomText('reviewHead.signed')}</dt>
          <dd>
            <Side runs={runs} leaves="added" className="review-old" />{' '}
            <span className="soft">
              {was.by}, {shortTime(was.at)}
            </span>
          </dd>
          <dt>{reviewRoomText('reviewHead.now')}</dt>
          <dd>
            <Side runs={runs} leaves="removed" className="review-words" />
          </dd>
        </dl>
      ) : (
        <p className="review-words serif" dir={direction}>
          {words}
        </p>
      )}
      {fact.tag.statement ? <p>{fact.tag.statement}</p> : null}
      {fact.sentence && fact.sentence !== fact.text && !isSentenceCompared(fact) ? (
        <p className="review-sentence serif soft" dir={direction}>
          {fact.sentence}
        </p>
      ) : null}
    </div>
  )
}

/** The difference between the sentence then and now is shown below. */
const isSentenceCompared = (fact: Assessment): boolean =>
  !isInTray(fact) &&
  fact.changes.some(({ part, weight, now }) => part === 'context' && weight !== 'nothing' && now !== '')

/** The words before or after a change, with what changed marked. */
const Side = ({
  runs,
  leaves,
  className,
  direction = 'auto',
}: {
  readonly runs: readonly WordChange[]
  readonly leaves: 'added' | 'removed'
  readonly className: string
  readonly direction?: Direction | 'auto'
}) => (
  <span className={`${className} word-diff serif`} dir={direction}>
    <ChangedWords runs={runs} without={leaves} />
  </span>
)

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
    <span className="review-acts">
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
    </span>
  )
}
