import type { LibraryLock } from './libraryLock'

/** Milliseconds. */
const CHECK_EVERY = 1000

/** Notices when another process took the library over, because a person deleted the lock file. */
export class LockWatch {
  private lost = false
  private nextCheck = performance.now() + CHECK_EVERY

  constructor(private readonly lock: LibraryLock) {}

  get isLost(): boolean {
    return this.lost
  }

  /** Starts a check, at most one a second, and returns it. Writing must not wait for it. */
  check(): Promise<void> | undefined {
    if (this.lost || performance.now() < this.nextCheck) return undefined
    this.nextCheck = Infinity
    return this.checkNow()
  }

  private async checkNow(): Promise<void> {
    try {
      this.lost = !(await this.lock.hold())
    } catch {
      // An unplugged drive says nothing about who owns the library.
    } finally {
      this.nextCheck = performance.now() + CHECK_EVERY
    }
  }
}
