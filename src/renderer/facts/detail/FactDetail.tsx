import { useState } from 'react'
import { useStore } from 'zustand'
import { quoteOfFact } from '../../../checks/quote/quoteOfFact'
import { useShown } from '../../state/hooks/useShown'
import { lookKey } from '../../verdicts/lookKey'
import { pick, useNewsroom, usePanels, useStoryReadOnly } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { AskForm } from '../forms/AskForm'
import { PendingChanges } from '../../suggestions/PendingChanges'
import { QuoteLine } from './QuoteLine'
import { Responses } from '../forms/ResponseForm'
import { isInTray } from '../../verdicts/walk'
import { Workings } from './Workings'
import type { FactDetailProps } from './factDetailProps'
import { EvidenceList, RemovedEvidence } from './EvidenceList'
import { FactActions, FactMenu, PutBack } from './FactActions'
import { FactChanges } from './FactChanges'
import { FactHistory } from './FactHistory'
import { FactSaid } from './FactSaid'
import { factType } from '../../../story/ledger/facts/fact'

/** The open fact: what changed, its evidence, what can be done, and its history when it is asked for. */
export function FactDetail({ fact, story, sources }: FactDetailProps) {
  const readOnly = useStoryReadOnly()
  const { ask, review } = usePanels(pick('ask', 'review'))
  const { panels } = useWindowServices()
  const shown = useShown(panels.attention.detail, lookKey(fact))
  const words = useNewsroom(({ desk }) => desk.words)
  const quote = quoteOfFact(fact, story.transcripts, story.copy, words)
  const isLookedAt = useStore(panels.attention.detail.store, ({ ready }) => ready)
  const [past, setPast] = useState(false)
  return (
    <div ref={shown} className="fact-detail" data-looked-at={isLookedAt}>
      <FactSaid fact={fact} />
      <FactChanges fact={fact} />
      {isInTray(fact) ? null : <PendingChanges fact={fact} story={story} />}
      {quote ? <QuoteLine fact={fact} story={story} quote={quote} /> : null}
      <EvidenceList fact={fact} sources={sources} />
      {readOnly === undefined ? <RemovedEvidence fact={fact} story={story} sources={sources} /> : null}
      <Workings fact={fact} story={story} />
      {factType(fact) === 'allegation' && !isInTray(fact) ? <Responses fact={fact} story={story.id} /> : null}
      {ask?.fact === fact.id && !review ? <AskForm /> : null}
      <div className="fact-actions">
        {readOnly !== undefined ? null : isInTray(fact) ? (
          <PutBack fact={fact} story={story} />
        ) : (
          <FactActions fact={fact} story={story} />
        )}
        <FactMenu fact={fact} story={story} sources={sources} past={past} showPast={setPast} />
      </div>
      {past ? <FactHistory fact={fact} story={story} sources={sources} /> : null}
    </div>
  )
}
