import { useMemo } from 'react'
import { correctionsIn } from '../../story/ledger/leaving/corrections/corrections'
import { untoldOfKill } from '../../story/ledger/leaving/kill'
import { apartOf } from '../../story/ledger/order/ledgerOrder'
import { pick, usePanels, useStory, type TabId } from '../state'
import { isNowTab, NOW_TABS, TABS, type NowTab } from '../state/stores/tabs'

export interface TabsNow {
  /** From the top of the rail. */
  readonly tabs: readonly TabId[]
  /** The selected one: the facts when the story does not have the tab that was chosen. */
  readonly tab: TabId
  /** How many destinations are to be told. */
  readonly counts: Partial<Record<NowTab, number>>
}

/** The tabs of the open story: those that it has just now, then those of every story. */
export function useTabs(): TabsNow {
  const { tab: chosen, killing } = usePanels(pick('tab', 'killing'))
  const story = useStory(pick('id', 'story', 'entries', 'apart'))
  const killed = story?.story.ledger.standing.stage === 'killed'
  const { entries, apart } = story ?? {}
  const counts = useMemo(
    () => ({ kill: killed && entries ? untoldOfKill(entries, apartOf(apart ?? [])) : 0 }),
    [killed, entries, apart],
  )
  const has: Readonly<Record<NowTab, boolean>> = {
    kill: story !== null && (killed || killing === story.id),
    correction: story !== null && correctionsIn(story.entries, apartOf(apart ?? [])).length > 0,
  }
  return {
    tabs: [...NOW_TABS.filter((tab) => has[tab]), ...TABS],
    tab: isNowTab(chosen) && !has[chosen] ? 'facts' : chosen,
    counts,
  }
}
