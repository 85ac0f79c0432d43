import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import type { Assessment } from '../../story/assessment/assessment'
import { Button, KeyCap } from '../ui'
import { useKeys, usePanels, useStoryReadOnly } from '../state'
import { useVerdicts } from '../verdicts/useVerdicts'
import { VERDICTS } from '../verdicts/verdicts'
import { isInTray } from '../verdicts/walk'

export const Letter = ({ keys }: { readonly keys: string }) => (keys === '' ? null : <KeyCap silent>{keys}</KeyCap>)

/** The verdicts for the pointer. Each shows its key. */
export function VerdictRow({ fact }: { readonly fact: Assessment }) {
  const readOnly = useStoryReadOnly()
  const found = usePanels((panels) => panels.found)
  const { give, sameSource, acceptContext, answer } = useVerdicts()
  const keyOf = useKeys()
  if (readOnly !== undefined || isInTray(fact)) return null
  const place = found?.fact === fact.id && found.chosen !== null ? found.places[found.chosen] : undefined
  return (
    <div className="verdicts" role="group" aria-label={reviewRoomText('reviewRoom.verdict')}>
      {VERDICTS.map((verdict) => (
        <Button key={verdict.status} icon={<Letter keys={keyOf(verdict.key)} />} onClick={() => give(fact, verdict)}>
          {verdict.label}
        </Button>
      ))}
      <Button
        icon={<Letter keys={keyOf('review.sameSource')} />}
        {...(place ? { look: 'primary' as const } : {})}
        onClick={() => sameSource(fact)}
      >
        {place
          ? reviewRoomText('foundStrip.verifyAt', { locator: place.locator })
          : reviewRoomText('reviewRoom.sameSourceAgain')}
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
