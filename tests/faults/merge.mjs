/** `npm run faults:merge [ROUNDS]`: runs the merge campaign (20,000 rounds by default) and prints a table. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..', '..')
const rounds = process.argv[2] ?? '20000'
const folder = mkdtempSync(join(tmpdir(), 'stet-merge-'))
const report = join(folder, 'rows')
// Ctrl+C ends the rounds and prints the table so far.
process.once('SIGINT', () => undefined)
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'dom', 'tests/editor/merge.test.ts'],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, STET_ROUNDS: rounds, STET_REPORT: report },
  },
)
const rows = [2, 3, 4]
  .map((windows) => `${report}.${windows}`)
  .filter((path) => existsSync(path))
  .map((path) => JSON.parse(readFileSync(path, 'utf8')))
rmSync(folder, { recursive: true })
const table = rows.map(
  ({ windows, rounds: runs, letters, tags, comments, rescued, lost, apart, unopenable, refused }) => ({
    fault: `merge of ${windows} windows`,
    runs,
    acknowledged: letters + tags + comments,
    letters,
    tags,
    comments,
    'dropped, in tray': rescued,
    lost,
    'not the same': apart,
    refused,
    unopenable,
  }),
)
console.table(table)
for (const { troubles } of rows) for (const trouble of troubles.slice(0, 20)) console.log(trouble)
process.exit(status ?? 1)
