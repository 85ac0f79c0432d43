import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder of a library's index, the same for the window and the command line. It lies where this machine keeps what
 * can be made again: never in the library, which may be on a shared drive or in a backup.
 */
export function indexFolder(
  library: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  return join(
    cacheFolder(env, platform),
    'stet',
    'index',
    createHash('sha256').update(real(library)).digest('hex').slice(0, 32),
  )
}

function cacheFolder(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME = homedir() } = env
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME
  if (platform === 'win32') return LOCALAPPDATA ?? join(HOME, 'AppData', 'Local')
  return platform === 'darwin' ? join(HOME, 'Library', 'Caches') : join(HOME, '.cache')
}

/** A folder that is not there yet has its own name only. */
function real(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}
