/**
 * Applies each mutant to a copy of the sources and runs the tests that must notice it. Prints a table; exits 1 when a
 * mutant survives or no longer applies. `--rule N` runs the mutants of one rule, `--only TEXT` those with these words.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { mutants } from './mutants.mjs'
import { killedByOracle } from './oracle.mjs'
import { withPieceReplaced } from './pieces.mjs'

const root = resolve(import.meta.dirname, '..', '..')
const valueOf = (option) => {
  const at = process.argv.indexOf(option)
  return at < 0 ? undefined : process.argv[at + 1]
}
const rule = valueOf('--rule')
const only = valueOf('--only') ?? ''
const oracle = process.argv.includes('--oracle')
const work = mkdtempSync(join(tmpdir(), 'stet-mutants-'))
for (const entry of ['src', 'tests', 'resources', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
  cpSync(join(root, entry), join(work, entry), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'))

/** Random steps for a mutant. The first difference ends a run. */
const ORACLE_STEPS = '6000'

// Modules are transformed once for all mutants. The cache knows a module by its content, so a mutant is never missed.
const cache = ['--experimental.fsModuleCache', `--experimental.fsModuleCachePath=${join(work, 'cache')}`]
const runTests = (tests) =>
  spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--bail', '1', ...cache, ...tests],
    {
      cwd: work,
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: join(work, 'compiled'),
        ...(oracle ? { STET_RUNS: process.env['STET_RUNS'] ?? ORACLE_STEPS } : {}),
      },
    },
  )

/** A run without a failed test (a crash, no test found) proves nothing. */
const NO_VERDICT = 'NO VERDICT'
const verdictOf = ({ status, stdout, stderr }) => {
  const text = stripVTControlCharacters(stdout + stderr)
  if (status === 0) return { verdict: 'SURVIVED' }
  if (!/\d+ failed/.test(stripVTControlCharacters(stdout))) return { verdict: NO_VERDICT }
  return { verdict: 'killed', by: /FAIL\s+(?:\|\w+\| |\w+ +)?(tests\S+)/.exec(text)?.[1] }
}

let survivors = 0
try {
  for (const { what, file, find, replace, tests, ...mutantOf } of mutants) {
    if ((rule !== undefined && String(mutantOf.rule) !== rule) || !what.includes(only)) continue
    if (oracle && !killedByOracle.includes(what)) continue
    const kills = oracle ? ['tests/oracle/ticks.property.test.ts'] : tests
    const path = join(work, file)
    const original = readFileSync(path, 'utf8')
    const mutant = withPieceReplaced(original, find, replace)
    let outcome = { verdict: 'does not apply' }
    if (mutant !== undefined) {
      writeFileSync(path, mutant)
      outcome = verdictOf(runTests(kills))
      if (outcome.verdict === NO_VERDICT) outcome = verdictOf(runTests(kills))
      writeFileSync(path, original)
    }
    const { verdict, by } = outcome
    if (verdict !== 'killed') survivors++
    process.stdout.write(`rule ${mutantOf.rule}  ${verdict.padEnd(9)}  ${what}${by ? `  (${by})` : ''}\n`)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
process.stdout.write(`${survivors === 0 ? 'Every mutant was killed.' : `${survivors} not killed.`}\n`)
process.exit(survivors === 0 ? 0 : 1)
