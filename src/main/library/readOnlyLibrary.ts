import { mainText } from '../../catalogue/rooms/main'
import type { Windows } from '../windows/windows'

/** Milliseconds between two looks at the lock. */
const LOOK_EVERY = 3000

/**
 * A library that was opened for reading. When the process that had it gives it up, every window is told, once. Only a
 * new start of the app can write: it reads the library as that process left it.
 */
export class ReadOnlyLibrary {
  #isFree = false

  constructor(
    private readonly reason: string,
    private readonly windows: Pick<Windows, 'tell'>,
  ) {}

  /** Why nothing can be written here, for people. */
  get why(): string {
    return this.#isFree ? mainText('readOnly.writableAgain') : this.reason
  }

  /** Nobody has the library any more. */
  get isFree(): boolean {
    return this.#isFree
  }

  /** Asks every few seconds, until the library is free. `mayBeOwned`: see libraryLock. It reads lock files only. */
  watch(mayBeOwned: () => Promise<boolean>): void {
    setTimeout(() => void this.#look(mayBeOwned), LOOK_EVERY).unref()
  }

  async #look(mayBeOwned: () => Promise<boolean>): Promise<void> {
    // A lock that cannot be read may still be somebody's.
    if (await mayBeOwned().catch(() => true)) return this.watch(mayBeOwned)
    this.#isFree = true
    this.windows.tell('writableAgain', { readOnly: this.why })
  }
}
