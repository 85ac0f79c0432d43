import { quoteOfFact } from '../../../checks/quote/quoteOfFact'
import type { Assessment } from '../../../story/assessment/assessment'
import { factType } from '../../../story/ledger/facts/fact'
import { FactChanges } from '../../facts/detail/FactChanges'
import { FactSaid } from '../../facts/detail/FactSaid'
import { QuoteLine } from '../../facts/detail/QuoteLine'
import { Workings } from '../../facts/detail/Workings'
import { Responses } from '../../facts/forms/ResponseForm'
import { pick, useNewsroom, usePanels, type StoryPart } from '../../state'
import { useMedia } from '../../state/hooks/useMedia'
import { PANEL_IS_DRAWER } from '../../state/narrow'
import { isInTray } from '../../verdicts/walk'
import '../../facts/list/facts.css'

/**
 * What else a verdict rests on, over the copy while the list of facts is folded: question and answer, what changed, the
 * transcript, a translation, a calculation, the responses to an allegation.
 */
export function FactBasis({
  fact,
  story,
}: {
  readonly fact: Assessment
  readonly story: StoryPart<'id' | 'copy' | 'assessments' | 'clear' | 'transcripts'>
}) {
  const { tab, panelFolded, drawer } = usePanels(pick('tab', 'panelFolded', 'drawer'))
  const isDrawer = useMedia(PANEL_IS_DRAWER)
  const words = useNewsroom(({ desk }) => desk.words)
  const isListed = tab === 'facts' && (isDrawer ? drawer === 'facts' : !panelFolded)
  if (isListed) return null
  const quote = quoteOfFact(fact, story.transcripts, story.copy, words)
  return (
    <div className="review-basis">
      <FactSaid fact={fact} beside />
      <FactChanges fact={fact} beside />
      {quote ? <QuoteLine fact={fact} story={story} quote={quote} /> : null}
      <Workings fact={fact} story={story} />
      {factType(fact) === 'allegation' && !isInTray(fact) ? <Responses fact={fact} story={story.id} /> : null}
    </div>
  )
}
