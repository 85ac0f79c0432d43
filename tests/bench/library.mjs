// npm run bench:library [-- --sizes 10,1000,10000,50000 --rounds 3 --keep FOLDER --only window,commands] : measures how
// Stet stays as a library grows. Three kinds of rounds take turns over the sizes: the real window; the command line;
// the index beside SQLite's own FTS5 and a program that reads the files. Then the parts of opening a library in plain
// Node. Libraries are made once and kept; what writes to them works on copies. Ends with 1 if a goal is missed.
import { rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/paths.mjs'
import { log, runAsScript, ScriptError } from '../../scripts/log.mjs'
import { measureCommands } from './library/commands.mjs'
import { judged } from './library/judged.mjs'
import { measureParts, partsTable } from './library/parts.mjs'
import { measureFts5, measureReader, reader } from './library/peers.mjs'
import { pileOf } from './library/piles.mjs'
import { bundleTo, subjectOf } from './library/subjects.mjs'
import { measureStart, measureWindow } from './library/windowRound.mjs'
import { keep, machine } from './machine.mjs'
import { prepare, withDisplay } from './prepare.mjs'
import { median, table } from './statistics.mjs'

const ALL = ['window', 'commands', 'index', 'parts']

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,1000,10000,50000' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string', default: join(tmpdir(), 'stet-bench-library') },
    only: { type: 'string', default: ALL.join(',') },
    keys: { type: 'string', default: '100' },
    opens: { type: 'string', default: '20' },
    app: { type: 'string' },
    measure: { type: 'string', multiple: true },
  },
})
const only = new Set(options.only.split(','))
const isComparing = [...only].some((part) => part !== 'parts')
const [rounds, keys, opens] = [options.rounds, options.keys, options.opens].map(Number)

async function main() {
  const unknown = [...only].filter((part) => !ALL.includes(part))
  if (unknown.length > 0) throw new ScriptError(`--only takes ${ALL.join(', ')}, not ${unknown.join(', ')}`)
  const place = await prepare({ app: options.app })
  const bundle = join(root, 'node_modules', '.stet-bench', `library-${process.pid}`)
  await bundleTo(bundle)
  const program = join(bundle, 'library.mjs')
  try {
    const { makePile, headlinesWithFacts } = await import(pathToFileURL(program).href)
    const subjects = []
    for (const stories of options.sizes.split(',').map(Number))
      subjects.push(
        subjectOf(place, stories, await pileOf(stories, { keep: options.keep, makePile }), headlinesWithFacts),
      )
    const samples = new Map(subjects.map(({ stories }) => [stories, {}]))
    if (only.has('window') || only.has('commands')) await beginIndexes(subjects, samples)
    for (let round = 0; round < (isComparing ? rounds : 0); round++)
      for (const subject of round % 2 === 0 ? subjects : [...subjects].reverse())
        take(
          samples.get(subject.stories),
          await roundOf(subject, { round, program }),
          `${round + 1}, ${subject.stories}`,
        )
    const { rows, missed } = judged(samples, reader)
    if (rows.length > 1) process.stdout.write(`\n${table(rows)}\n\n`)
    const folders = new Map(subjects.map(({ stories, library }) => [stories, library]))
    const measure = (part, folder) => measuredIn(program, [part, folder])
    const parts = only.has('parts') ? await measureParts(folders, { rounds, measure }) : []
    if (parts.length > 0) process.stdout.write(`\n${partsTable(parts)}\n\n`)
    const numbers = { machine: machine(), reader, samples: Object.fromEntries(samples), parts, missed }
    log(`Kept in ${keep('library', numbers)}`)
    for (const miss of missed) log(`Missed: ${miss}`)
    return missed.length > 0 ? 1 : 0
  } finally {
    rmSync(bundle, { recursive: true, force: true })
    place.remove()
  }
}

/** The first start makes the profile and is not counted, as the second one makes the index anew. */
async function beginIndexes(subjects, samples) {
  for (const subject of subjects) {
    await measureStart(subject, subject.stories)
    rmSync(subject.cache, { recursive: true })
    take(samples.get(subject.stories), await measureStart(subject, subject.stories), `no index, ${subject.stories}`)
  }
}

async function roundOf(subject, { round, program }) {
  const { library, cache, fts5, anew } = subject
  const measured = {}
  if (only.has('window')) Object.assign(measured, await measureWindow(subject, { round, keys, opens }))
  if (only.has('commands')) Object.assign(measured, await measureCommands(library, cache))
  if (only.has('index')) {
    // First, so that the others find the files read.
    Object.assign(measured, await measureReader(library))
    rmSync(anew, { recursive: true, force: true })
    for (const [name, time] of Object.entries(measuredIn(program, ['measureIndex', library, anew])))
      measured[name] = [time]
    Object.assign(measured, await measureFts5(library, fts5))
  }
  return measured
}

function take(samples, measured, what) {
  for (const [name, values] of Object.entries(measured)) samples[name] = [...(samples[name] ?? []), ...values]
  const said = Object.entries(measured).map(([name, values]) => `${name} ${median(values).toFixed(1)}`)
  log(`  round ${what} stories: ${said.join(', ')}`)
}

/** Runs a function of the bundle in a process of its own. */
function measuredIn(program, call) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), ...[program, ...call].flatMap((value) => ['--measure', value])],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`A round ended with ${status}:\n${stderr}`)
  return JSON.parse(stdout)
}

async function measureOnce([program, part, ...given]) {
  const parts = await import(pathToFileURL(program).href)
  process.stdout.write(JSON.stringify(await parts[part](...given)))
  return 0
}

await runAsScript(() =>
  options.measure ? measureOnce(options.measure) : withDisplay(fileURLToPath(import.meta.url), main),
)
