/** Acts on a story whose words cannot be read. A kill needs none of them: its own text, and the history. */
import { basename } from 'node:path'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import type { StorageError } from '../../storage/disk/storageError'
import { lossesAtKill, mayBeOutside } from '../../story/assessment/lostTrust'
import { whyNotMay } from '../../story/assessment/people/rights'
import { EMPTY_FIELDS } from '../../story/ledger/fields'
import { foldLedger } from '../../story/ledger/ledger'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import { distinctLosses, type TrustLoss } from '../../story/ledger/loss'
import { findMove } from '../../story/ledger/stages'
import { NewsroomError, type AnswerOf } from '../../story/requests/requests'
import { STET } from '../../story/text/stet'
import { ledgerOf } from '../../story/trust/chain'
import { LedgerBook } from '../ledger/ledgerBook'
import { maskEvent } from '../ledger/maskEvent'
import type { OpenStory } from '../replica/openStory'
import { isUnread } from '../replica/unreadStory'
import type { CheckedStory } from '../state/libraryTrust'
import type { Newsroom } from '../state/newsroom'
import { killsWithoutRoster } from './closure'

/** The history of a story whose document is damaged or gone. */
export interface UnreadStory {
  readonly history: CheckedStory
  /** Why nobody can read it. */
  readonly unread: StorageError
}

/** The story, or what is left of one that does not open. Rejects when that cannot be read either. */
export async function readOrHistory(room: Newsroom, id: string): Promise<OpenStory | UnreadStory> {
  try {
    return await room.storyNow(id)
  } catch (error) {
    if (!isUnread(error)) throw error
    const history = await room.historyOf(id).catch(() => undefined)
    if (!history) throw error
    return { history, unread: error }
  }
}

/** Kills a story that does not open. */
export async function killUnread(
  room: Newsroom,
  by: string,
  { history: { id }, unread }: UnreadStory,
  reason: string,
): Promise<AnswerOf<'story.move'>> {
  let version = 1
  await noteUnread(room, by, id, (history) => {
    const ledger = foldLedger(history.ledger)
    const known = { ledger, losses: [...room.library.losses, ...history.losses] }
    const { standing } = ledger
    if (standing.stage === 'killed') throw new NewsroomError('refused', newsroomText('openStory.killed'))
    // Its whole history is there, and says that nothing left.
    const move = findMove(standing, 'killed', 'story', mayBeOutside(known))
    if (!move) throw unread
    if (reason === '') throw new NewsroomError('usage', newsroomText('moveStory.needsReason', { name: move.name }))
    const why = whyNotMay('kill', by, { desk: room.desk(), story: { fields: EMPTY_FIELDS, ledger } })
    if (why !== undefined && !killsWithoutRoster(room, by, 'killed')) throw new NewsroomError('refused', why)
    const words: TrustLoss = { kind: 'log', where: 'document', detail: `${basename(unread.path)}: ${unread.what}.` }
    version = standing.version
    return {
      ...{ kind: 'moved', from: standing.stage, to: 'killed', copyHash: '' },
      ...{ blocks: 0, warns: 0, overrides: [], reason, lost: [...lossesAtKill(known), words] },
    }
  })
  return { stage: 'killed', version }
}

/**
 * Appends the event that `make` returns to the history of a story that does not open. Rejects with what `make` throws.
 * Resolves once it is on the disk.
 */
export function noteUnread(
  room: Newsroom,
  by: string,
  id: string,
  make: (history: CheckedStory) => LedgerEvent,
): Promise<void> {
  return room.unread.queue(async () => {
    const history = await room.historyOf(id)
    const event = maskEvent(make(history), protectedTerms(room.library.sources))
    // Noted first, as always: the next write notes new ends, and then nobody sees the gap.
    const losses = distinctLosses(history.losses)
    await bookOf(room, history).append([
      ...(losses.length > 0 && !room.ring.isLost ? [{ by: STET, event: { kind: 'lossFound' as const, losses } }] : []),
      { by, event },
    ]).written
    // The next reading of the ledger finds its end.
    room.store.letGo(id)
    await room.index.unreadChanged(id)
  })
}

const bookOf = (room: Newsroom, { id, guid, ledger: entries, seq, apart }: CheckedStory): LedgerBook =>
  new LedgerBook(
    { ledger: ledgerOf(guid), entries, seq, apart },
    room.ring,
    room.clock,
    async (written) => {
      await room.store.appendLedger(id, written)
      room.heads.noteLast(id, written)
    },
    () => undefined,
  )
