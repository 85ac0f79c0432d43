import type { Action } from '../state/action'

/** Copies the library as it stands, through the process that owns it, so that every story's files belong together. */
export const backUpLibrary: Action<'library.backUp'> = (room, _by, request) => room.backUp(request)
