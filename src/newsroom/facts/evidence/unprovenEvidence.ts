import { hasFirstPin } from '../../../story/trust/keys/knownKeys'
import { unprovenEntries } from '../../../story/trust/unprovenWriters'
import type { OpenStory } from '../../replica/openStory'
import type { Newsroom } from '../../state/newsroom'

/**
 * Whether nobody knows who added a piece of evidence: it was signed without a PIN after the library got its first one.
 * Then the author may have added it under another name. A PIN that ended or came since changes nothing.
 */
export function isUnprovenEvidence({ ring: { history } }: Newsroom, story: OpenStory, evidence: string): boolean {
  if (!hasFirstPin(history)) return false
  return unprovenEntries(story.id, story.entries, history).some(
    (entry) => entry.kind === 'evidenceAdded' && entry.evidence.id === evidence,
  )
}
