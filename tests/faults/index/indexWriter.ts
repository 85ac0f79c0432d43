/** Works in a newsroom that keeps an index, and asks it things. Runs in its own process until it is killed. */
import { appendFileSync } from 'node:fs'
import { dice } from '../campaign'
import { openRoom } from '../newsroomFinding'
import { workIn } from '../newsroomWriting'
import { printLine } from '../printLine'
import { askAway, NAMED } from './asking'

const [, , library = '', cache = '', seed = '1', ahead = ''] = process.argv

try {
  printLine('opening')
  const index = { folder: cache, ...(ahead === 'ahead' ? { ahead: true } : {}) }
  const { room, trouble } = await openRoom(library, undefined, 'take', index)
  const work = { seed: Number(seed), rounds: Infinity, stories: 8, first: NAMED }
  await Promise.all([workIn(room, trouble, printLine, work), askAway(room, dice(Number(seed) + 1))])
} catch (error) {
  appendFileSync(2, `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(2)
}
