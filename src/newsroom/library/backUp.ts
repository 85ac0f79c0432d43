import type { Action } from '../state/action'

/** Copies the library through the process that owns it, so that the files of each story belong together. */
export const backUpLibrary: Action<'library.backUp'> = (room, _by, request) => room.backUp(request)
