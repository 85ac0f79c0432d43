import { inLanguage } from '../../catalogue/area'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { deskWordsAsked } from '../../story/ledger/deskWordsAsked'
import { hashCopy } from '../../story/ledger/hash'
import { changedSinceCleared, leavingOf } from '../../story/ledger/leaving/leaving'
import { NewsroomError, type AnswerOf, type RequestOf } from '../../story/requests/requests'
import { lossesAtKill, mayBeOutside } from '../../story/assessment/lostTrust'
import { findMove, legalMoves, STAGE_WORDS } from '../../story/ledger/stages'
import { rightOfMove, whyNotMay } from '../../story/assessment/people/rights'
import type { Story } from '../../story/assessment/story'
import { defined } from '../../story/text/defined'
import type { OpenStory } from '../replica/openStory'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { keepSnapshot } from '../replica/snapshots/keepSnapshot'
import { killsWithoutRoster } from './closure'
import { refuseOwnAlert } from './ownAlert'
import { killUnread, readOrHistory } from './killUnread'
import { gateOf, passGate, refuseBlocked, seenGateOf } from './passGate'

/** Moves a story to another stage, by a legal move of an entitled person, through the door of the move. */
export const moveStory: Action<'story.move'> = async (room, by, request) => {
  const { story: id, to, reason = '', preview } = request
  if (preview) return room.lookAt(id, (story) => move(room, by, story, request))
  const story = to === 'killed' ? await readOrHistory(room, id) : await room.storyNow(id)
  return 'unread' in story ? killUnread(room, by, story, reason.trim()) : move(room, by, story, request)
}

async function move(
  room: Newsroom,
  by: string,
  story: OpenStory,
  { to, kind, reason, override, seen, preview = false }: RequestOf<'story.move'>,
): Promise<AnswerOf<'story.move'>> {
  const value = preview ? onceNoted(story) : story.value()
  const { standing } = value.ledger
  const outside = mayBeOutside(value)
  const move = findMove(standing, to, value.fields.kind, outside)
  if (!move) {
    const legal = [...new Set(legalMoves(standing, value.fields.kind, outside).map((other) => other.to))]
    throw new NewsroomError(
      'refused',
      newsroomText('moveStory.illegalMove', {
        from: STAGE_WORDS[standing.stage],
        to: STAGE_WORDS[to],
        legal: legal.length
          ? newsroomText('moveStory.canGo', { stages: legal.map((other) => `“${STAGE_WORDS[other]}”`).join(', ') })
          : newsroomText('moveStory.stays'),
      }),
    )
  }
  const given = reason?.trim() ?? ''
  if (move.needs.includes('reason') && given === '')
    throw new NewsroomError('usage', newsroomText('moveStory.needsReason', { name: move.name }))
  if (move.needs.includes('kind') && kind === undefined)
    throw new NewsroomError('usage', newsroomText('moveStory.needsKind', { name: move.name }))
  const why = whyNotMay(rightOfMove(move), by, { desk: room.desk(), story: value })
  if (why !== undefined && !killsWithoutRoster(room, by, to))
    throw new NewsroomError('refused', why, gateOf(room, story, move.door))
  if (move.door === 'clear') refuseOwnAlert(room, story, by)
  story.guard.refuseWhenGuarded()
  const atDoor = move.door === 'kill' ? { killText: given } : {}
  if (preview) {
    refuseBlocked(room, story, move.door, { ...atDoor, story: value })
    const now = { headline: story.summary().headline, stage: standing.stage }
    return { stage: to, version: standing.version, now }
  }
  const lost = to === 'killed' ? lossesAtKill(value) : []
  const { verdict, overrides, written: overridden } = passGate(room, story, by, move.door, { override, seen }, atDoor)
  const { written: moved } = story.note(by, {
    kind: 'moved',
    from: standing.stage,
    to,
    copyHash: hashCopy(value.copy),
    ...(to === 'cleared' ? { leaving: leavingOf(value.copy, value.fields) } : {}),
    ...(to === 'cleared' || to === 'published' ? defined({ deskWords: deskWordsAsked(room.desk().words) }) : {}),
    blocks: verdict.blocks.length,
    warns: verdict.warns.length,
    overrides,
    ...(given === '' ? {} : { reason: given }),
    ...(lost.length === 0 ? {} : { lost }),
    ...(move.needs.includes('kind') && kind !== undefined ? { versionKind: kind } : {}),
  })
  const versioned = keepSnapshot(room, story, by, { kind: 'move', why: inLanguage('en', () => move.name) })
  await Promise.all([overridden, moved, versioned, story.observe()])
  const { stage, version } = story.ledger.standing
  return { stage, version }
}

/**
 * The story when the move notes what waits to be noted: cleared copy that was edited since is in review (see
 * transitions), and the gate asks as it does there. A guarded story takes no notes.
 */
function onceNoted(story: OpenStory): Story {
  const value = story.value()
  const { copy, fields, ledger } = value
  const { standing } = ledger
  const isEdited = standing.stage === 'cleared' && changedSinceCleared(copy, fields, ledger)?.length !== 0
  if (!isEdited || story.guarded) return value
  const inReview = { standing: { ...standing, stage: 'inReview' as const }, clearedHash: undefined, cleared: undefined }
  return { ...value, ledger: { ...ledger, ...inReview } }
}

/** The verdict of a door on a story. */
export const showGate: Action<'story.gate'> = async (room, _by, { story, door }) =>
  seenGateOf(room, await room.storyNow(story), door)
