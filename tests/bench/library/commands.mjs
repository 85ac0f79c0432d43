/** The command line beside no running app: whole processes, from spawning to exit. The index is whole. */
import { join } from 'node:path'
import { root } from '../../../scripts/paths.mjs'
import { wholeProcess } from '../wholeProcess.mjs'

const TIMES = 5
const COMMANDS = {
  stetList: ['list', '--limit', '50'],
  stetSearch: ['search', 'tariff'],
  stetQueue: ['queue', '--as', 'Reporter'],
}

/** Milliseconds of each run. The first one is not counted: it may compile. `cache`: where the index is. */
export async function measureCommands(library, cache) {
  const env = { STET_LIBRARY: library, XDG_CACHE_HOME: cache }
  const times = Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, []]))
  for (let time = 0; time <= TIMES; time++)
    for (const [name, args] of Object.entries(COMMANDS)) {
      const stet = [join(root, 'scripts', 'stet.cjs'), ...args]
      const { milliseconds } = await wholeProcess(process.execPath, stet, { env })
      if (time > 0) times[name].push(milliseconds)
    }
  return times
}
