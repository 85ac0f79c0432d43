// npm run bench:soak [-- --minutes 45 --stories 10000] : a scripted desk works in one window for most of an hour. It
// types, opens stories and searches in the window; beside it, the command line imports, tags, verifies and exports.
// Compares the memory of each process at the end with that after ten minutes, the longest tasks while somebody types
// with those of bare Tiptap in the same run, and says how much processor time the idle app takes. Ends with 1 if a goal
// is missed.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/paths.mjs'
import { log, runAsScript } from '../../scripts/log.mjs'
import { bundleTo, subjectOf } from './library/subjects.mjs'
import { pileOf } from './library/piles.mjs'
import { openStories, probes, searchWords, start, untilUsable } from './library/windowRound.mjs'
import { launch } from './electronPipe.mjs'
import { keep, machine } from './machine.mjs'
import { prepare, profileAt, withDisplay } from './prepare.mjs'
import { median, randomFrom, table } from './statistics.mjs'
import { wholeProcess } from './wholeProcess.mjs'

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '45' },
    stories: { type: 'string', default: '10000' },
    keep: { type: 'string', default: join(tmpdir(), 'stet-bench-library') },
  },
})
const [minutes, stories] = [options.minutes, options.stories].map(Number)
const MINUTE = 60_000
/** Minutes after which memory is compared with that at the end: sooner in a shorter run. */
const FIRST = Math.min(10, minutes / 4)
const KEYS = 60
const OPENS = 4
const REST_MS = 5000
const IDLE_MS = MINUTE
const LOOKS = 5
/**
 * Times the memory after ten minutes; percent of a core; the same with a blinking caret, times that of bare Tiptap with
 * its caret; milliseconds that count as long at all.
 */
const GOALS = { memory: 1.1, idle: 0.5, caret: 1.2, longTask: 50 }
const TEXT = 'the council will vote again on the plan '
const WATCH = `void (globalThis.longTasks = [], new PerformanceObserver((list) =>
  longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] }))`
const TAKE = 'longTasks.splice(0)'
const SHEET = `[...document.querySelectorAll('.ProseMirror')].find((sheet) => sheet.editor)`
/** A spiked or killed story takes no words. */
const IS_EDITABLE = `${SHEET}?.editor.isEditable === true`
/** Puts the caret at the end of the story that is open. */
const CARET = `void ${SHEET}?.editor.commands.focus('end')`
const HAS_CARET = `${SHEET}?.contains(document.activeElement) === true`

async function main() {
  const place = await prepare()
  const bundle = join(root, 'node_modules', '.stet-bench', `soak-${process.pid}`)
  await bundleTo(bundle)
  try {
    const { makePile, headlinesWithFacts } = await import(pathToFileURL(join(bundle, 'library.mjs')).href)
    const pile = await pileOf(stories, { keep: options.keep, makePile })
    const subject = subjectOf(place, stories, pile, headlinesWithFacts)
    const stet = await work(subject)
    const bare = await inBareTiptap(place, stet.keys)
    return report({ ...stet, bare })
  } finally {
    rmSync(bundle, { recursive: true, force: true })
    place.remove()
  }
}

async function work(subject) {
  const window = await start(subject)
  try {
    await untilUsable(window)
    for (const probe of probes) await window.evaluate(`${probe}\n;undefined`)
    await window.evaluate(WATCH)
    const began = performance.now()
    const tasks = []
    const done = { rounds: 0, keys: 0, opened: 0, desk: 0 }
    let first
    while (performance.now() - began < minutes * MINUTE) {
      const random = randomFrom(done.rounds + 1)
      // The first row of the list can be written.
      if (!(await window.evaluate(IS_EDITABLE))) await openStories(window, 1, subject.withFacts)
      const long = await typeLine(window, random)
      for (const task of long) log(`  round ${done.rounds + 1}: a task of ${task.toFixed(0)} ms while somebody typed`)
      tasks.push(...long)
      done.keys += KEYS
      await openStories(window, OPENS, subject.withFacts)
      done.opened += OPENS
      await searchWords(window, random)
      done.desk += await deskWork(subject, done.rounds)
      done.rounds += 1
      if (first === undefined && performance.now() - began >= FIRST * MINUTE) first = await memoryAtRest(window)
      log(`  ${((performance.now() - began) / MINUTE).toFixed(1)} minutes: ${JSON.stringify(done)}`)
    }
    const last = await memoryAtRest(window)
    await window.evaluate(CARET)
    const idle = await idleShare(await window.mainProcess())
    await window.evaluate('document.activeElement.blur()')
    const idleWithoutCaret = await idleShare(await window.mainProcess())
    return { first, last, idle, idleWithoutCaret, tasks, ...done }
  } finally {
    await window.close()
  }
}

