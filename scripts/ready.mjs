// npm run ready, npm test: static checks, unit tests, then the app itself.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { run } from './child.mjs'
import { log, runAsScript, ScriptError } from './log.mjs'
import { withNode } from './nodes.mjs'
import { root } from './paths.mjs'
import { nodeExecutable, ownMajor, triedMajors } from './runtime/node.mjs'
import { setUp } from './setup.mjs'

const tool = (...path) => join(root, 'node_modules', ...path)

/** The tests of vitest.config.ts that need no DOM. */
const WITHOUT_WINDOW = ['--project', 'node', '--project', 'isolated']

/**
 * Steps by name. `args` are for `node`, which is the running one unless it says otherwise. `beside`: runs together with
 * the step before it.
 */
async function listSteps(reports) {
  const unit = (name, node) => {
    const report = join(reports, `${name}.json`)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    return {
      node,
      // Only what meets Node itself is tried there (vitest.config.ts).
      ...(node ? { env: { STET_OTHER_NODE: '1' } } : {}),
      args: [tool('vitest', 'vitest.mjs'), 'run', ...(node ? WITHOUT_WINDOW : []), ...reporters],
      count: () => unitCounts(report),
      times: () => unitTimes(report),
      alone: node ? `npm run unit:nodes -- ${name.slice('unit '.length)}` : 'npm run unit',
    }
  }
  const e2e = join(reports, 'e2e.json')
  return {
    format: { args: [tool('oxfmt', 'bin', 'oxfmt'), '--check', '.'] },
    columns: { beside: true, args: ['scripts/longLines.mjs', '--check'] },
    lint: { beside: true, args: [tool('oxlint', 'bin', 'oxlint')] },
    types: { beside: true, args: ['scripts/types.mjs'] },
    boundaries: {
      beside: true,
      args: [tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), '--config', 'src/boundaries.cjs', 'src'],
    },
    unit: unit('unit'),
    ...Object.fromEntries((await otherNodes()).map(([major, node]) => [`unit ${major}`, unit(`unit ${major}`, node)])),
    attack: { beside: true, args: [join('tests', 'attack', 'run.mjs')] },
    e2e: {
      args: ['scripts/e2e.mjs'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2e },
      count: () => e2eCounts(e2e),
      times: () => e2eTimes(e2e),
    },
  }
}

/** The oldest and the newest Node that Stet is tried with, without the running one: `[[26, '/path/to/node']]`. */
async function otherNodes() {
  const found = []
  for (const major of [Math.min(...triedMajors), Math.max(...triedMajors)].filter((one) => one !== ownMajor)) {
    try {
      found.push([major, await nodeExecutable(major)])
    } catch (error) {
      if (process.env.CI || !(error instanceof ScriptError)) throw error
      log(`The unit tests are not run with Node ${major}. ${error.message}`)
    }
  }
  return found
}

/** Runs all steps, prints a table of them and returns the exit code. */
async function ready() {
  const shared = process.env.STET_SHARED ?? join(root, '..', 'shared')
  if (process.env.CI && !existsSync(join(shared, 'schemas'))) {
    throw new ScriptError(
      `The schemas are missing: there is no folder ${join(shared, 'schemas')}. Tests that need them would be skipped, ` +
        'so no test was run. Put them there, or set STET_SHARED.',
    )
  }
  const reports = mkdtempSync(join(tmpdir(), 'stet-ready-'))
  try {
    const steps = await listSteps(reports)
    const began = Date.now()
    const results = []
    for (const group of inGroups(Object.entries(steps)))
      results.push(...(await Promise.all(group.map(([name, step]) => runStep(name, step)))))
    return summarise(results, Date.now() - began)
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
}

/** Steps that do not fill the machine run beside the one before them. */
function inGroups(steps) {
  const groups = []
  for (const one of steps) {
    const last = groups.at(-1)
    if (last && one[1].beside) last.push(one)
    else groups.push([one])
  }
  return groups
}

async function runStep(name, { node, args, env, count, times, alone = `npm run ${name}` }) {
  const began = Date.now()
  const { code, output } = await run(node ?? process.execPath, args, {
    show: 'none',
    cwd: root,
    env: { ...(node ? withNode(node) : process.env), ...env },
  })
  const counts = count?.()
  const passed = code === 0 && (!count || (counts !== undefined && counts.failed === 0))
  if (!passed) log(`\n${name} failed:\n${output.trim()}\n`)
  return { name, alone, passed, counts, times: times?.() ?? [], seconds: (Date.now() - began) / 1000 }
}

function summarise(results, milliseconds) {
  const line = (name, state, seconds, rest = '') =>
    `${name.padEnd(12)}${state.padEnd(8)}${seconds.toFixed(1).padStart(7)} s  ${rest}`.trimEnd()
  const print = (text) => process.stdout.write(`${text}\n`)
  print('')
  for (const { name, passed, counts, seconds } of results)
    print(line(name, passed ? 'passed' : 'FAILED', seconds, counts ? inWords(counts) : ''))
  print(line('in all', '', milliseconds / 1000))
  for (const { name, times } of results.filter(({ times }) => times.length > 0)) printSlowest(name, times, print)

  const failed = results.filter((result) => !result.passed)
  if (failed.length > 0) {
    print(`\nNot ready. To run only what failed: ${failed.map(({ alone }) => alone).join(', ')}`)
    return 1
  }
  const sum = (what) => results.reduce((total, { counts }) => total + (counts?.[what] ?? 0), 0)
  print(`\n${inWords({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') })}`)
  return 0
}

const SHOWN_TIMES = 8

/** The longest parts of a step: `times` are pairs of a name and seconds. */
function printSlowest(step, times, print) {
  const longest = times.toSorted(([, one], [, other]) => other - one).slice(0, SHOWN_TIMES)
  print(`\nThe longest of ${step}:`)
  for (const [name, seconds] of longest) print(`${seconds.toFixed(1).padStart(7)} s  ${name}`)
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

/** Seconds by file. */
function unitTimes(file) {
  const { testResults = [] } = read(file) ?? {}
  return testResults.map(({ name, startTime, endTime }) => [relative(root, name), (endTime - startTime) / 1000])
}

/** Seconds by file: tests of one file run one after the other. */
function e2eTimes(file) {
  const { suites = [] } = read(file) ?? {}
  return suites.map((suite) => [suite.file, secondsOf(suite)])
}

const secondsOf = ({ specs = [], suites = [] }) =>
  sumOf(specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results.map(({ duration }) => duration / 1000)))) +
  sumOf(suites.map(secondsOf))
const sumOf = (numbers) => numbers.reduce((total, one) => total + one, 0)

/** A test that passed only when it was tried again counts as failed. */
function e2eCounts(file) {
  const { stats } = read(file) ?? {}
  return stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

await runAsScript(async () => {
  await setUp({ forTests: true })
  return ready()
})
