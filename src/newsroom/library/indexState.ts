import type { Action } from '../state/action'

/** How the index of stories stands. Resolves after a rebuild when it has every story again. */
export const indexState: Action<'library.index'> = async (room, _by, { rebuild = false }) => {
  if (rebuild) await room.index.rebuild()
  return room.index.state()
}
