import { mkdtempSync, rmSync } from 'node:fs'
import { cp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Chromium's folder in a profile, and main's own. */
const isCodeCache = (name: string): boolean => name === 'Code Cache' || name.startsWith('compiled-')
/** Chromium caches the code of a page that was loaded twice. */
const STARTS = 3

/**
 * Copies what Chromium and main have compiled from the profiles of earlier tests into new profiles. Copies nothing else
 * from one into another.
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
    const names = (await readdir(profile).catch(() => [])).filter(isCodeCache)
    if (names.length < 2) return
    this.#kept += 1
    for (const name of names) {
      const copy = join(this.#makeFolder(), name)
      await rm(copy, { recursive: true, force: true })
      await cp(join(profile, name), copy, { recursive: true })
    }
  }

  #makeFolder(): string {
    if (this.#folder !== undefined) return this.#folder
    const folder = mkdtempSync(join(tmpdir(), 'stet-compiled-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    return (this.#folder = folder)
  }
}
