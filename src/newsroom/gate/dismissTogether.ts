/** “Nothing to check” for several names, dates or places as one act, and the way back. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { whyNotDismissTogether } from '../../gate/override'
import { seenOfFinding } from '../../story/assessment/seenFinding'
import { findingName, type FindingKey } from '../../story/ledger/events/gateEvent'
import { NewsroomError } from '../../story/requests/requests'
import type { Action } from '../state/action'
import { gateOf } from './passGate'
import { wroteIn } from './wroteAt'

/**
 * Dismisses each finding that this person may dismiss and sees as it is. Each dismissal is an entry of its own: it
 * holds for its words in their sentence, as a single one does.
 */
export const dismissTogether: Action<'finding.dismissTogether'> = async (room, by, { story: id, findings }) => {
  const story = await room.storyNow(id)
  const wrote = wroteIn(room, story)
  const { blocks, warns } = gateOf(room, story, 'clear')
  const known = new Map([...blocks, ...warns].map((finding) => [findingName(finding), finding]))
  const dismissed = new Map<string, FindingKey>()
  const refused: (FindingKey & { readonly why: string })[] = []
  for (const { rule, key, seen } of findings) {
    const finding = known.get(findingName({ rule, key }))
    const why = !finding
      ? newsroomText('findings.wordsChanged')
      : seen !== seenOfFinding(finding, story.value().copy, story.assessments())
        ? newsroomText('findings.otherView')
        : whyNotDismissTogether(finding, by, story.value(), room.desk(), wrote(by, finding.where))
    if (why === undefined) dismissed.set(findingName({ rule, key }), { rule, key })
    else refused.push({ rule, key, why })
  }
  const keys = [...dismissed.values()]
  if (keys.length > 0) await story.note(by, ...keys.map((one) => ({ kind: 'dismissed' as const, ...one }))).written
  return { dismissed: keys, refused }
}

/** Takes back this person's own dismissals: the findings are there again. Those of others stay. */
export const undismiss: Action<'finding.undismiss'> = async (room, by, { story: id, findings }) => {
  const story = await room.storyNow(id)
  const asked = new Map(findings.map(({ rule, key }) => [findingName({ rule, key }), { rule, key }]))
  const own = new Set(story.ledger.dismissals.filter((one) => one.by === by).map(findingName))
  const back = [...asked].flatMap(([name, one]) => (own.has(name) ? [one] : []))
  if (back.length === 0) throw new NewsroomError('refused', newsroomText('findings.noneOfYours', { by }))
  await story.note(by, { kind: 'undismissed', findings: back }).written
  return { findings: back }
}
