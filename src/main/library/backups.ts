/** Backs the library up automatically, to the folder that a person chose on this machine, and reports the result. */
import { dialog, type BrowserWindow } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import type { BackupStatus } from '../../ipc/contract'
import { runAction } from '../../newsroom/runAction'
import { backUpByItself } from '../../newsroom/library/backUp'
import { backupDue } from '../../newsroom/library/backupDue'
import type { Newsroom } from '../../newsroom/state/newsroom'
import type { BackupMade, BackupProgress } from '../../story/requests/requests'
import type { RememberedState } from '../windows/rememberedState'
import type { Windows } from '../windows/windows'
import { messageOf } from '../../story/text/messageOf'
import { defined } from '../../story/text/defined'

/** Milliseconds. */
const CHECK_EVERY = 60_000
const RETRY_AFTER = 600_000
/** Milliseconds between two messages of the progress. A backup makes a step for each story and each captured file. */
const TELL_EVERY = 250

export class Backups {
  #running: Promise<void> | undefined
  #progress: BackupProgress | undefined
  #error: string | undefined
  /** In milliseconds of performance.now(): changes of the clock do not move it. */
  #notBefore = 0
  /** When the windows were told last, by performance.now(). */
  #toldAt = -Infinity
  #tellingLater: NodeJS.Timeout | undefined
  /** Folders that held backups of the library when the app started. */
  #before: readonly string[] = []

  constructor(
    private readonly newsroom: Newsroom,
    private readonly windows: Pick<Windows, 'tell'>,
    private readonly remembered: Pick<RememberedState, 'value' | 'change' | 'problem' | 'forgive'>,
  ) {
    newsroom.on('backupProgress', (progress) => {
      if (!this.#running) return
      this.#progress = progress
      this.#tellInTime()
    })
  }

  get status(): BackupStatus {
    const { folder, every = 'never', last } = this.remembered.value.backup ?? {}
    const problem = this.#error ?? this.remembered.problem
    const before = folder === undefined && this.#before.length > 0 ? this.#before : undefined
    return {
      every,
      running: this.#running !== undefined,
      ...defined({ folder, last, before, progress: this.#progress, problem }),
    }
  }

  /**
   * Checks every minute whether a backup is due. Not at the start, when people wait for their story. Resolves when it
   * is known where backups were made before.
   */
  start(): Promise<void> {
    setInterval(() => void this.runIfDue(), CHECK_EVERY).unref()
    return this.recall()
  }

  /**
   * Asks what this machine remembers by the library itself, wherever its folder lies now. An archive has no backups.
   */
  async recall(): Promise<void> {
    const { libraryKey, archive } = this.newsroom.library
    if (libraryKey === undefined || archive !== undefined) return
    this.#before = (await this.newsroom.usedFolders?.list(libraryKey)) ?? []
    if (this.#before.length > 0) this.#tell()
  }

  runIfDue(): Promise<void> {
    const { folder, every, last } = this.remembered.value.backup ?? {}
    if (folder === undefined || every === undefined || performance.now() < this.#notBefore) return Promise.resolve()
    return backupDue(every, last?.made, this.newsroom.clock.now()) ? this.#run(folder) : Promise.resolve()
  }

  /** Asks for the folder. Nothing changes when the person cancels. */
  async choose(by: string, window: BrowserWindow): Promise<BackupStatus> {
    const {
      canceled,
      filePaths: [folder],
    } = await dialog.showOpenDialog(window, {
      title: mainText('backups.folderTitle'),
      buttonLabel: mainText('backups.useFolder'),
      properties: ['openDirectory', 'createDirectory'],
    })
    if (canceled || folder === undefined) return this.status
    const { every = 'day' } = this.remembered.value.backup ?? {}
    // No `last`: the new folder has no backup yet, so one is due at once.
    this.remembered.change({ backup: { folder, every, by } })
    this.remembered.forgive()
    this.#error = undefined
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
    if (folder !== undefined) await this.#run(folder, by)
    return this.status
  }

  /** Runs one backup at a time. Never rejects: the status holds the error. */
  #run(folder: string, by?: string): Promise<void> {
    this.#running ??= this.#backUp(folder, by).finally(() => {
      this.#running = undefined
      this.#progress = undefined
      this.#tell()
    })
    this.#tell()
    return this.#running
  }

  /** `by`: who asked for it. Absent: it was due. */
  async #backUp(folder: string, by: string | undefined): Promise<void> {
    const before = this.#error
    const isAutomatic = by === undefined
    try {
      const request = { to: folder, known: this.remembered.value.backup?.last !== undefined }
      const last: BackupMade = isAutomatic
        ? await backUpByItself(this.newsroom, request)
        : await runAction(this.newsroom, by, 'library.backUp', request)
      this.#error = last.notes.length > 0 ? last.notes.join(' ') : undefined
      // The person may have chosen another folder meanwhile.
      const now = this.remembered.value.backup
      if (now?.folder === folder) this.remembered.change({ backup: { ...now, last } })
    } catch (error) {
      this.#notBefore = performance.now() + RETRY_AFTER
      const { every = 'never' } = this.remembered.value.backup ?? {}
      const why = messageOf(error)
      this.#error = mainText(every === 'never' ? 'backups.failed' : 'backups.failedRetry', { why })
      // Report it once, not every ten minutes. The panel goes on showing it.
      if (isAutomatic && this.#error !== before) this.windows.tell('storageFailed', { story: '', message: this.#error })
    }
  }

  /** Tells the windows now, or with a later step when they were told a moment ago. */
  #tellInTime(): void {
    if (this.#tellingLater) return
    const rest = this.#toldAt + TELL_EVERY - performance.now()
    if (rest <= 0) this.#tell()
    else this.#tellingLater = setTimeout(() => this.#tell(), rest).unref()
  }

  #tell(): void {
    clearTimeout(this.#tellingLater)
    this.#tellingLater = undefined
    this.#toldAt = performance.now()
    this.windows.tell('backupChanged', this.status)
  }
}
