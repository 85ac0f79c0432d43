import { entriesSince, sinceISigned } from '../../review/sinceISigned'
import { STATUS_WORDS } from '../../story/ledger/fact'
import { Button } from '../ui'
import { useKeys, useNewsroom, useStoryReadOnly, type StoryPart } from '../state'
import { shortTime } from '../facts/list/factLines'
import { WordDiff } from '../facts/list/WordDiff'
import { SinceSignatures } from './SinceSignatures'

/** Facts, and the story as a whole, that are not as this person left them; Y signs again what is unchanged. */
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
  return (
    <section className="since" aria-label="Since I signed">
      <h3 className="echoes-title">Since I signed</h3>
      {since.length === 0 ? (
        <p className="soft">
          {signedAny ? 'Every fact that you signed stands as you left it.' : 'You signed no fact of this story.'}
        </p>
      ) : (
        <ul>
          {since.map(({ fact, mine, words, sentence, other }) => (
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
                You: {STATUS_WORDS[mine.status]}, {shortTime(mine.at)}
                {other ? ` · ${other.by}: ${STATUS_WORDS[other.status]}, ${shortTime(other.at)}` : ''}
                {fact.ranges.length === 0
                  ? ' · out of the copy'
                  : !words && !sentence && !other
                    ? ' · words unchanged'
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
            Sign the unchanged again ({again.length})
          </Button>
        </p>
      ) : null}
      <p className="soft">
        {others.length === 0
          ? 'Nobody else did anything in this story since.'
          : `Others did ${others.length === 1 ? '1 thing' : `${others.length} things`} in this story since; History tells them.`}
      </p>
    </section>
  )
}
