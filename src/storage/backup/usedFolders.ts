/**
 * The folders that hold backups of a library, as this machine remembers them: one that is empty later is an unplugged
 * drive, not a new one. Window and command line share it.
 */
import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isRecord } from '../../story/text/isRecord'
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
    return (await this.read(library))?.includes(folder) ?? true
  }

  /** The folders in which backups of the library were made. */
  async list(library: string): Promise<readonly string[]> {
    return (await this.read(library)) ?? []
  }

  /** Remembers the folder. Rejects when it cannot be written. */
  async add(library: string, folder: string): Promise<void> {
    const before = (await this.read(library)) ?? []
    if (before.includes(folder)) return
    const bytes = Buffer.from(JSON.stringify({ folders: [...before, folder] }))
    await replaceWhole(this.files, this.pathOf(library), bytes)
  }

  /** Undefined: the file is there and cannot be read. */
  private async read(library: string): Promise<readonly string[] | undefined> {
    try {
      const found: unknown = JSON.parse(Buffer.from(await this.files.readAll(this.pathOf(library))).toString('utf8'))
      const folders = isRecord(found) ? found['folders'] : undefined
      return Array.isArray(folders) ? folders.filter((one) => typeof one === 'string') : undefined
    } catch (error) {
      return isMissing(error) ? [] : undefined
    }
  }

  private pathOf(library: string): string {
    return join(this.place, `${createHash('sha256').update(library).digest('hex').slice(0, 32)}.json`)
  }
}
