// npm run oracle:replicas [-- --histories 2000 --seed 1 --at-once 2]: runs many histories of several machines, 1,000
// in a process. It goes on after a difference, and lists each with the STET_SEED and STET_PATH that show it again. Ends
// with 1 if there is one.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { log, runAsScript } from '../../../scripts/log.mjs'

const vitest = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url))
/** Histories of one process. */
const EACH = 1000

const { values: options } = parseArgs({
  options: {
    histories: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    'at-once': { type: 'string', default: '2' },
  },
})
const [histories, first, atOnce] = [options.histories, options.seed, options['at-once']].map(Number)

/** Resolves with how many histories ran without a difference, and with the difference that ended them. */
function run(seed, runs) {
  const env = { ...process.env, STET_PRINT: '1', STET_SEED: String(seed), STET_RUNS: String(runs), NO_COLOR: '1' }
  const child = spawn(process.execPath, [vitest, 'run', 'tests/newsroom/replicas'], { env })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += data))
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      if (code === 0) return resolve({ seed, ran: JSON.parse(printed.match(/^\{"seed".*$/m)?.[0] ?? '{}') })
      const path = printed.match(/path: "([^"]*)"/)?.[1]
      const why = printed.match(/^(?:Caused by: )?AssertionError: .*$/m)?.[0] ?? printed.slice(-2000)
      resolve({ seed, path, why, ran: { histories: Number(path?.split(':')[0] ?? 0) } })
    })
  })
}

async function main() {
  const total = {}
  const differences = []
  let begun = 0
  const work = async () => {
    while (begun * EACH < histories) {
      const nth = begun++
      const { seed, path, why, ran } = await run(first + nth, Math.min(EACH, histories - nth * EACH))
      for (const [name, count] of Object.entries(ran))
        if (typeof count === 'number' && name !== 'seed') total[name] = (total[name] ?? 0) + count
      if (why) {
        differences.push(seed)
        log(`STET_SEED=${seed} STET_PATH=${path}: ${why}`)
      }
      log(`seed ${seed}: ${total.histories} histories, ${differences.length} differences`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  process.stdout.write(`${JSON.stringify({ ...total, differences: differences.length })}\n`)
  return differences.length > 0 ? 1 : 0
}

await runAsScript(main)
