/** Whether this process may read or write the library now. */
import { storageText } from '../../catalogue/rooms/storage'
import { StorageError } from '../disk/storageError'
import type { LibraryLock } from './libraryLock'
import { LockWatch } from './lockWatch'
import type { OwnerSocket } from './ownerSocket'

/**
 * What makes a library writable: the lock, and the socket through which other processes reach its owner. A command
 * has no socket.
 */
export interface Ownership {
  readonly lock: LibraryLock
  readonly socket?: OwnerSocket
}

/** Refuses work on a library that is closed, that another process owns, or whose lock was lost. */
export class LibraryAccess {
  readonly #lockWatch: LockWatch | undefined
  readonly #pending = new Set<Promise<unknown>>()
  #closed = false

  constructor(
    private readonly place: string,
    private readonly ownership: Ownership | undefined,
  ) {
    this.#lockWatch = ownership && new LockWatch(ownership.lock)
  }

  get writable(): boolean {
    return this.ownership !== undefined && !this.#closed && !this.#lockWatch?.isLost
  }

  async reading<T>(work: () => Promise<T>): Promise<T> {
    this.throwIfClosed()
    return this.#watched(work())
  }

  async writing<T>(work: () => Promise<T>): Promise<T> {
    this.throwIfClosed()
    if (!this.ownership)
      throw new StorageError(
        this.place,
        storageText('library.readOnly'),
        storageText('safe.nothingChanged'),
        storageText('next.useOwner'),
        'READONLY',
      )
    const checking = this.#lockWatch?.check()
    if (checking) void this.#watched(checking)
    if (this.#lockWatch?.isLost)
      throw new StorageError(
        this.place,
        storageText('library.lockLost'),
        storageText('safe.savedAndOpenWindow'),
        storageText('next.copyAndReopen'),
        'LOCKLOST',
      )
    return this.#watched(work())
  }

  throwIfClosed(): void {
    if (this.#closed)
      throw new StorageError(
        this.place,
        storageText('library.closed'),
        storageText('safe.saved'),
        storageText('next.openAgain'),
        'CLOSED',
      )
  }

  /** Refuses new work. Resolves when the work that has begun is over. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.allSettled([...this.#pending])
  }

  #watched<T>(work: Promise<T>): Promise<T> {
    this.#pending.add(work)
    const over = (): void => {
      this.#pending.delete(work)
    }
    work.then(over, over)
    return work
  }
}
