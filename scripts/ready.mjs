// npm run ready: the one gate. Static checks, unit tests, then the app itself, one after the other.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './child.mjs'
import { isMain, root } from './paths.mjs'
import { runAsScript, log, ScriptError } from './log.mjs'
import { setUp } from './setup.mjs'

const tool = (...path) => join(root, 'node_modules', ...path)

function stepsOf(reports) {
  const unit = join(reports, 'unit.json')
  const e2e = join(reports, 'e2e.json')
  return {
    lint: { args: [tool('oxlint', 'bin', 'oxlint')] },
    types: { args: ['scripts/types.mjs'] },
    boundaries: {
      args: [tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), '--config', 'src/boundaries.cjs', 'src'],
    },
    unit: {
      args: [tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`],
      count: () => unitCounts(unit),
    },
    e2e: {
      args: ['scripts/e2e.mjs'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2e },
      count: () => e2eCounts(e2e),
    },
  }
}

/** Runs everything and prints the table; gives the exit code. */
export async function ready() {
  const shared = process.env.STET_SHARED ?? join(root, '..', 'shared')
  if (process.env.CI && !existsSync(join(shared, 'schemas'))) {
    throw new ScriptError(
      `The schemas are missing: there is no folder ${join(shared, 'schemas')}. Tests that need them would be skipped, so nothing was run. Put them there, or set STET_SHARED.`,
    )
  }
  const reports = mkdtempSync(join(tmpdir(), 'stet-ready-'))
  try {
    const steps = stepsOf(reports)
    const began = Date.now()
    const results = []
    for (const [name, step] of Object.entries(steps)) results.push(await runStep(name, step))
    return summarise(results, Date.now() - began)
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
}

async function runStep(name, { args, env, count }) {
  const began = Date.now()
  const { code, output } = await run(process.execPath, args, {
    show: 'none',
    cwd: root,
    env: { ...process.env, ...env },
  })
  const counts = count?.()
  const passed = code === 0 && (!count || (counts !== undefined && counts.failed === 0))
  if (!passed) log(`\n${name} failed:\n${output.trim()}\n`)
  return { name, passed, counts, seconds: (Date.now() - began) / 1000 }
}

function summarise(results, milliseconds) {
  const line = (name, state, seconds, rest = '') =>
    `${name.padEnd(12)}${state.padEnd(8)}${seconds.toFixed(1).padStart(7)} s  ${rest}`.trimEnd()
  const print = (text) => process.stdout.write(`${text}\n`)
  print('')
  for (const { name, passed, counts, seconds } of results) {
    print(line(name, passed ? 'passed' : 'FAILED', seconds, counts ? inWords(counts) : ''))
    for (const title of counts?.triedAgain ?? []) print(`            passed only when tried again: ${title}`)
  }
  print(line('in all', '', milliseconds / 1000))

  const failed = results.filter((result) => !result.passed)
  if (failed.length > 0) {
    print(`\nNot ready. Once more, alone: ${failed.map(({ name }) => `npm run ${name}`).join(', ')}`)
    return 1
  }
  const sum = (what) => results.reduce((total, { counts }) => total + (counts?.[what] ?? 0), 0)
  print(`\n${inWords({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') })}`)
  return 0
}

function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function unitCounts(file) {
  const report = read(file)
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  )
}

function e2eCounts(file) {
  const { stats, suites } = read(file) ?? {}
  return (
    stats && {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      triedAgain: suites.flatMap(testsTriedAgain),
    }
  )
}

/** Titles of the tests that failed once and then passed: a suite of Playwright's JSON report, with the suites in it. */
function testsTriedAgain({ specs = [], suites = [] }) {
  const unsteady = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
  return [...unsteady.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(testsTriedAgain)]
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

if (isMain(import.meta.url)) {
  await runAsScript(async () => {
    await setUp({ forTests: true })
    return ready()
  })
}
