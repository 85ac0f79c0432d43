/**
 * Imports thousands of ninjs files in one call of the command line, and compares its rate with bare writes and fsyncs
 * of as many files of the same size, on the same disk. Then stops an import in its middle and looks at the library.
 * `--count N`: files, 10,000 unless told.
 */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../../scripts/paths.mjs'
import { keep, machine } from './machine.mjs'
import { table } from './statistics.mjs'

const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' } } })
const COUNT = Number(values.count)
/** The share of the files whose rate is that of the start, and of the end. */
const SHARE = 0.1
const LOOK_EVERY_MS = 50
/** Of the rate at the start; of the rate of bare fsyncs. */
const GOALS = { end: 0.9, bare: 1 / 3 }

const folder = mkdtempSync(join(tmpdir(), 'stet-many-imports-'))
const files = join(folder, 'files')
mkdirSync(files)
const words = 'The ferry sails at noon, said the harbour, and 12 boats wait for it in the old port. '.repeat(20)
for (let n = 0; n < COUNT; n++)
  writeFileSync(
    join(files, `${String(n).padStart(6, '0')}.json`),
    JSON.stringify({ uri: `urn:story:${n}`, type: 'text', headline: `Ferry ${n} sails`, body_html: `<p>${words}</p>` }),
  )

const stet = join(root, 'scripts', 'stet.cjs')
const environment = (library) => ({ ...process.env, STET_LIBRARY: library, STET_USER: 'Reporter' })
const storiesIn = (library) => {
  try {
    return readdirSync(join(library, 'stories')).filter((name) => !name.startsWith('.')).length
  } catch {
    return 0
  }
}

/** Runs an import. Returns when each count of stories was first seen, in milliseconds, and how it ended. */
async function importAll(library, stopAt = Infinity) {
  const child = spawn(process.execPath, [stet, 'import', files], { env: environment(library), stdio: 'ignore' })
  const ended = new Promise((done) => child.on('close', (code, signal) => done({ code, signal })))
  const seen = []
  let end
  void ended.then((how) => (end = how))
  while (!end) {
    const stories = storiesIn(library)
    if (stories > 0) seen.push({ at: performance.now(), stories })
    if (stories >= stopAt) child.kill('SIGINT')
    await Promise.race([ended, pause(LOOK_EVERY_MS)])
  }
  seen.push({ at: performance.now(), stories: storiesIn(library) })
  return { seen, end }
}

/** Stories in a second between two counts. */
function rate(seen, from, to) {
  const [first, last] = [seen.find(({ stories }) => stories >= from), seen.find(({ stories }) => stories >= to)]
  if (!first || !last || last.at === first.at) throw new Error(`No rate is known between ${from} and ${to} stories.`)
  return ((last.stories - first.stories) / (last.at - first.at)) * 1000
}

function bareRate(size) {
  const place = join(folder, 'bare')
  mkdirSync(place)
  const bytes = Buffer.alloc(size, 'x')
  const began = performance.now()
  for (let n = 0; n < COUNT; n++) {
    const file = openSync(join(place, String(n)), 'w')
    writeFileSync(file, bytes)
    fsyncSync(file)
    closeSync(file)
  }
  return (COUNT / (performance.now() - began)) * 1000
}

const problems = []
const library = join(folder, 'library')
const { seen, end } = await importAll(library)
if (end.code !== 0 || storiesIn(library) !== COUNT)
  problems.push(`The import ended with ${end.code ?? end.signal} and ${storiesIn(library)} of ${COUNT} stories.`)
const part = Math.round(COUNT * SHARE)
const [start, finish] = [rate(seen, 1, part), rate(seen, COUNT - part, COUNT)]
const whole = rate(seen, 1, COUNT)
const bare = bareRate(words.length)
if (finish < GOALS.end * start) problems.push('The import is slower at its end than at its start.')
if (whole < GOALS.bare * bare) problems.push('The import is slower than a third of as many bare fsyncs.')

const stopped = join(folder, 'stopped')
const { end: how } = await importAll(stopped, Math.round(COUNT / 4))
const left = storiesIn(stopped)
const ask = (...args) => spawnSync(process.execPath, [stet, ...args], { env: environment(stopped), encoding: 'utf8' })
const doctor = JSON.parse(ask('doctor', '--json').stdout)
const listed = JSON.parse(ask('list', '--json').stdout).length
if (!doctor.ok || listed !== left || left >= COUNT)
  problems.push(
    `After the stop: ${left} folders, ${listed} stories, the doctor says ${JSON.stringify(doctor.problems)}`,
  )

process.stdout.write(
  `${table([
    [`${COUNT} ninjs files in one call`, 'stories/s', 'goal'],
    ['the first tenth', start.toFixed(0), ''],
    ['the last tenth', `${finish.toFixed(0)} (${(finish / start).toFixed(2)} of it)`, `≥ ${GOALS.end}`],
    ['all', `${whole.toFixed(0)} (${(whole / bare).toFixed(2)} of bare fsyncs)`, `≥ ${GOALS.bare.toFixed(2)}`],
    ['bare writes with fsync', bare.toFixed(0), ''],
    [`stopped (${how.signal ?? how.code})`, `${listed} of ${left} listed`, 'all'],
  ])}\n`,
)
const kept = keep('many-imports', { machine: machine(), count: COUNT, start, finish, whole, bare, left, listed })
process.stdout.write(`${problems.join('\n')}${problems.length > 0 ? '\n' : ''}${kept}\n`)
rmSync(folder, { recursive: true, force: true })
process.exitCode = problems.length > 0 ? 1 : 0
