// npm run faults:suggestions [-- RUNS]: the property tests of suggestions with many runs, by default 2,000 each.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const runs = process.argv[2] ?? '2000'
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const child = spawn(
  process.execPath,
  [vitest, 'run', 'tests/editor/suggesting.property.test.ts', '--testTimeout=36000000'],
  {
    stdio: 'inherit',
    env: { ...process.env, SUGGESTION_RUNS: runs },
  },
)
child.on('exit', (code) => process.exit(code ?? 1))