/**
 * Types KEYS keys at the end of the story that is open. Returns the milliseconds of the long tasks from the first key
 * to half a second after the last one. What opening the story took before is not among them.
 */
async function typeLine(window, random) {
  await window.evaluate(CARET)
  await pause(500)
  if (!(await window.evaluate(HAS_CARET))) throw new Error('The sheet did not take the keyboard.')
  await window.evaluate(TAKE)
  for (let key = 0; key < KEYS; key++) {
    await window.press(TEXT[key % TEXT.length])
    await pause(50 + random() * 50)
  }
  await pause(500)
  return window.evaluate(TAKE)
}

/** The command line beside the window: imports a story, tags and verifies a figure, exports. Returns its commands. */
async function deskWork({ library, cache, folder }, round) {
  const env = { STET_LIBRARY: library, XDG_CACHE_HOME: cache }
  const stet = async (as, ...args) => {
    const all = [join(root, 'scripts', 'stet.cjs'), ...args, '--as', as, '--json']
    return JSON.parse((await wholeProcess(process.execPath, all, { env })).out)
  }
  const file = join(folder, `story-${round}.md`)
  writeFileSync(file, `# The ferry sails\n\nThe ferry cost ${round + 100} won, said the harbour.\n`)
  const { stories: made } = await stet('Reporter', 'import', file)
  const { id } = made[0]
  const source = await stet('Editor', 'source', 'add', '--name', `Record ${round}`, '--kind', 'official')
  const { id: fact } = await stet('Reporter', 'tag', id, '--text', `${round + 100} won`, '--type', 'figure')
  const { facts } = await stet('Editor', 'show', id)
  const evidence = ['--evidence', source.id, '--locator', 'p. 1']
  await stet('Editor', 'fact', id, fact, '--status', 'verified', '--seen', facts[0].seen, ...evidence)
  await stet('Reporter', 'export', id, '--format', 'markdown', '--draft', '--out', join(folder, `out-${round}.md`))
  return 7
}

/**
 * MB at rest, as a task manager shows them, and `kept`: once more after V8 has collected the window's garbage. When it
 * does that by itself depends on chance: the same window at rest takes 185 MB or 240.
 */
async function memoryAtRest(window) {
  await pause(REST_MS)
  const { main, window: page, all } = await looksAt(window)
  for (let collection = 0; collection < 2; collection++) await window.send('HeapProfiler.collectGarbage')
  await pause(REST_MS)
  const kept = await looksAt(window)
  return { main, window: page, all, keptWindow: kept.window, keptAll: kept.all }
}

async function looksAt(window) {
  const main = await window.mainProcess()
  const looks = []
  for (let look = 0; look < LOOKS; look++) {
    looks.push({ main: residentMb(main), window: residentMb(await window.windowProcess()), all: residentOfAll(main) })
    await pause(2000)
  }
  return Object.fromEntries(['main', 'window', 'all'].map((name) => [name, median(looks.map((look) => look[name]))]))
}

const statOf = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // proc(5): the parent is field 4, user and system time are 14 and 15.
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
}
const residentMb = (pid) =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** A process with all that it started. */
function family(main) {
  const parents = new Map()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one)))
    try {
      parents.set(Number(name), statOf(name).parent)
    } catch {
      // It has ended meanwhile.
    }
  const found = new Set([main])
  for (let grown = true; grown;) {
    grown = false
    for (const [pid, parent] of parents)
      if (found.has(parent) && !found.has(pid)) {
        found.add(pid)
        grown = true
      }
  }
  return [...found]
}
const residentOfAll = (main) => family(main).reduce((sum, pid) => sum + residentMb(pid), 0)

