import type { IndexLink, StoriesOnDisk, TellIndex } from './indexCalls'
import { IndexRoom } from '../indexRoom'

/** The index in this thread: for commands, which end soon, and for tests. */
export function localLink(stories: StoriesOnDisk, tell: TellIndex): IndexLink {
  const room = new IndexRoom(stories, tell)
  return { ask: (call, request) => room.call(call, request), end: () => undefined }
}
