/** Works in a newsroom and prints what was saved. Runs in its own process until it is killed. */
import { appendFileSync } from 'node:fs'
import { workAway } from './newsroomWriting'
import { printLine } from './printLine'

const [, , folder = '', seed = '1'] = process.argv

try {
  printLine('opening')
  await workAway(printLine, { folder, seed: Number(seed), rounds: Infinity, pin: Number(seed) % 3 === 0 })
} catch (error) {
  appendFileSync(2, `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(2)
}
