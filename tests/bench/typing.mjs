// npm run bench:typing [-- --words 20000 --facts 1000 --rounds 2 --keys 200] : measures keystrokes in the full window,
// beside bare Tiptap. --gap 0-16: each key comes 0 to 16 ms after the one before was on the screen. --quotes 200: adds
// the same story with quotes that are checked against a transcript of 30,000 words. --comments 500: adds the same story
// with open comments on words.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'
import { runAsScript, log } from '../../scripts/log.mjs'
import { launch } from './electronPipe.mjs'
import { hotSpots } from './hotSpots.mjs'
import { keep, machine } from './machine.mjs'
import { prepare, profileAt, withDisplay } from './prepare.mjs'
import { overRounds, quantile, randomFrom, table } from './statistics.mjs'

const TEXT = 'the council will vote again on the plan '
/** Milliseconds to wait before the first key, until the app is idle. */
const REST_MS = 1500
const GOALS = [
  { words: 20_000, facts: 1_000, most: 1.2 },
  { words: 100_000, facts: 5_000, most: 0.8 },
]

const numbers = (text) => text.split(',').map(Number)
const { values: options } = parseArgs({
  options: {
    words: { type: 'string', default: '1000,20000,100000' },
    facts: { type: 'string', default: '0,1000,5000' },
    rounds: { type: 'string', default: '5' },
    keys: { type: 'string', default: '1000' },
    app: { type: 'string' },
    profile: { type: 'string' },
    only: { type: 'string' },
    quotes: { type: 'string', default: '0' },
    comments: { type: 'string', default: '0' },
    gap: { type: 'string', default: '50-100' },
  },
})
const rounds = Number(options.rounds)
const keys = Number(options.keys)
/** Milliseconds from a key on the screen to the next one. */
const [least, most] = options.gap.split('-').map(Number)
const probe = readFileSync(join(import.meta.dirname, 'keystrokeProbe.js'), 'utf8')

async function main() {
  const place = await prepare({ app: options.app })
  try {
    const results = []
    for (const words of numbers(options.words)) results.push(...(await measureSize(place, words)))
    const { rows, missed } = judged(results)
    process.stdout.write(`\n${table(rows)}\n\n`)
    log(`Kept in ${keep('typing', { machine: machine(), keys, rounds, gap: options.gap, results, missed })}`)
    for (const miss of missed) log(`Missed: ${miss}`)
    return 0
  } finally {
    place.remove()
  }
}

/** Measures all subjects of one size. Each round runs them in the reverse order of the one before. */
async function measureSize(place, words) {
  const plain = place.seed.plainCopy(words).map(({ role, text }) => ({ role, text }))
  const subjects = [
    {
      name: 'bare',
      words,
      start: (profile) => startBare(place, profile, { blocks: plain, contentVisibility: 'visible' }),
    },
    {
      name: 'bare+cv',
      words,
      start: (profile) => startBare(place, profile, { blocks: plain, contentVisibility: 'auto' }),
    },
  ]
  for (const facts of numbers(options.facts)) {
    const library = join(place.folder, `library-${words}-${facts}`)
    log(`Seeding ${words} words with ${facts} facts`)
    const story = await place.seed.seedLongStory(library, { words, facts })
    const quotes = Number(options.quotes)
    if (quotes > 0) {
      const quoted = `${library}-quotes`
      const other = await place.seed.seedLongStory(quoted, { words, facts, quotes })
      subjects.push({
        name: `stet ${facts} with ${quotes} quotes`,
        words,
        facts,
        start: (profile) => startStet(place, profile, quoted, other),
      })
    }
    const comments = Number(options.comments)
    if (comments > 0) {
      const commented = `${library}-comments`
      const other = await place.seed.seedLongStory(commented, { words, facts, comments })
      subjects.push({
        name: `stet ${facts} with ${comments} comments`,
        words,
        facts,
        start: (profile) => startStet(place, profile, commented, other),
      })
    }
    subjects.push({
      name: `stet ${facts}`,
      words,
      facts,
      start: (profile) => startStet(place, profile, library, story),
    })
  }
  const measured = new Map(subjects.map((subject) => [subject, []]))
  const chosen = options.only ? subjects.filter(({ name }) => options.only.split(',').includes(name)) : subjects
  for (let round = 0; round < rounds; round++) {
    for (const subject of round % 2 === 0 ? chosen : [...chosen].reverse()) {
      const samples = await measure(
        subject,
        join(place.folder, `profile-${words}-${round}-${subject.name.replace(/\W/g, '-')}`),
        round,
      )
      const numbersOf = {
        appliedP50: quantile(samples.applied, 0.5),
        appliedP95: quantile(samples.applied, 0.95),
        frameP50: quantile(samples.frame, 0.5),
        frameP95: quantile(samples.frame, 0.95),
        worst: Math.max(...samples.frame),
      }
      measured.get(subject).push(numbersOf)
      log(
        `  ${words} words, round ${round + 1}, ${subject.name}: applied ${ms(numbersOf.appliedP50)} / ${ms(numbersOf.appliedP95)}, frame ${ms(numbersOf.frameP50)} / ${ms(numbersOf.frameP95)}, worst ${ms(numbersOf.worst)}`,
      )
    }
  }
  return chosen.map((subject) => ({
    name: subject.name,
    words,
    facts: subject.facts ?? null,
    rounds: measured.get(subject),
  }))
}

