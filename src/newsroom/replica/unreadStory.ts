/** A story whose document is damaged or gone: its history tells whether it can still be killed. */
import { StorageError } from '../../storage/disk/storageError'
import type { StoredStory } from '../../storage/disk/storyStore'
import { mayBeOutside } from '../../story/assessment/lostTrust'
import { foldLedger } from '../../story/ledger/ledger'
import { legalMoves } from '../../story/ledger/stages'

const UNREAD: ReadonlySet<string> = new Set(['DAMAGED', 'SHAPE', 'ENOENT', 'EIO'])

export const isUnread = (error: unknown): error is StorageError =>
  error instanceof StorageError && UNREAD.has(error.code ?? '')

/** `history`: with the entries that count only. */
export function canBeKilled({ ledger, losses }: Pick<StoredStory, 'ledger' | 'losses'>): boolean {
  const state = foldLedger(ledger)
  const moves = legalMoves(state.standing, 'story', mayBeOutside({ ledger: state, losses }))
  return moves.some(({ to }) => to === 'killed')
}

/** The error with one more sentence on what to do next: `how` a story that cannot be read is killed. */
export const withKill = (error: StorageError, how: string): StorageError =>
  new StorageError(error.path, error.what, error.safe, `${error.next} ${how}`, error.code)
