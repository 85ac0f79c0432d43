/** Lines of a story's ledger that several machines write. */
import { signEntry } from '../../../src/newsroom/ledger/signEntry'
import type { SignedStatus } from '../../../src/story/ledger/facts/fact'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { ledgerOf } from '../../../src/story/trust/chain'
import type { Machine } from './machines'

export const STORY = { id: 'story-1', guid: 'urn:uuid:00000000-0000-4000-8000-000000000001' }
export const MERGED: LedgerEvent = { kind: 'merged', bundle: 'b', from: 'Kim', device: 'd', entries: 1 }
export const verdict = (status: SignedStatus): LedgerEvent =>
  ({
    kind: 'signed',
    fact: 'f',
    status,
    words: '100 won',
    sentence: '',
    preceding: '',
    sentenceRule: 2,
    evidence: [],
    groundRules: {},
  }) as LedgerEvent

/** The next line of the story's file, signed on this machine, after the lines that it follows. */
export function line(
  { room }: Machine,
  lines: readonly LedgerEntry[],
  by: string,
  event: LedgerEvent,
  after = lines.slice(-1),
): readonly LedgerEntry[] {
  const place = { ledger: ledgerOf(STORY.guid), seq: lines.length + 1, at: room.clock.now(), after }
  return [...lines, signEntry({ by, event }, place, room.ring)]
}
