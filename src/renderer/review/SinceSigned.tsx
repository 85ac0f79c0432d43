import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { entriesSince, sinceISigned } from '../../review/sinceISigned'
import { STATUS_WORDS } from '../../story/ledger/fact'
import { Button } from '../ui'
import { useKeys, useNewsroom, useStoryReadOnly, type StoryPart } from '../state'
import { shortTime } from '../facts/list/factLines'
import { WordDiff } from '../facts/list/WordDiff'
import { useShown } from '../common/useShown'
import { useWindowServices } from '../state/windowServices'
import { listKey } from '../verdicts/useVerdicts'
import { SinceSignatures } from './SinceSignatures'

/** Lists facts, and the story, that changed since this person signed them. Y signs again what is unchanged. */
export function SinceSigned({
  story,
  onAgain,
}: {
  readonly story: StoryPart<'id' | 'copy' | 'entries' | 'assessments' | 'jump'>
  readonly onAgain: () => void
}) {
  const person = useNewsroom(({ person }) => person)
  const readOnly = useStoryReadOnly()
  const keyOf = useKeys()
  const since = sinceISigned(story.assessments, person ?? '')
  const others = entriesSince(story.entries, person ?? '')
  const signedAny = story.assessments.some(({ record }) => record.signOffs.some(({ by }) => by === person))
  const again = since.filter((one) => one.again)
  const { panels } = useWindowServices()
  const shown = useShown(panels.attention.list, again.length === 0 ? null : listKey(again))
  return (
    <section ref={shown} className="since" aria-label={reviewRoomText('sinceSigned.sinceISigned')}>
      <h3 className="echoes-title">{reviewRoomText('sinceSigned.sinceISigned')}</h3>
      {since.length === 0 ? (
        <p className="soft">
          {signedAny ? reviewRoomText('sinceSigned.everyFactYouSigned') : reviewRoomText('sinceSigned.youSignedNoFact')}
        </p>
      ) : (
        <ul>
          {since.map(({ fact, mine, words, sentence, evidence, other }) => (
            <li key={fact.id}>
              <button
                type="button"
                className="echo-open"
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
                {fact.ranges.length === 0
                  ? reviewRoomText('sinceSigned.outCopy')
                  : !words && !sentence && !evidence && !other
                    ? reviewRoomText('sinceSigned.wordsUnchanged')
                    : ''}
              </span>
            </li>
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
