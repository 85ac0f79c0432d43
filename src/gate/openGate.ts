/** The gate: one function over one table of rules and doors (doors.ts). */
import { directionOverride } from '../checks/rules/copy/directionOverride'
import { runChecks } from '../checks/runChecks'
import type { Assessment } from '../story/assessment/assessment'
import type { Finding, Verdict } from '../story/assessment/finding'
import { namesHolding } from '../story/assessment/heldBy'
import { findingName } from '../story/ledger/events/gateEvent'
import type { Door } from '../story/ledger/stages'
import type { Desk, Story } from '../story/assessment/story'
import type { WroteAt } from '../story/assessment/people/wroteAt'
import { copyChanged } from './copyChanged'
import { answerOf, looksAtCopy } from './doors'
import { embargo } from './embargo'
import { killText } from './killText'
import { losses } from './loss'
import { mayOverride, wroteWhatStands } from './override'
import { sampleStory } from './sampleStory'
import { sourceProtection } from './sourceProtection'

export interface GateRequest {
  readonly story: Story
  readonly assessments: readonly Assessment[]
  readonly desk: Desk
  readonly door: Door
  /** Who wrote the words at a place: they neither dismiss nor override what is found there. */
  readonly wroteAt: WroteAt
  /** Public exports: whether the format has a field for an embargo. Absent: the story itself goes through the door. */
  readonly format?: { readonly hasEmbargoField: boolean }
  /** Kill: the text that withdraws the story. Absent: not asked for yet, so its lack only warns. */
  readonly killText?: string
  /** `runChecks` of this story, if the caller has it already. */
  readonly findings?: readonly Finding[]
}

/**
 * Returns the findings between the story and a door. Blocks that an entitled person has overridden for this exact copy
 * are separate. A door that asks nothing turns everything into warnings.
 */
export function openGate(request: GateRequest): Verdict {
  const { story, assessments, desk, door, wroteAt } = request
  const checked = looksAtCopy(door)
    ? (request.findings ?? runChecks({ story, assessments, desk }, wroteAt))
    : directionOverride({ story, assessments, desk })
  const isLifted = liftedIn(story, desk, wroteAt)
  const verdict = { door, blocks: [] as Finding[], warns: [] as Finding[], overridden: [] as Finding[] }
  for (const finding of [
    ...(answerOf('sourceProtection', door) === '–' ? [] : sourceProtection(story, desk, wroteAt)),
    ...(answerOf('loss', door) === '–' ? [] : losses(story)),
    ...checked,
    ...(answerOf('copyChanged', door) === '–' ? [] : copyChanged(story)),
    ...embargo(story, desk, request.format),
    ...killText(story, request.killText),
    ...sampleStory(story),
  ]) {
    const answer = answerOf(finding.rule, door)
    if (answer === '–') continue
    if (answer === 'shows' || finding.severity === 'warn') verdict.warns.push({ ...finding, severity: 'warn' })
    else if (isLifted(finding)) verdict.overridden.push(finding)
    else verdict.blocks.push(finding)
  }
  return verdict
}

/** An override counts as long as its author is still entitled to it. */
function liftedIn(story: Story, desk: Desk, wroteAt: WroteAt): (finding: Finding) => boolean {
  const byKey = new Map<string, string[]>()
  for (const one of story.ledger.overrides)
    byKey.set(findingName(one), [...(byKey.get(findingName(one)) ?? []), one.by])
  const { stage } = story.ledger.standing
  return (finding) =>
    namesHolding(finding, stage)
      .flatMap((name) => byKey.get(name) ?? [])
      .some((by) => mayOverride(finding, by, story, desk, wroteWhatStands(finding, by, wroteAt)))
}
