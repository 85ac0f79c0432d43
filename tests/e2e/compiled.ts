import { mkdtempSync, rmSync } from 'node:fs'
import { cp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Chromium compiles ahead what a page has loaded twice. */
const STARTS = 3

/**
 * What Stet and Chromium have compiled in the profiles of earlier tests, lent to the new ones: a quarter of what a start costs.
 * Nothing else goes from one profile into another.
 */
export class Compiled {
  #folder: string | undefined
  #kept = 0

  /** Puts it into a profile that has not been used yet. */
  async lend(profile: string): Promise<void> {
    if (this.#folder !== undefined) await cp(this.#folder, profile, { recursive: true })
  }

  /** Takes it from a profile that is no longer in use. */
  async keep(profile: string): Promise<void> {
    if (this.#kept >= STARTS) return
    const names = (await readdir(profile).catch(() => [])).filter(
      (name) => name === 'Code Cache' || name.startsWith('compiled-'),
    )
    if (names.length < 2) return
    this.#kept += 1
    const folder = this.#made()
    for (const name of names) {
      await rm(join(folder, name), { recursive: true, force: true })
      await cp(join(profile, name), join(folder, name), { recursive: true })
    }
  }

  #made(): string {
    if (this.#folder !== undefined) return this.#folder
    const folder = mkdtempSync(join(tmpdir(), 'stet-compiled-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    return (this.#folder = folder)
  }
}
