import { createContext, useContext, type ReactNode } from 'react'
import type { Newsroom } from './newsroom'
import type { Notices } from './notices'
import type { Panels } from './panels'

/** All that one window keeps, made once in main.tsx (or by a test). */
export interface Room {
  readonly newsroom: Newsroom
  readonly notices: Notices
  readonly panels: Panels
}

const RoomContext = createContext<Room | null>(null)

export const RoomProvider = ({ room, children }: { readonly room: Room; readonly children: ReactNode }) => <RoomContext value={room}>{children}</RoomContext>

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('useRoom needs a RoomProvider above it')
  return room
}
