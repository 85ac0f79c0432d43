// npm run bench:longest [-- --rounds 3 --words 100000 --facts 5000 --profile FOLDER/] : measures the longest story in
// the window beside bare Tiptap with the same words: until it takes keys, select all, Find, J in review, memory.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { runAsScript, log } from '../../scripts/log.mjs'
import { launch } from './electronPipe.mjs'
import { hotSpots } from './hotSpots.mjs'
import { keep, machine } from './machine.mjs'
import { prepare, profileAt, withDisplay } from './prepare.mjs'
import { median, overRounds, quantile, randomFrom, table } from './statistics.mjs'

/** `ratio`: at most this many times bare Tiptap. `most`: at most this many milliseconds. */
const GOALS = [
  { measure: 'editable', ratio: 1.5 },
  { measure: 'selectAll', most: 150 },
  { measure: 'findFirst', most: 100 },
  { measure: 'findNext', most: 100 },
  { measure: 'jP95', most: 60 },
  { measure: 'memory', ratio: 2 },
  { measure: 'memoryLater', ratio: 2 },
  { measure: 'kept', ratio: 2 },
  { measure: 'keptLater', ratio: 2 },
  { measure: 'growth', most: 1.1 },
]
const NAMES = {
  editable: 'spawn to the first key in the sheet, ms',
  selectAll: 'select all, ms to its frame',
  findFirst: 'first letter of Find, ms to its frame',
  findNext: 'the next letters of Find, ms to their frames',
  jP50: 'J in review, ms to its frame, p50',
  jP95: 'J in review, ms to its frame, p95',
  task: 'longest task after these keys, ms',
  memory: 'memory of the window once it rests, MB',
  memoryLater: 'memory of the window after all this, MB',
  kept: 'memory once it rests, collected, MB',
  keptLater: 'memory after all this, collected, MB',
  growth: 'memory later / at first, both collected',
}
const QUERY = 'tariff'
const LOOK_EVERY_MS = 5
/** Milliseconds after which a key that was dropped is pressed again. */
const PRESS_AGAIN_MS = 100
/** Milliseconds until a sheet with its lists is idle. */
const REST_MS = 4000
const READY = `document.activeElement?.isContentEditable === true && document.hasFocus() && performance.getEntriesByName('first-contentful-paint').length > 0`

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    words: { type: 'string', default: '100000' },
    facts: { type: 'string', default: '5000' },
    times: { type: 'string', default: '5' },
    steps: { type: 'string', default: '40' },
    only: { type: 'string' },
    app: { type: 'string' },
    profile: { type: 'string' },
  },
})
const [words, facts, times, steps] = [options.words, options.facts, options.times, options.steps].map(Number)
const probe = readFileSync(join(import.meta.dirname, 'frameProbe.js'), 'utf8')

async function main() {
  const place = await prepare({ app: options.app })
  try {
    log(`Seeding ${words} words with ${facts} facts`)
    const library = join(place.folder, 'library')
    const story = await place.seed.seedLongStory(library, { words, facts })
    const subjects = [
      { name: 'bare', start: bareStarter(place) },
      { name: 'stet', start: (profile) => startStet(place, profile, library, story) },
    ].filter(({ name }) => options.only === undefined || options.only === name)
    const rounds = new Map(subjects.map(({ name }) => [name, []]))
    for (let round = 0; round < Number(options.rounds); round++) {
      for (const { name, start } of round % 2 === 0 ? subjects : [...subjects].reverse()) {
        const measured = await measure(name, await start(join(place.folder, `profile-${name}-${round}`)), round)
        rounds.get(name).push(measured)
        log(
          `  round ${round + 1}, ${name}: ${Object.entries(measured)
            .map(([key, value]) => `${key} ${shown(value)}`)
            .join(', ')}`,
        )
      }
    }
    const { rows, missed } = judged(rounds)
    process.stdout.write(`\n${table(rows)}\n\n`)
    log(`Kept in ${keep('longest', { machine: machine(), words, facts, rounds: Object.fromEntries(rounds), missed })}`)
    for (const miss of missed) log(`Missed: ${miss}`)
    return 0
  } finally {
    place.remove()
  }
}

