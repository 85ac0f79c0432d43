/** Asks the index of a library beside its owner. Runs in its own process until it is killed. */
import { appendFileSync } from 'node:fs'
import { dice } from '../campaign'
import { openRoom } from '../newsroomFinding'
import { printLine } from '../printLine'
import { askAway } from './asking'

const [, , library = '', cache = '', seed = '1'] = process.argv

try {
  printLine('opening')
  const { room } = await openRoom(library, undefined, 'none', { folder: cache })
  printLine('ready')
  await askAway(room, dice(Number(seed)))
} catch (error) {
  appendFileSync(2, `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(2)
}
