/**
 * The folders that hold backups of a library, as this machine remembers them: one that is empty later is an unplugged
 * drive, not a new one. And the last of these backups. Window and command line share it.
 */
import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isRecord } from '../../story/text/isRecord'
import type { BackupMade, KnownBackups } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { isMissing, nodeFiles, type FileLayer } from '../disk/fileLayer'
import { replaceWhole } from '../disk/replaceWhole'

/** Where this machine keeps what programs remember for a person. */
export function usedFoldersPlace(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  return join(stateFolder(env, platform), 'stet', 'backups')
}

function stateFolder(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  const { XDG_STATE_HOME, LOCALAPPDATA, HOME = homedir() } = env
  if (XDG_STATE_HOME) return XDG_STATE_HOME
  if (platform === 'win32') return LOCALAPPDATA ?? join(HOME, 'AppData', 'Local')
  return platform === 'darwin' ? join(HOME, 'Library', 'Application Support') : join(HOME, '.local', 'state')
}

/** What is remembered of the backups of one library. */
interface Remembered {
  readonly folders: readonly string[]
  /** Absent: none was made yet, or by a Stet that did not remember it. */
  readonly last?: LastBackup
}
type LastBackup = Pick<BackupMade, 'folder' | 'made'>

const HOUR = 3_600_000

export class UsedFolders {
  /** `place`: see usedFoldersPlace. */
  constructor(
    private readonly place: string,
    private readonly files: FileLayer = nodeFiles,
  ) {}

  /**
   * Whether backups of the library were made in this folder. `library`: the public key of the library, which no other
   * library has. Also true when nobody can tell: then an empty folder is not taken for a new one.
   */
  async has(library: string, folder: string): Promise<boolean> {
    return (await this.read(library))?.folders.includes(folder) ?? true
  }

  /** The folders in which backups of the library were made. */
  async list(library: string): Promise<readonly string[]> {
    return (await this.read(library))?.folders ?? []
  }

  /** The folders, and the last backup. `now`: ISO 8601 instant. What cannot be read counts as not known. */
  async known(library: string, now: string): Promise<KnownBackups> {
    const { folders = [], last } = (await this.read(library)) ?? {}
    if (!last) return { folders }
    // A clock that was set back makes no backup of the future.
    const hours = Math.max(0, Math.floor((Date.parse(now) - Date.parse(last.made)) / HOUR))
    return { folders, last: { ...last, hours } }
  }

  /** Remembers the folder, and the backup that was made in it. Rejects when it cannot be written. */
  async add(library: string, folder: string, { folder: place, made }: LastBackup): Promise<void> {
    const before = (await this.read(library))?.folders ?? []
    const folders = before.includes(folder) ? before : [...before, folder]
    const bytes = Buffer.from(JSON.stringify({ folders, last: { folder: place, made } }))
    await replaceWhole(this.files, this.pathOf(library), bytes)
  }

  /** Undefined: the file is there and cannot be read. */
  private async read(library: string): Promise<Remembered | undefined> {
    try {
      const found: unknown = JSON.parse(Buffer.from(await this.files.readAll(this.pathOf(library))).toString('utf8'))
      if (!isRecord(found) || !Array.isArray(found['folders'])) return undefined
      const folders = found['folders'].filter((one) => typeof one === 'string')
      return { folders, ...defined({ last: lastIn(found['last']) }) }
    } catch (error) {
      return isMissing(error) ? { folders: [] } : undefined
    }
  }

  private pathOf(library: string): string {
    return join(this.place, `${createHash('sha256').update(library).digest('hex').slice(0, 32)}.json`)
  }
}

function lastIn(value: unknown): LastBackup | undefined {
  if (!isRecord(value)) return undefined
  const { folder, made } = value
  const isOne = typeof folder === 'string' && typeof made === 'string' && !Number.isNaN(Date.parse(made))
  return isOne ? { folder, made } : undefined
}
