/** Backs the library up by itself, to the folder that a person chose on this machine, and says how it went. */
import { dialog, type BrowserWindow } from 'electron'
import type { BackupStatus } from '../../ipc/contract'
import { runAction } from '../../newsroom/actions'
import { backupDue } from '../../newsroom/library/backupDue'
import type { Newsroom } from '../../newsroom/state/newsroom'
import type { BackupMade, BackupProgress } from '../../story/requests/requests'
import type { RememberedState } from '../windows/rememberedState'
import type { Windows } from '../windows/windows'

/** Milliseconds. */
const LOOK_EVERY = 60_000
const RETRY_AFTER = 600_000

export class Backups {
  #running: Promise<void> | undefined
  #progress: BackupProgress | undefined
  #trouble: string | undefined
  /** By the machine's running time, which no setting of the clock moves. */
  #notBefore = 0

  constructor(
    private readonly newsroom: Newsroom,
    private readonly windows: Pick<Windows, 'tell'>,
    private readonly remembered: Pick<RememberedState, 'value' | 'change'>,
  ) {
    newsroom.on('backupProgress', (progress) => {
      if (!this.#running) return
      this.#progress = progress
      this.#tell()
    })
  }

  get status(): BackupStatus {
    const { folder, every = 'never', last } = this.remembered.value.backup ?? {}
    return {
      every,
      running: this.#running !== undefined,
      ...(folder === undefined ? {} : { folder }),
      ...(last ? { last } : {}),
      ...(this.#progress ? { progress: this.#progress } : {}),
      ...(this.#trouble === undefined ? {} : { trouble: this.#trouble }),
    }
  }

  /** Looks now and then whether one is due; never at the start, when people wait for their story. */
  keepLooking(): void {
    setInterval(() => void this.look(), LOOK_EVERY).unref()
  }

  look(): Promise<void> {
    const { folder, every, by, last } = this.remembered.value.backup ?? {}
    if (folder === undefined || every === undefined || by === undefined || performance.now() < this.#notBefore)
      return Promise.resolve()
    return backupDue(every, last?.made, this.newsroom.clock.now()) ? this.#run(folder, by, true) : Promise.resolve()
  }

  /** Asks for the folder. Nothing changes when the person cancels. */
  async choose(by: string, window: BrowserWindow): Promise<BackupStatus> {
    const {
      canceled,
      filePaths: [folder],
    } = await dialog.showOpenDialog(window, {
      title: 'Where backups go',
      buttonLabel: 'Back up here',
      properties: ['openDirectory', 'createDirectory'],
    })
    if (canceled || folder === undefined) return this.status
    const { every = 'day' } = this.remembered.value.backup ?? {}
    // Whatever was backed up elsewhere is not here: the first one here is due at once.
    this.remembered.change({ backup: { folder, every, by } })
    this.#trouble = undefined
    this.#notBefore = 0
    this.#tell()
    return this.status
  }

  setEvery(every: BackupStatus['every'], by: string): BackupStatus {
    this.remembered.change({ backup: { ...this.remembered.value.backup, every, by } })
    this.#tell()
    return this.status
  }

  async now(by: string): Promise<BackupStatus> {
    const { folder } = this.remembered.value.backup ?? {}
    if (folder !== undefined) await this.#run(folder, by, false)
    return this.status
  }

  /** One at a time; never rejects: trouble stands in the status. */
  #run(folder: string, by: string, byItself: boolean): Promise<void> {
    this.#running ??= this.#backUp(folder, by, byItself).finally(() => {
      this.#running = undefined
      this.#progress = undefined
      this.#tell()
    })
    this.#tell()
    return this.#running
  }

  async #backUp(folder: string, by: string, byItself: boolean): Promise<void> {
    const before = this.#trouble
    try {
      const last: BackupMade = await runAction(this.newsroom, by, 'library.backUp', {
        to: folder,
        known: this.remembered.value.backup?.last !== undefined,
      })
      this.#trouble = last.notes.length > 0 ? last.notes.join(' ') : undefined
      // Another folder may have been chosen meanwhile.
      const now = this.remembered.value.backup
      if (now?.folder === folder) this.remembered.change({ backup: { ...now, last } })
    } catch (error) {
      this.#notBefore = performance.now() + RETRY_AFTER
      const { every = 'never' } = this.remembered.value.backup ?? {}
      this.#trouble = `No backup was made. ${error instanceof Error ? error.message : String(error)}${every === 'never' ? '' : ' Stet tries again in ten minutes.'}`
      // Once, not every ten minutes: the panel keeps saying it.
      if (byItself && this.#trouble !== before)
        this.windows.tell('storageTrouble', { story: '', message: this.#trouble })
    }
  }

  #tell(): void {
    this.windows.tell('backupChanged', this.status)
  }
}
