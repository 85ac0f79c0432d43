/** Requests about the library as a whole: doctor, backups, losses, settings. */
import type { UnusedFile, LibraryReport, BackupMade, IndexState } from './libraryAnswers'
import type { TrustLoss } from '../../ledger/loss'
import type { LedgerEntry } from '../../ledger/ledgerEntry'
import type { LibrarySettings } from '../../desk/roster'
import type { StoryDefaults } from '../../desk/storyDefaults'

export interface LibraryRequests {
  /** Checks every file of the library. `repair`: also repairs what it can. */
  'library.doctor': { request: { readonly repair?: boolean }; answer: LibraryReport }
  /**
   * Deletes captured files that nothing names. `only`: at most these (SHA-256). Refused while anything is wrong
   * with the library.
   */
  'library.tidy': {
    request: { readonly only?: readonly string[] }
    answer: { readonly removed: readonly UnusedFile[] }
  }
  /** The state of the index of stories. `rebuild`: deletes it and builds it again first. */
  'library.index': { request: { readonly rebuild?: boolean }; answer: IndexState }
  /**
   * Copies the library into a folder. `make`, `known`: see BackUpRequest of the store. `begin`: even in a folder
   * where backups were made before and there are none now.
   */
  'library.backUp': {
    request: { readonly to: string; readonly make?: boolean; readonly known?: boolean; readonly begin?: boolean }
    answer: BackupMade
  }
  /** The library's own ledger: changes of the roster and the source book. */
  'library.history': { request: Record<string, never>; answer: readonly LedgerEntry[] }
  /** What the library lost and nobody has accepted. Not empty: every story is closed. */
  'library.losses': { request: Record<string, never>; answer: readonly TrustLoss[] }
  /** The same as story.acceptLoss for the library. Both copies of each small file are written from what is known. */
  'library.acceptLoss': {
    request: { readonly losses: readonly string[]; readonly reason: string }
    answer: { readonly accepted: readonly TrustLoss[] }
  }
  /** What new stories begin with. */
  'library.defaults': { request: Record<string, never>; answer: StoryDefaults }
  'library.settings': {
    request: {
      readonly deskOfOne?: boolean
      /** Bytes of versions per story. */
      readonly historyLimit?: number
      /** The defaults of new stories that change. '' and false take one away; what is absent stays. */
      readonly defaults?: StoryDefaults
    }
    answer: LibrarySettings
  }
}
