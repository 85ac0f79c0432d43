/** What the app remembers of a library on this machine: who works here, where they were, how large the type is. A cache: losing it loses no work. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { BackupStatus, Position } from '../../ipc/contract'
import type { KeyChanges } from '../../ipc/keymap'

export interface Remembered {
  /** The library's folder, once it was opened for writing. */
  readonly library?: string
  readonly person?: string
  readonly positions: Readonly<Record<string, Position>>
  readonly lastStory?: string
  readonly zoom: number
  readonly theme: 'system' | 'light' | 'dark'
  readonly keys?: KeyChanges
  /** Who writes as suggestions here. */
  readonly suggesting?: readonly string[]
  /** Where backups go; who chose it; the last one there. */
  readonly backup?: Partial<Pick<BackupStatus, 'folder' | 'every' | 'last'>> & { readonly by?: string }
  readonly bounds?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

const NOTHING: Remembered = { positions: {}, zoom: 1, theme: 'system' }

export class RememberedState {
  #value: Remembered = NOTHING
  #writing: Promise<void> = Promise.resolve()

  constructor(readonly path: string) {}

  get value(): Remembered {
    return this.#value
  }

  async load(): Promise<void> {
    try {
      const stored: unknown = JSON.parse(await readFile(this.path, 'utf8'))
      if (stored !== null && typeof stored === 'object') this.#value = { ...NOTHING, ...stored }
    } catch (error) {
      // Absent on the first start, or damaged: the app starts with nothing remembered.
      if (!(error instanceof Error)) throw error
    }
  }

  /** Keeps the change at once and writes it in the background, one write at a time. */
  change(changes: Partial<Remembered>): void {
    this.#value = { ...this.#value, ...changes }
    this.#writing = this.#writing
      .then(async () => {
        const temp = `${this.path}.new`
        await mkdir(dirname(this.path), { recursive: true })
        await writeFile(temp, JSON.stringify(this.#value, null, 1), { mode: 0o600 })
        await rename(temp, this.path)
      })
      .catch((error: unknown) => {
        process.stderr.write(`stet: could not remember the window's state in ${this.path}: ${String(error)}\n`)
      })
  }

  settled(): Promise<void> {
    return this.#writing
  }
}
