// npm run roundtrip : 500 stories for each format out and in again (STET_ROUNDTRIPS sets another number).
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    'tests/exchange/roundTrip.test.ts',
    'tests/exchange/textRoundTrip.test.ts',
    '--testTimeout',
    '900000',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, STET_ROUNDTRIPS: process.env.STET_ROUNDTRIPS ?? '500' },
  },
)
process.exitCode = status ?? 1
