/**
 * Works in a newsroom that keeps an index, asks it things, deletes stories and moves them to an archive. Runs in its
 * own process until it is killed. With `leaving`, it only asks, deletes and moves.
 */
import { appendFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { sequentialIds, type Ids } from '../../../src/newsroom/environment/ids'
import { dice } from '../campaign'
import { openRoom } from '../newsroomFinding'
import { workIn } from '../newsroomWriting'
import { printLine } from '../printLine'
import { askAway, NAMED } from './asking'
import { leaveAway } from './leaving'

const [, , library = '', cache = '', seed = '1', ...how] = process.argv

try {
  printLine('opening')
  const index = { folder: cache, ...(how.includes('ahead') ? { ahead: true } : {}) }
  const { room, trouble } = await openRoom(library, undefined, 'take', index, idsOf(Number(seed)))
  const begun = signal()
  const work = { seed: Number(seed), rounds: Infinity, stories: 8, first: NAMED, begun: begun.give, leaving: true }
  const leaving = async (): Promise<never> => {
    await begun.given
    return leaveAway(room, printLine, dirname(library), dice(Number(seed) + 2))
  }
  const asking = askAway(room, dice(Number(seed) + 1))
  if (how.includes('leaving') && room.onRoster('Editor') && room.onRoster('Reporter')) {
    printLine('ready')
    begun.give()
    await Promise.all([asking, leaving()])
  } else await Promise.all([workIn(room, trouble, printLine, work), asking, leaving()])
} catch (error) {
  appendFileSync(2, `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(2)
}

/** Two that import at once must not choose the same id. */
function idsOf(seed: number): Ids {
  let stories = seed * 1000
  return {
    ...sequentialIds,
    next: (kind, taken) => (kind === 'story' ? `story-${++stories}` : sequentialIds.next(kind, taken)),
  }
}

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give: () => give() }
}
