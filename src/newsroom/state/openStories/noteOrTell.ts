import { messageOf } from '../../../story/text/messageOf'
import type { Tell } from '../../ledger/events'
import type { OpenStory } from '../../replica/openStory'

/**
 * Runs `note`. A failure is told, not thrown: the story opens, and is closed to verdicts, even if the disk takes no
 * note of it.
 */
export async function noteOrTell(tell: Tell, story: OpenStory, note: () => Promise<unknown>): Promise<void> {
  try {
    await note()
  } catch (error) {
    tell('storageFailed', { story: story.id, message: messageOf(error) })
  }
}
