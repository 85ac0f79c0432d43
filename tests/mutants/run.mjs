/**
 * Applies each mutant to a copy of the sources and runs the tests that must notice it. Prints a table; exits 1 when a
 * mutant survives or no longer applies. `--rule N` runs the mutants of one rule.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { mutants } from './mutants.mjs'
import { killedByOracle } from './oracle.mjs'
import { withPieceReplaced } from './pieces.mjs'

const root = resolve(import.meta.dirname, '..', '..')
const only = process.argv.includes('--rule') ? process.argv[process.argv.indexOf('--rule') + 1] : undefined
const oracle = process.argv.includes('--oracle')
const work = mkdtempSync(join(tmpdir(), 'stet-mutants-'))
for (const entry of ['src', 'tests', 'resources', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
  cpSync(join(root, entry), join(work, entry), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'))

const runTests = (tests) =>
  spawnSync(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--bail', '1', ...tests], {
    cwd: work,
    encoding: 'utf8',
  })

/** A run without a failed test (a crash, no test found) proves nothing. */
const NO_VERDICT = 'NO VERDICT'
const verdictOf = ({ status, stdout }) =>
  status === 0 ? 'SURVIVED' : /\d+ failed/.test(stdout) ? 'killed' : NO_VERDICT

let survivors = 0
try {
  for (const { rule, what, file, find, replace, tests } of mutants) {
    if (only !== undefined && String(rule) !== only) continue
    if (oracle && !killedByOracle.includes(what)) continue
    const kills = oracle ? ['tests/oracle/ticks.property.test.ts'] : tests
    const path = join(work, file)
    const original = readFileSync(path, 'utf8')
    const mutant = withPieceReplaced(original, find, replace)
    let verdict = 'does not apply'
    if (mutant !== undefined) {
      writeFileSync(path, mutant)
      const found = [verdictOf(runTests(kills))]
      if (found[0] === NO_VERDICT) found.push(verdictOf(runTests(kills)))
      verdict = found.at(-1)
      writeFileSync(path, original)
    }
    if (verdict !== 'killed') survivors++
    process.stdout.write(`rule ${rule}  ${verdict.padEnd(9)}  ${what}\n`)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
process.stdout.write(`${survivors === 0 ? 'Every mutant was killed.' : `${survivors} not killed.`}\n`)
process.exit(survivors === 0 ? 0 : 1)
