import { newsroomText } from '../../catalogue/rooms/newsroom'
import { clipboardLeaks, type ClipboardText } from '../../projection/scan/clipboardLeaks'
import { listedSources } from '../../story/desk/source'
import { whyNotMay } from '../../story/assessment/people/rights'
import { NewsroomError } from '../../story/requests/requests'
import type { Newsroom } from '../state/newsroom'

/**
 * Notes that a person lets words leave by the clipboard although they tell a protected source: in the history of the
 * story they come from, or of the library. Resolves when that is on disk; only then may they leave.
 */
export async function noteCopiedOut(
  room: Newsroom,
  by: string,
  leaving: ClipboardText,
  storyId?: string,
): Promise<void> {
  if (!room.store.writable) throw new NewsroomError('failed', newsroomText('copyOut.readOnly'))
  const why = whyNotMay('copyOut', by, { desk: room.desk() })
  if (why !== undefined) throw new NewsroomError('refused', why)
  const sources = clipboardLeaks(leaving, {
    sources: listedSources(room.library.sources),
    internalIds: [],
    copy: [],
    confirmed: new Set(),
  })
  const event = { kind: 'copiedOut' as const, sources }
  if (storyId !== undefined) await (await room.storyNow(storyId)).note(by, event).written
  else await room.changeDesk(by, (facts) => ({ facts, answer: undefined, events: [event] }))
}
