import { useCallback } from 'react'
import type { Overlay, Panels, TabId } from '../stores/panels'
import { useRoom } from '../room'
import { useValue } from '../stores/value'

export interface PanelsHook extends Pick<Panels, 'showTab' | 'open'> {
  /** Closes the overlay that was open when this was rendered; another one that has come meanwhile stays. */
  readonly close: () => void
  readonly tab: TabId
  readonly overlay: Overlay | null
  readonly review: boolean
  readonly viewing: { readonly fact: string; readonly evidence: string } | null
  readonly setViewing: (item: { readonly fact: string; readonly evidence: string } | null) => void
  readonly setReview: (on: boolean) => void
  readonly folded: boolean
  readonly setFolded: (on: boolean) => void
  readonly drawer: 'library' | 'facts' | null
  readonly setDrawer: (drawer: 'library' | 'facts' | null) => void
  readonly finding: boolean
  readonly setFinding: (on: boolean) => void
  readonly suggesting: boolean
  readonly setSuggesting: (on: boolean) => void
}

export function usePanels(): PanelsHook {
  const { panels, newsroom } = useRoom()
  const overlay = useValue(panels.overlay)
  // A form closes when its work is done; by then somebody may have opened something else, which stays.
  const close = useCallback(() => {
    if (panels.overlay.get() === overlay) panels.close()
  }, [panels, overlay])
  return {
    tab: useValue(panels.tab),
    overlay,
    review: useValue(panels.review),
    viewing: useValue(panels.viewing),
    folded: useValue(panels.folded),
    drawer: useValue(panels.drawer),
    finding: useValue(panels.finding),
    showTab: panels.showTab,
    open: panels.open,
    close,
    setReview: panels.review.set,
    setViewing: panels.viewing.set,
    setFolded: panels.folded.set,
    setDrawer: panels.drawer.set,
    setFinding: panels.finding.set,
    suggesting: useValue(newsroom.suggesting),
    setSuggesting: newsroom.setSuggesting,
  }
}
