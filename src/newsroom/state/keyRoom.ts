import type { LedgerEnds } from '../../story/ledger/events/libraryEvent'
import type { Person } from '../../story/desk/roster'
import type { LibraryFacts, StoryStore } from '../../storage/disk/storyStore'
import type { Ids } from '../environment/ids'
import type { HeadBook } from '../ledger/headBook'
import type { LedgerBook } from '../ledger/ledgerBook'
import type { KeyRing } from '../people/keyRing'
import type { DeskChange } from './libraryDesk'

/** What of a newsroom keys and PINs use. */
export interface KeyRoom {
  readonly store: StoryStore
  readonly ids: Ids
  readonly ring: KeyRing
  readonly heads: HeadBook
  readonly ledger: LedgerBook
  readonly library: LibraryFacts
  onRoster(name: string): Person | undefined
  /** Where every ledger ends, as this process has written it. */
  ledgerEnds(): LedgerEnds
  changeDesk<T>(by: string, change: (facts: LibraryFacts) => DeskChange<T>): Promise<T>
}
