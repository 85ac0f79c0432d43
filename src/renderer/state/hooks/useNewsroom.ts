import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { useWindowServices } from '../windowServices'
import type { NewsroomState } from '../stores/newsroom/newsroomState'

/**
 * Selects from what the window knows of the library. Renders again only when the selection changes (shallow
 * comparison).
 */
export const useNewsroom = <T>(select: (newsroom: NewsroomState) => T): T =>
  useStore(useWindowServices().newsroom.store, useShallow(select))