/** Percent of one core that the app takes when nobody does anything. */
async function idleShare(main) {
  await pause(REST_MS)
  const ticks = () => family(main).reduce((sum, pid) => sum + statOf(pid).ticks, 0)
  const before = ticks()
  await pause(IDLE_MS)
  // Linux counts 100 ticks in a second.
  return ((ticks() - before) * 10 * 100) / IDLE_MS
}

/** The same keys in bare Tiptap with a story of as many words: its long tasks, and its share when it is left alone. */
async function inBareTiptap({ executable, bare, seed, folder }, keys) {
  const blocks = seed.plainCopy(400).map(({ role, text }) => ({ role, text }))
  const open = `openBenchStory(${JSON.stringify({ blocks, contentVisibility: 'visible' })})`
  writeFileSync(join(bare, 'soak.js'), open)
  const page = readFileSync(join(bare, 'typing.html'), 'utf8')
  writeFileSync(join(bare, 'soak.html'), page.replace('</body>', '<script src="./soak.js"></script></body>'))
  const profile = join(folder, 'profile-bare')
  mkdirSync(profile)
  const env = { BENCH_PAGE: join(bare, 'soak.html') }
  const window = await launch({ executable, app: bare, profile: profileAt(profile), env })
  try {
    await window.until(`document.querySelector('.ProseMirror') !== null`, 60)
    await window.evaluate(WATCH)
    const tasks = []
    for (let typed = 0; typed < keys; typed += KEYS) tasks.push(...(await typeLine(window, randomFrom(typed + 1))))
    await window.evaluate(CARET)
    return { tasks, idle: await idleShare(await window.mainProcess()) }
  } finally {
    await window.close()
  }
}

/** What is compared with its value after ten minutes, and whether it has a goal. */
const MEMORY = [
  ['main', 'memory of main, MB', true],
  ['keptWindow', 'memory of the window, collected', true],
  ['keptAll', 'memory of all processes, collected', true],
  ['window', 'the window, as it happens to be', false],
  ['all', 'all processes, as they happen to be', false],
]

function report({ first, last, idle, idleWithoutCaret, tasks, bare, ...done }) {
  const longest = (all) => Math.max(0, ...all)
  const rows = [['', `after ${FIRST} min`, `after ${minutes} min`, 'ratio', 'goal']]
  const missed = []
  for (const [name, what, hasGoal] of MEMORY) {
    const ratio = last[name] / first[name]
    const goal = hasGoal ? `≤ ${GOALS.memory}` : ''
    rows.push([what, first[name].toFixed(0), last[name].toFixed(0), ratio.toFixed(2), goal])
    if (hasGoal && ratio > GOALS.memory) missed.push(`${what}: ${ratio.toFixed(2)} times that after ${FIRST} minutes`)
  }
  process.stdout.write(`\n${table(rows)}\n`)
  const mostIdle = Math.max(GOALS.idle, GOALS.caret * bare.idle)
  process.stdout.write(
    `idle, percent of a core: ${idleWithoutCaret.toFixed(2)} (goal < ${GOALS.idle}); with a blinking caret ` +
      `${idle.toFixed(2)}, bare Tiptap ${bare.idle.toFixed(2)} (goal < ${mostIdle.toFixed(2)})\n`,
  )
  const most = Math.max(longest(bare.tasks), GOALS.longTask)
  process.stdout.write(
    `tasks over ${GOALS.longTask} ms while typing: ${tasks.length}, longest ${longest(tasks).toFixed(0)} ms; ` +
      `bare Tiptap: ${bare.tasks.length}, longest ${longest(bare.tasks).toFixed(0)} ms\n`,
  )
  if (idleWithoutCaret >= GOALS.idle) missed.push(`idle without a caret: ${idleWithoutCaret.toFixed(2)} % of a core`)
  if (idle >= mostIdle) missed.push(`idle: ${idle.toFixed(2)} % of a core`)
  if (longest(tasks) > most) missed.push(`a task of ${longest(tasks).toFixed(0)} ms while somebody typed`)
  const figures = { minutes, stories, first, last, idle, idleWithoutCaret, tasks, bare, ...done, missed }
  log(`Kept in ${keep('soak', { machine: machine(), ...figures })}`)
  for (const miss of missed) log(`Missed: ${miss}`)
  return missed.length > 0 ? 1 : 0
}

await runAsScript(() => withDisplay(fileURLToPath(import.meta.url), main))
