import { newsroomText } from '../../catalogue/rooms/newsroom'
import { whyNotDismiss, whyNotOverride, wroteWhatStands } from '../../gate/override'
import type { Finding } from '../../story/assessment/finding'
import { seenOfFinding } from '../../story/assessment/seenFinding'
import { NewsroomError } from '../../story/requests/requests'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'
import { gateOf } from './passGate'
import { wroteIn } from './wroteAt'

/** Lifts one block for these words, with a typed reason. */
export const overrideFinding: Action<'finding.override'> = async (room, by, { story: id, rule, key, seen, reason }) => {
  const story = await room.storyNow(id)
  const finding = findFinding(room, story, rule, key)
  refuseOtherFinding(story, finding, seen)
  if (reason.trim() === '') throw new NewsroomError('usage', newsroomText('findings.overrideReason'))
  const why = whyNotOverride(
    finding,
    by,
    story.value(),
    room.desk(),
    wroteWhatStands(finding, by, wroteIn(room, story)),
  )
  if (why !== undefined) throw new NewsroomError('refused', why)
  await story.note(by, { kind: 'overridden', rule, key, reason: reason.trim() }).written
  return {}
}

/** Marks a place "nothing to check" or "not a TK". Holds until its words change. */
export const dismissFinding: Action<'finding.dismiss'> = async (room, by, { story: id, rule, key, seen, reason }) => {
  const story = await room.storyNow(id)
  const finding = findFinding(room, story, rule, key)
  refuseOtherFinding(story, finding, seen)
  const why = whyNotDismiss(finding, by, story.value(), room.desk(), wroteIn(room, story)(by, finding.where))
  if (why !== undefined) throw new NewsroomError('refused', why)
  await story.note(by, { kind: 'dismissed', rule, key, ...(reason?.trim() ? { reason: reason.trim() } : {}) }).written
  return gateFinding(room, story, rule, key) === undefined ? {} : { waits: true }
}

/** Refuses a person who saw another finding, text or view. */
function refuseOtherFinding(story: OpenStory, finding: Finding, seen: string): void {
  if (seen !== seenOfFinding(finding, story.value().copy, story.assessments()))
    throw new NewsroomError('refused', newsroomText('findings.otherView'))
}

/** The findings of all doors. */
function findFinding(room: Newsroom, story: OpenStory, rule: string, key: string): Finding {
  const found = gateFinding(room, story, rule, key)
  if (!found) throw new NewsroomError('usage', newsroomText('findings.wordsChanged'))
  return found
}

function gateFinding(room: Newsroom, story: OpenStory, rule: string, key: string): Finding | undefined {
  for (const door of ['publish', 'clear', 'kill', 'factsheet', 'draftExport'] as const) {
    const { blocks, warns } = gateOf(room, story, door)
    const found = [...blocks, ...warns].find((finding) => finding.rule === rule && finding.key === key)
    if (found) return found
  }
  return undefined
}
