import { createContext, useContext, type ReactNode } from 'react'
import type { Newsroom } from './stores/newsroom'
import type { Notices } from './stores/notices'
import type { Panels } from './stores/panels'

/** All that one window keeps, made once in main.tsx (or by a test). */
export interface Room {
  readonly newsroom: Newsroom
  readonly notices: Notices
  readonly panels: Panels
}

const RoomContext = createContext<Room | null>(null)

export const RoomProvider = ({ room, children }: { readonly room: Room; readonly children: ReactNode }) => (
  <RoomContext value={room}>{children}</RoomContext>
)

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('useRoom needs a RoomProvider above it')
  return room
}
