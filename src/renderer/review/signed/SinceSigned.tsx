import { reviewRoomText } from '../../../catalogue/window/reviewRoom'
import { entriesSince, sinceISigned, type SinceSigned as Since } from '../../../review/sinceISigned'
import { sourceBook } from '../../../story/desk/source'
import { STATUS_WORDS } from '../../../story/ledger/facts/fact'
import { Button } from '../../ui'
import { pick, useKeys, useNewsroom, useStoryReadOnly, type StoryPart } from '../../state'
import { shortTime } from '../../facts/shortTime'
import { WordDiff } from '../../facts/WordDiff'
import { useShown } from '../../state/hooks/useShown'
import { useWindowServices } from '../../state/windowServices'
import { changeWords } from '../../../story/view/compare/changeWords'
import type { ViewPart } from '../../../story/view/compare/viewChange'
import { lookKey } from '../../verdicts/lookKey'
import { againRow } from '../../verdicts/useVerdicts'
import { SinceSignatures } from './SinceSignatures'

/** Lists facts, and the story, that changed since this person signed them. Y signs again what is unchanged. */
export function SinceSigned({
  story,
  onAgain,
}: {
  readonly story: StoryPart<'id' | 'copy' | 'entries' | 'assessments' | 'jump'>
  readonly onAgain: () => void
}) {
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const readOnly = useStoryReadOnly()
  const keyOf = useKeys()
  const since = sinceISigned(story.assessments, person ?? '', sourceBook(desk.sources))
  const others = entriesSince(story.entries, person ?? '')
  const signedAny = story.assessments.some(({ record }) => record.signOffs.some(({ by }) => by === person))
  const again = since.filter((one) => one.again)
  return (
    <section className="since" aria-label={reviewRoomText('sinceSigned.sinceISigned')}>
      <h3 className="related-places-title">{reviewRoomText('sinceSigned.sinceISigned')}</h3>
      {since.length === 0 ? (
        <p className="soft">
          {signedAny ? reviewRoomText('sinceSigned.everyFactYouSigned') : reviewRoomText('sinceSigned.youSignedNoFact')}
        </p>
      ) : (
        <ul>
          {since.map((one) => (
            <Row key={one.fact.id} since={one} story={story} />
          ))}
        </ul>
      )}
      <SinceSignatures story={story} />
      {again.length > 0 && readOnly === undefined ? (
        <p>
          <Button keys={keyOf('review.signAgain') || undefined} onClick={onAgain}>
            {reviewRoomText('sinceSigned.signUnchangedAgain', { count: again.length })}
          </Button>
        </p>
      ) : null}
      <p className="soft">
        {others.length === 0
          ? reviewRoomText('sinceSigned.nobodyElseDidAnything')
          : reviewRoomText('sinceSigned.othersDidThingsStory', { count: others.length })}
      </p>
    </section>
  )
}

/** A fact that this person signed. What may be signed again counts as seen once its row was in view. */
function Row({
  since: { fact, mine, words, sentence, evidence, changes, other, again },
  story,
}: {
  readonly since: Since
  readonly story: StoryPart<'jump'>
}) {
  const { panels } = useWindowServices()
  const shown = useShown(panels.attention.row(againRow(fact.id)), again ? lookKey(fact) : null)
  const more = changes.filter(({ part }) => !SHOWN_AS_TEXT.has(part)).map(changeWords)
  return (
    <li ref={shown}>
      <button
        type="button"
        className="related-place-open"
        onClick={() => story.jump({ kind: 'fact', fact: fact.id }, false)}
      >
        {words ? (
          <WordDiff before={mine.words} after={fact.ranges.length === 0 ? '' : fact.words} />
        ) : (
          <span className="serif" dir="auto">
            {fact.words}
          </span>
        )}
      </button>
      {sentence ? (
        <p className="fact-changed">
          <WordDiff before={mine.sentence} after={fact.sentence} />
        </p>
      ) : null}
      <span className="soft">
        {reviewRoomText('sinceSigned.you', { item: STATUS_WORDS[mine.status], at: shortTime(mine.at) })}
        {other ? ` · ${other.by}: ${STATUS_WORDS[other.status]}, ${shortTime(other.at)}` : ''}
        {evidence ? ` · ${reviewRoomText('sinceSigned.evidenceChanged')}` : ''}
        {more.length > 0 ? ` · ${more.join(' · ')}` : ''}
        {fact.ranges.length === 0
          ? reviewRoomText('sinceSigned.outCopy')
          : again
            ? reviewRoomText('sinceSigned.wordsUnchanged')
            : ''}
      </span>
    </li>
  )
}

/** Changes that the row shows as old and new text, or names by itself. */
const SHOWN_AS_TEXT: ReadonlySet<ViewPart> = new Set<ViewPart>(['words', 'context', 'evidence', 'graf', 'before'])
