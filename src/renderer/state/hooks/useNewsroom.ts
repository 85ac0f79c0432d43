import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { useRoom } from '../room'
import type { NewsroomState } from '../stores/newsroom'

/** Selects from what the window knows of the library. Renders again only when the selection changes (shallow comparison). */
export const useNewsroom = <T>(select: (newsroom: NewsroomState) => T): T =>
  useStore(useRoom().newsroom.store, useShallow(select))
