import type { TrustLoss } from '../../story/ledger/loss'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { BackupProgress, StorySummary } from '../../story/requests/requests'
import type { LibraryFacts } from '../../storage/disk/storyStore'

/** The events of a newsroom. They come after the change is on disk. */
export interface NewsroomEvents {
  /** `origin`: the window that made the change, as it named itself to `applyWindowUpdate`; absent for actions. */
  readonly storyUpdated: {
    readonly story: string
    readonly update: Uint8Array
    readonly by: string
    readonly origin?: string
  }
  /** `apart`: the ledger was read again, after a merge. Then `entries` are all that count, and these do not. */
  readonly ledgerGrew: {
    readonly story: string
    readonly entries: readonly LedgerEntry[]
    readonly apart?: readonly LedgerEntry[]
  }
  /**
   * The rows of stories that changed or are new, and the ids of stories that are gone. Without any: many changed, and
   * the lists ask again.
   */
  readonly storiesChanged: { readonly rows: readonly StorySummary[]; readonly gone: readonly string[] }
  readonly deskChanged: LibraryFacts
  /** All losses of a story, accepted ones too. Its captured files were looked at, or the library's losses changed. */
  readonly lossesChanged: {
    readonly story: string
    readonly losses: readonly TrustLoss[]
    readonly unproven: readonly string[]
  }
  readonly backupProgress: BackupProgress
  /** Something that the newsroom writes by itself (transitions, snapshots) could not be written. */
  readonly storageFailed: { readonly story: string; readonly message: string }
}
export type NewsroomEventName = keyof NewsroomEvents

export type Listener<E extends NewsroomEventName> = (event: NewsroomEvents[E]) => void
export type Tell = <E extends NewsroomEventName>(name: E, event: NewsroomEvents[E]) => void

/** Keeps listeners by event name. */
export class Listeners {
  readonly #byName = new Map<NewsroomEventName, Set<(event: never) => void>>()

  /** Returns the function that removes the listener. */
  on<E extends NewsroomEventName>(name: E, listener: Listener<E>): () => void {
    const listeners = this.#byName.get(name) ?? new Set()
    this.#byName.set(name, listeners)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  /** Whether anybody listens. */
  has(name: NewsroomEventName): boolean {
    return (this.#byName.get(name)?.size ?? 0) > 0
  }

  tell: Tell = (name, event) => {
    for (const listener of this.#byName.get(name) ?? []) (listener as (told: typeof event) => void)(event)
  }
}