/** The page has the story in a script of its own, as Stet has it in a file. */
function bareStarter({ executable, bare, seed }) {
  const blocks = seed.plainCopy(words).map(({ role, text }) => ({ role, text }))
  const open = `openBenchStory(${JSON.stringify({ blocks, contentVisibility: 'visible' })})\ndocument.querySelector('.ProseMirror').focus()`
  writeFileSync(join(bare, 'longest.js'), open)
  const page = readFileSync(join(bare, 'typing.html'), 'utf8')
  writeFileSync(join(bare, 'longest.html'), page.replace('</body>', '<script src="./longest.js"></script></body>'))
  return (profile) =>
    launch({ executable, app: bare, profile: profileAt(profile), env: { BENCH_PAGE: join(bare, 'longest.html') } })
}

function startStet({ executable, app, seed }, profile, library, story) {
  const own = `${profile}-library`
  cpSync(library, own, { recursive: true })
  return launch({
    executable,
    app,
    profile: profileAt(profile, story),
    env: { STET_LIBRARY: own, STET_USER: seed.REPORTER },
  })
}

async function measure(name, window, round) {
  try {
    const editable = await firstKey(window)
    await window.evaluate(`${probe}\n;undefined`)
    await pause(REST_MS)
    const memory = memoryOf(await window.windowProcess())
    const kept = await keptOf(window)
    const random = randomFrom(round + 1)
    const tasks = []
    /** Presses, and returns the milliseconds until its frame. */
    const timed = async (press) => {
      await window.evaluate('frameProbe.arm()')
      await press()
      const time = await window.evaluate('frameProbe.shown()')
      await pause(200 + random() * 100)
      tasks.push(await window.evaluate('frameProbe.longest()'))
      return time
    }
    const selectAll = await profiled(window, `${name}-select`, () => selectAllTimes(window, timed))
    const found = name === 'stet' ? await profiled(window, 'stet-find', () => findTimes(window, timed)) : {}
    const walked = name === 'stet' ? await profiled(window, 'stet-j', () => walkTimes(window, timed)) : {}
    await window.evaluate('frameProbe.atStart()')
    await pause(REST_MS)
    const memoryLater = memoryOf(await window.windowProcess())
    const keptLater = await keptOf(window)
    return {
      editable,
      selectAll: median(selectAll),
      ...found,
      ...walked,
      task: Math.max(...tasks),
      memory,
      memoryLater,
      kept,
      keptLater,
      growth: keptLater / kept,
    }
  } finally {
    await window.close()
  }
}

/** What is left when V8 has collected. When it does that by itself depends on chance. */
async function keptOf(window) {
  for (let collection = 0; collection < 2; collection++) await window.send('HeapProfiler.collectGarbage')
  return memoryOf(await window.windowProcess())
}

/** Milliseconds from spawning until the first key that could reach the sheet has. */
async function firstKey(window) {
  await window.until(READY, 60, LOOK_EVERY_MS)
  await window.evaluate(
    `void (globalThis.firstKey = new Promise((came) => addEventListener('input', () => came(true), { once: true })))`,
  )
  let hasTyped = false
  const typed = window.evaluate('firstKey').then(() => (hasTyped = true))
  while (!hasTyped) {
    await window.press('a')
    await Promise.race([typed, pause(PRESS_AGAIN_MS)])
  }
  return performance.now() - window.spawnedAt
}