async function startBare({ executable, bare }, profile, story) {
  const window = await launch({
    executable,
    app: bare,
    profile: profileAt(profile),
    env: { BENCH_PAGE: join(bare, 'typing.html') },
  })
  await window.until('typeof openBenchStory === "function"', 60)
  await window.evaluate(`openBenchStory(${JSON.stringify(story)})`)
  return window
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

async function measure(subject, profile, round) {
  const window = await subject.start(profile)
  try {
    await window.until(`[...document.querySelectorAll('.ProseMirror')].some((element) => element.editor)`, 120)
    await window.evaluate(`${probe}\n;undefined`)
    await pause(REST_MS)
    const before = await window.evaluate('keystrokeProbe.begin()')
    await pause(REST_MS)
    if (options.profile) {
      await window.send('Profiler.enable')
      await window.send('Profiler.setSamplingInterval', { interval: 200 })
      await window.send('Profiler.start')
    }
    const random = randomFrom(round + 1)
    for (let key = 0; key < keys; key++) {
      await window.press(TEXT[key % TEXT.length])
      await window.evaluate(`keystrokeProbe.shown(${key + 1})`)
      // Random: keys must not be in step with the screen.
      await pause(least + random() * (most - least))
    }
    if (options.profile) {
      const { profile: recorded } = await window.send('Profiler.stop')
      writeFileSync(
        `${options.profile}-${subject.words}-${subject.name.replace(/\W/g, '-')}.cpuprofile`,
        JSON.stringify(recorded),
      )
      log(hotSpots(recorded, keys))
    }
    const samples = await window.evaluate('keystrokeProbe.take()')
    const after = await window.evaluate('keystrokeProbe.blockOfCaret()')
    if (after.length !== before.length + keys)
      throw new Error(
        `${subject.name}: ${keys} keys were pressed, and the paragraph grew by ${after.length - before.length} characters.`,
      )
    const applied = samples.map(([time]) => time)
    if (applied.some(Number.isNaN)) throw new Error(`${subject.name}: a key changed nothing.`)
    return { applied, frame: samples.map(([, time]) => time) }
  } finally {
    await window.close()
  }
}

const ms = (value) => value.toFixed(1)
const span = ({ median, least, greatest }) => `${ms(median)} (${ms(least)}-${ms(greatest)})`

/** Returns the table, with each row's frame p95 beside bare Tiptap's at the same size, and the missed goals. */
function judged(results) {
  const bareP95 = new Map(
    results
      .filter(({ name }) => name === 'bare')
      .map(({ words, rounds: all }) => [words, overRounds(all.map(({ frameP95 }) => frameP95)).median]),
  )
  const bareApplied = new Map(
    results
      .filter(({ name }) => name === 'bare')
      .map(({ words, rounds: all }) => [words, overRounds(all.map(({ appliedP95 }) => appliedP95)).median]),
  )
  const rows = [['words, subject', 'applied p50', 'applied p95', 'x bare', 'frame p50', 'frame p95', 'x bare']]
  const missed = []
  for (const { name, words, facts, rounds: all } of results) {
    const of = (measure) => overRounds(all.map((round) => round[measure]))
    const frame = of('frameP95')
    const bare = bareP95.get(words)
    const ratio = bare === undefined ? undefined : frame.median / bare
    const appliedRatio = bareApplied.has(words) ? of('appliedP95').median / bareApplied.get(words) : undefined
    const shown = (value) => (value === undefined ? '' : value.toFixed(2))
    rows.push([
      `${words} ${name}`,
      span(of('appliedP50')),
      span(of('appliedP95')),
      shown(appliedRatio),
      span(of('frameP50')),
      span(frame),
      shown(ratio),
    ])
    const goal = GOALS.find((one) => one.words === words && one.facts === facts)
    if (goal && ratio !== undefined && ratio > goal.most)
      missed.push(
        `${words} words with ${facts} facts: ${ratio.toFixed(2)} x bare at the next frame, the goal is ${goal.most}`,
      )
  }
  return { rows, missed }
}

await runAsScript(() => withDisplay(fileURLToPath(import.meta.url), main))
