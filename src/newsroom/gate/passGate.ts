import { newsroomText } from '../../catalogue/rooms/newsroom'
import { openGate, type GateRequest } from '../../gate/openGate'
import { whyNotOverride, wroteWhatStands } from '../../gate/override'
import type { Verdict } from '../../story/assessment/finding'
import { withSeen } from '../../story/assessment/seenFinding'
import type { FindingKey } from '../../story/ledger/events/gateEvent'
import { NewsroomError } from '../../story/requests/requests'
import type { Door } from '../../story/ledger/stages'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'
import { wroteIn } from './wroteAt'

/**
 * The values that a door needs beside the story: the export's format, the text of a kill. `story`: as it will be, if
 * the act notes something first.
 */
export type AtDoor = Pick<GateRequest, 'format' | 'killText'> & Partial<Pick<GateRequest, 'story'>>

/** A typed reason that lifts all blocks, and the hash of those that the person had before them. */
export interface OverrideAll {
  readonly override?: string | undefined
  readonly seen?: string | undefined
}

/** The verdict of a door on the story as it is now. */
export function gateOf(room: Newsroom, story: OpenStory, door: Door, at: AtDoor = {}): Verdict {
  const [value, assessments, desk] = [story.value(), story.assessments(), room.desk()]
  return openGate({ story: value, assessments, desk, door, wroteAt: wroteIn(room, story), ...at })
}

/** `gateOf` with hashes of the blocks and of what each finding is about, which the answer to a person carries. */
export const seenGateOf = (room: Newsroom, story: OpenStory, door: Door, at: AtDoor = {}): Verdict =>
  withSeen(gateOf(room, story, door, at), story.value().copy, story.assessments())

export interface Passed {
  readonly verdict: Verdict
  /** The lifted blocks, for the entry of the move or export. */
  readonly overrides: readonly FindingKey[]
  /** Resolves when the overrides are on disk. */
  readonly written: Promise<void>
}

/**
 * Passes the gate, or throws a refusal that carries the verdict. With a typed reason, overrides all blocks and notes
 * each; if one of them may not be overridden, or `seen` is not the hash of exactly these blocks, notes nothing.
 */
export function passGate(
  room: Newsroom,
  story: OpenStory,
  by: string,
  door: Door,
  { override, seen }: OverrideAll,
  at: AtDoor = {},
): Passed {
  const verdict = seenGateOf(room, story, door, at)
  if (!verdict.blocks.length) return { verdict, overrides: keysOf(verdict), written: Promise.resolve() }
  if (override === undefined) throw new NewsroomError('refused', blockedMessage(verdict), verdict)
  const wrote = wroteIn(room, story)
  for (const finding of verdict.blocks) {
    const why =
      override.trim() === ''
        ? newsroomText('passGate.overrideReason')
        : whyNotOverride(finding, by, story.value(), room.desk(), wroteWhatStands(finding, by, wrote))
    if (why !== undefined) throw new NewsroomError('refused', `${finding.message} ${why}`, verdict)
  }
  if (seen === undefined) throw new NewsroomError('usage', newsroomText('passGate.unseen'), verdict)
  if (seen !== verdict.seen)
    throw new NewsroomError('refused', newsroomText('passGate.otherBlocks', { now: blockedMessage(verdict) }), verdict)
  const reason = override.trim()
  const { written } = story.note(
    by,
    ...verdict.blocks.map(({ rule, key }) => ({ kind: 'overridden' as const, rule, key, reason })),
  )
  const lifted = gateOf(room, story, door, at)
  if (lifted.blocks.length) {
    // The ledger has the overrides now. The remaining blocks keep the door shut.
    written.catch(() => undefined)
    throw new NewsroomError('refused', blockedMessage(lifted), lifted)
  }
  return { verdict: lifted, overrides: keysOf(lifted), written }
}

/** Throws the refusal of a door that something blocks, and notes nothing. */
export function refuseBlocked(room: Newsroom, story: OpenStory, door: Door, at: AtDoor = {}): void {
  const verdict = seenGateOf(room, story, door, at)
  if (verdict.blocks.length > 0) throw new NewsroomError('refused', blockedMessage(verdict), verdict)
}

const keysOf = (verdict: Verdict): readonly FindingKey[] => verdict.overridden.map(({ rule, key }) => ({ rule, key }))

function blockedMessage({ blocks }: Verdict): string {
  const [first] = blocks
  const more = blocks.length > 1 ? newsroomText('passGate.more', { count: blocks.length - 1 }) : ''
  return newsroomText('passGate.blocked', { count: blocks.length, message: first?.message ?? '', more })
}
