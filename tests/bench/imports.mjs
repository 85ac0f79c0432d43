/**
 * Measures the import of Word documents with 10,000 comments, replies, tracked changes and footnotes: from the bytes to
 * the story's document. Each runs in a process of its own. MB are the most memory of that process, less that of one
 * that imports a single comment. The goal is two seconds by the clock, which a person waits. Processor time is that of
 * all threads, the garbage collector's too, so it can be more than the clock.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../../scripts/paths.mjs'
import { keep, machine } from './machine.mjs'
import { median, table } from './statistics.mjs'
import { wholeProcess } from './wholeProcess.mjs'

const ROUNDS = 3
const COUNT = 10_000
const SECONDS = 2
const MB = 200

const out = join(root, 'node_modules', '.stet-bench', `imports-${process.pid}`)
await build({
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  build: {
    ssr: join(import.meta.dirname, 'seed', 'importPile.ts'),
    outDir: out,
    emptyOutDir: true,
    target: 'node20.18',
    rolldownOptions: { output: { entryFileNames: 'importPile.mjs' } },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'stet-imports-'))
const script = join(out, 'importPile.mjs')

async function measure(what, count, grafs) {
  const path = join(folder, `${what}-${grafs}.docx`)
  await wholeProcess(process.execPath, [script, 'make', path, what, String(count), String(grafs)])
  const rounds = []
  for (let round = 0; round < ROUNDS; round++)
    rounds.push(await wholeProcess(process.execPath, [script, 'read', path], { watchMemory: true }))
  return {
    seconds: median(rounds.map(({ out: seconds }) => JSON.parse(seconds)[0])),
    processor: median(rounds.map(({ out: seconds }) => JSON.parse(seconds)[1])),
    memory: Math.max(...rounds.map(({ memory }) => memory)),
  }
}

const numbers = {}
const alone = await measure('comments', 1, 1)
for (const what of ['comments', 'replies', 'changes', 'footnotes'])
  for (const grafs of what === 'replies' ? [1] : [COUNT, 1]) {
    const { seconds, processor, memory } = await measure(what, COUNT, grafs)
    numbers[`${COUNT} ${what} in ${grafs} graf${grafs === 1 ? '' : 's'}`] = {
      seconds,
      processor,
      memory: memory - alone.memory,
    }
  }
rmSync(out, { recursive: true, force: true })
rmSync(folder, { recursive: true, force: true })

console.log(
  table([
    ['', 'seconds', 'processor, all threads', 'MB', 'goal'],
    ...Object.entries(numbers).map(([what, { seconds, processor, memory }]) => [
      what,
      seconds.toFixed(2),
      processor.toFixed(2),
      memory.toFixed(0),
      `< ${SECONDS} s, ≤ ${MB} MB`,
    ]),
  ]),
)
const met = Object.values(numbers).every(({ seconds, memory }) => seconds < SECONDS && memory <= MB)
console.log(
  `${met ? 'All goals are met' : 'A goal is missed'}. Numbers: ${keep('imports', { machine: machine(), numbers })}`,
)
process.exitCode = met ? 0 : 1
