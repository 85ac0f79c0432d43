/**
 * What the app remembers about a library on this machine: who works here, their last position, the zoom. Losing it
 * loses no work.
 */
import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isLanguage, type Language, type LanguageChoice } from '../../catalogue/language'
import { mainText } from '../../catalogue/rooms/main'
import type { BackupStatus } from '../../ipc/contract'
import type { Position } from '../../ipc/startup'
import type { WindowLook, PaneWidths, SavedView } from '../../ipc/windowChoices'
import type { KeyChanges } from '../../ipc/keymap'
import { isMissing } from '../../storage/disk/fileLayer'
import { setAside } from '../../storage/disk/damaged/setAside'
import { isRecord } from '../../story/text/isRecord'
import type { WindowAgain } from './windowsAgain'

export interface Remembered {
  /** The library's folder. Set after it was opened for writing. */
  readonly library?: string
  readonly person?: string
  /** Of the stories that were read last. */
  readonly positions: Readonly<Record<string, Position>>
  readonly lastStory?: string
  readonly zoom: number
  /** Widths of the library and the side panels, in CSS pixels. Absent: those of a new window. */
  readonly widths?: PaneWidths
  readonly theme: 'system' | 'light' | 'dark'
  readonly keys?: KeyChanges
  /** The people who write in Suggesting mode here. */
  readonly suggesting?: readonly string[]
  /** Named searches of each person, in their order. */
  readonly views?: Readonly<Record<string, readonly SavedView[]>>
  /** Person → story → keys of what came back with it and the person has seen. */
  readonly seen?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  readonly spellingOff?: boolean
  readonly look?: WindowLook
  /** Quotation marks, dashes and ellipsis stay as they are typed. */
  readonly straightQuotes?: boolean
  /** The language of the app. Absent: that of the system. */
  readonly language?: LanguageChoice
  /** Story → keys of words that the spell-checker ignores in it. */
  readonly ignoredWords?: Readonly<Record<string, readonly string[]>>
  /** The folder of backups, who chose it, and the last backup. */
  readonly backup?: Partial<Pick<BackupStatus, 'folder' | 'every' | 'last'>> & { readonly by?: string }
  /** The windows that the next start opens again. */
  readonly again?: readonly WindowAgain[]
  readonly bounds?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** In the profile of the library. */
export const REMEMBERED_FILE = 'remembered.json'

const NOTHING: Remembered = { positions: {}, zoom: 1, theme: 'system' }

/**
 * The language that a person chose, read at once: Chromium must know it before it starts. Undefined where none is
 * chosen, and where the file cannot be read, which `load` then says.
 */
export function rememberedLanguage(path: string): Language | undefined {
  try {
    const stored: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isRecord(stored) && isLanguage(stored['language']) ? stored['language'] : undefined
  } catch {
    return undefined
  }
}

export class RememberedState {
  #value: Remembered = NOTHING
  #writing: Promise<void> = Promise.resolve()
  #isDamaged = false

  constructor(readonly path: string) {}

  get value(): Remembered {
    return this.#value
  }

  /** Says that the file could not be read: what it said of backups is forgotten. Until `forgive` is called. */
  get problem(): string | undefined {
    return this.#isDamaged ? mainText('remembered.damaged', { path: this.path }) : undefined
  }

  /** To call when a person has set the backups again. */
  forgive(): void {
    this.#isDamaged = false
  }

  /** Never rejects for what is in the file: the app starts without it, and says so. */
  async load(): Promise<void> {
    try {
      const stored: unknown = JSON.parse(await readFile(this.path, 'utf8'))
      if (!isRecord(stored)) throw new SyntaxError(this.path)
      this.#value = { ...NOTHING, ...stored }
    } catch (error) {
      if (!(error instanceof Error)) throw error
      // On the first start.
      if (isMissing(error)) return
      this.#isDamaged = true
      await setAside({ list: readdir, rename }, this.path).catch(() => undefined)
    }
  }

  /** Applies a change at once and writes it in the background, one write at a time. */
  change(changes: Partial<Remembered>): void {
    this.#value = { ...this.#value, ...changes }
    this.#writing = this.#writing
      .then(async () => {
        const temp = `${this.path}.new`
        await mkdir(dirname(this.path), { recursive: true })
        // `flush`: after a power cut the name never leads to bytes that are not on the disk.
        await writeFile(temp, JSON.stringify(this.#value, null, 1), { mode: 0o600, flush: true })
        await rename(temp, this.path)
      })
      .catch((error: unknown) => {
        const message = mainText('remembered.notWritten', { path: this.path, why: String(error) })
        process.stderr.write(`stet: ${message}\n`)
      })
  }

  settled(): Promise<void> {
    return this.#writing
  }
}
