import { newsroomText } from '../../catalogue/rooms/newsroom'
import { wroteWhatStands } from '../../gate/override'
import { NewsroomError } from '../../story/requests/requests'
import type { OpenStory } from '../replica/openStory'
import type { Newsroom } from '../state/newsroom'
import { gateOf } from './passGate'
import { wroteIn } from './wroteAt'

/**
 * Untagged statements of an alert only warn, because the person who clears it reads its one line. So who wrote one of
 * them, or in its sentence, does not clear the alert: nobody approves their own words.
 */
export function refuseOwnAlert(room: Newsroom, story: OpenStory, by: string): void {
  if (story.value().fields.kind !== 'alert' || room.desk().settings.deskOfOne) return
  const verdict = gateOf(room, story, 'clear')
  const wrote = wroteIn(room, story)
  const own = verdict.warns.find(
    ({ rule, where }) => LET_PASS.has(rule) && wroteWhatStands({ where, dismissNotAuthor: true }, by, wrote),
  )
  if (own) throw new NewsroomError('refused', newsroomText('moveStory.ownAlert', { by, message: own.message }), verdict)
}

/** What blocks any other story. */
const LET_PASS: ReadonlySet<string> = new Set(['untaggedQuote', 'untaggedFigure', 'untaggedSuperlative'])
