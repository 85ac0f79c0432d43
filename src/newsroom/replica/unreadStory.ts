/** A story whose document is damaged or gone: its history tells where it stands, and whether it can still be killed. */
import { StorageError } from '../../storage/disk/storageError'
import type { StoredStory } from '../../storage/disk/storyStore'
import { mayBeOutside } from '../../story/assessment/lostTrust'
import { foldLedger } from '../../story/ledger/ledger'
import { legalMoves } from '../../story/ledger/stages'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { DeskTasks, StorySummary } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { toNotify } from './view/deskTasks'

const UNREAD: ReadonlySet<string> = new Set(['DAMAGED', 'SHAPE', 'ENOENT', 'EIO'])

export const isUnread = (error: unknown): error is StorageError =>
  error instanceof StorageError && UNREAD.has(error.code ?? '')

/** What the history of a story that cannot be read says: a killed one is killed all the same. */
export type StandingOnly = Pick<StorySummary, 'stage' | 'version'> & Pick<DeskTasks, 'toNotify'>

/** `ledger`: the entries that count. `apart`: those of other machines that do not. */
export function standingByHistory({
  ledger: entries,
  apart,
}: Pick<StoredStory, 'ledger'> & { readonly apart: readonly LedgerEntry[] }): StandingOnly {
  const state = foldLedger(entries)
  const { stage, version } = state.standing
  return { stage, version, ...defined({ toNotify: toNotify(state, { entries, apart }) }) }
}

/** `history`: with the entries that count only. */
export function canBeKilled({ ledger, losses }: Pick<StoredStory, 'ledger' | 'losses'>): boolean {
  const state = foldLedger(ledger)
  const moves = legalMoves(state.standing, 'story', mayBeOutside({ ledger: state, losses }))
  return moves.some(({ to }) => to === 'killed')
}

/** The error with one more sentence on what to do next: `how` a story that cannot be read is killed. */
export const withKill = (error: StorageError, how: string): StorageError =>
  new StorageError(error.path, error.what, error.safe, `${error.next} ${how}`, error.code)
