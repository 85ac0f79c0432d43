import { useCallback } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { useWindowServices } from '../windowServices'
import type { PanelsState } from '../stores/panels'

/** Selects from the state of the panels. Renders again only when the selection changes (shallow comparison). */
export const usePanels = <T>(select: (panels: PanelsState) => T): T =>
  useStore(useWindowServices().panels.store, useShallow(select))

/** Closes the overlay that was open at this render. Leaves one that opened since. */
export function useClose(): () => void {
  const { panels } = useWindowServices()
  // Not shallow: the same page of the settings, opened again, is another overlay.
  const overlay = useStore(panels.store, (state) => state.overlay)
  return useCallback(() => {
    if (panels.store.getState().overlay === overlay) panels.close()
  }, [panels, overlay])
}