async function selectAllTimes(window, timed) {
  const all = []
  for (let time = 0; time < times; time++) {
    await window.evaluate('frameProbe.atStart()')
    await pause(600)
    all.push(await timed(() => window.chord({ key: 'a', ctrl: true })))
    const [selected, size] = [
      await window.evaluate('frameProbe.selected()'),
      await window.evaluate('frameProbe.size()'),
    ]
    if (selected < size - 4) throw new Error(`Select all selected ${selected} of ${size} positions.`)
  }
  await window.evaluate('frameProbe.atStart()')
  return all
}

async function findTimes(window, timed) {
  const first = []
  const next = []
  for (let time = 0; time < times; time++) {
    await window.evaluate('frameProbe.atStart()')
    await window.chord({ key: 'f', ctrl: true })
    await window.until(`document.activeElement?.name === 'query'`, 10)
    await pause(500)
    for (const [index, letter] of [...QUERY].entries())
      (index === 0 ? first : next).push(await timed(() => window.press(letter)))
    const count = await window.evaluate(`document.querySelector('.find-count').textContent`)
    if (!/ of /.test(count)) throw new Error(`Find says “${count}” of “${QUERY}”.`)
    await window.chord({ key: 'Escape', code: 'Escape', keyCode: 27 })
    await pause(500)
  }
  return { findFirst: median(first), findNext: quantile(next, 0.95) }
}

async function walkTimes(window, timed) {
  await window.chord({ key: 'r', ctrl: true })
  await window.until(`frameProbe.currentFact() !== ''`, 20)
  await pause(1500)
  const all = []
  for (let step = 0; step < steps; step++) {
    const before = await window.evaluate('frameProbe.currentFact()')
    all.push(await timed(() => window.press('j')))
    if ((await window.evaluate('frameProbe.currentFact()')) === before) throw new Error('J went nowhere.')
  }
  await window.chord({ key: 'Escape', code: 'Escape', keyCode: 27 })
  return { jP50: median(all), jP95: quantile(all, 0.95) }
}

/** Writes a CPU profile of `run` if one is asked for, and prints where its time went. */
async function profiled(window, what, run) {
  if (!options.profile) return run()
  await window.send('Profiler.enable')
  await window.send('Profiler.setSamplingInterval', { interval: 200 })
  await window.send('Profiler.start')
  const result = await run()
  const { profile } = await window.send('Profiler.stop')
  writeFileSync(join(options.profile, `${what}.cpuprofile`), JSON.stringify(profile))
  log(`${what}\n${hotSpots(profile, 1)}`)
  return result
}

/** MB that are resident, as a task manager shows them. Pages that it shares with other processes count. */
function memoryOf(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(kilobytes) / 1024
}

const shown = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0))

function judged(rounds) {
  const of = (name, measure) => {
    const values = (rounds.get(name) ?? []).map((round) => round[measure])
    return values.length === 0 || values[0] === undefined ? undefined : overRounds(values)
  }
  const cell = (value) => (value ? `${shown(value.median)} (${shown(value.least)}-${shown(value.greatest)})` : '')
  const rows = [['', 'bare', 'Stet', 'x bare', 'goal']]
  const missed = []
  for (const [measure, label] of Object.entries(NAMES)) {
    const [bare, stet] = [of('bare', measure), of('stet', measure)]
    const goal = GOALS.find((one) => one.measure === measure)
    const ratio = bare && stet ? stet.median / bare.median : undefined
    const limit = goal?.ratio ? `${goal.ratio} x` : goal ? `${goal.most}` : ''
    rows.push([label, cell(bare), cell(stet), ratio === undefined ? '' : ratio.toFixed(2), limit])
    if (!goal || !stet) continue
    if (goal.most !== undefined ? stet.median > goal.most : ratio !== undefined && ratio > goal.ratio)
      missed.push(`${label}: ${goal.most === undefined ? `${ratio.toFixed(2)} x` : shown(stet.median)}, goal ${limit}`)
  }
  return { rows, missed }
}

await runAsScript(() => withDisplay(fileURLToPath(import.meta.url), main))
