/**
 * What people without a PIN may do in a library that has PINs: read, write, tag and ask. Nothing that is not listed:
 * verdicts, moves, exports and changes of the desk are refused, as anybody could do them under a name without a PIN.
 */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { lacksPin } from '../../story/assessment/people/rights'
import { NewsroomError, READING_ACTIONS, type ActionName } from '../../story/requests/requests'
import type { Person } from '../../story/desk/roster'

export const WITHOUT_PIN: ReadonlySet<ActionName> = new Set<ActionName>([
  ...READING_ACTIONS,
  'story.create',
  'story.alert',
  'story.duplicate',
  'story.import',
  'story.setField',
  'story.bringBack',
  'version.keep',
  'version.restore',
  'story.putBackSince',
  'copy.replace',
  'tray.putBack',
  'tray.letGo',
  'fact.tag',
  'fact.retag',
  'fact.describe',
  'fact.translate',
  'fact.derive',
  'fact.addEvidence',
  'fact.response',
  // A query. The table of rights refuses every other verdict.
  'fact.sign',
  'fact.answer',
  'query.answers',
  'suggestion.propose',
  'comment.add',
  'comment.place',
  'comment.reply',
  'picture.add',
  'picture.describe',
  'file.begin',
  'file.write',
  'file.keep',
  'file.drop',
  'source.add',
  'roster.add',
  'pin.set',
])

/** Throws a refusal if others have PINs, `by` has none, and the action is not open to people without one. */
export function refuseWithoutPin(roster: readonly Person[], by: string, action: ActionName): void {
  if (!WITHOUT_PIN.has(action) && lacksPin(by, { roster }))
    throw new NewsroomError('refused', newsroomText('actions.needsPin', { by }))
}
