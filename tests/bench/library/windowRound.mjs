/** One start of Stet on a library: until list and sheet are there, keys, scrolling, opening, searching, memory. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { launch } from '../electronPipe.mjs'
import { profileAt } from '../prepare.mjs'
import { randomFrom } from '../statistics.mjs'
import { WORDS } from './words.mjs'

const LOOK_EVERY_MS = 5
/** Milliseconds after which a key that was dropped is pressed again. */
const PRESS_AGAIN_MS = 100
/** Milliseconds until the window is idle. */
const REST_MS = 4000
/** Seconds until an index is whole. */
const MOST_INDEXING = 900
const SCROLL_MS = 8000
const WHEEL_EVERY_MS = 32
const WHEEL_PIXELS = 240
const TURN_AFTER_MS = 2000
const LATE_MS = 33
const TEXT = 'the council will vote again on the plan '
const PAINTED = `performance.getEntriesByName('first-contentful-paint').length > 0`
const LISTED = `document.querySelector('.story-row .story-headline') !== null && ${PAINTED}`
const READY = `document.activeElement?.isContentEditable === true && document.hasFocus() && ${PAINTED}`
export const probes = ['keystrokeProbe.js', join('library', 'libraryProbe.js')].map((name) =>
  readFileSync(join(import.meta.dirname, '..', name), 'utf8'),
)

/**
 * `subject`: executable, app, library, profile (a folder that all starts use), cache (where the index is), story (the
 * one that opens).
 */
export function start({ executable, app, library, profile, cache, story, person }) {
  return launch({
    executable,
    app,
    profile: profileAt(profile, story),
    env: { STET_LIBRARY: library, STET_USER: person, XDG_CACHE_HOME: cache },
  })
}

/** Starts it, waits until the index is whole, and ends it. Returns milliseconds from spawning. */
export async function measureStart(subject, stories) {
  const window = await start(subject)
  try {
    const { list, editable } = await untilUsable(window)
    const total = `document.querySelector('.list-total')?.textContent.startsWith('${stories.toLocaleString('en')} ')`
    await window.until(`${total} && document.querySelector('.list-note') === null`, MOST_INDEXING)
    return { listAnew: [list], editableAnew: [editable], wholeAnew: [performance.now() - window.spawnedAt] }
  } finally {
    await window.close()
  }
}

export async function measureWindow(subject, { round, keys, opens }) {
  const window = await start(subject)
  try {
    const { list, editable } = await untilUsable(window)
    for (const probe of probes) await window.evaluate(`${probe}\n;undefined`)
    await pause(REST_MS)
    const atRest = await memoryOf(window)
    const random = randomFrom(round + 1)
    const key = await typeKeys(window, keys, random)
    await pause(REST_MS)
    const late = await scroll(window)
    const open = await openStories(window, opens, subject.withFacts)
    const search = await searchWords(window, random)
    await pause(REST_MS)
    const later = await memoryOf(window)
    return {
      ...{ list: [list], editable: [editable], key, late: [late], open, search },
      ...{ mainAtRest: [atRest.main.resident], windowAtRest: [atRest.window.resident] },
      ...{ main: [later.main.resident], window: [later.window.resident] },
      ...{ mainPrivate: [later.main.own], windowPrivate: [later.window.own] },
    }
  } finally {
    await window.close()
  }
}

/** Milliseconds from spawning until rows of stories are there, and until the first key reaches the sheet. */
export async function untilUsable(window) {
  const since = () => performance.now() - window.spawnedAt
  const [list, editable] = await Promise.all([
    window.until(LISTED, 300, LOOK_EVERY_MS).then(since),
    window.until(READY, 300, LOOK_EVERY_MS).then(() => firstKey(window).then(since)),
  ])
  return { list, editable }
}

async function firstKey(window) {
  await window.evaluate(
    `void (globalThis.firstKey = new Promise((came) => addEventListener('input', () => came(true), { once: true })))`,
  )
  let hasTyped = false
  const typed = window.evaluate('firstKey').then(() => (hasTyped = true))
  while (!hasTyped) {
    await window.press('a')
    await Promise.race([typed, pause(PRESS_AGAIN_MS)])
  }
}

async function typeKeys(window, keys, random) {
  const before = await window.evaluate('keystrokeProbe.begin()')
  await pause(1000)
  for (let key = 0; key < keys; key++) {
    await window.press(TEXT[key % TEXT.length])
    await window.evaluate(`keystrokeProbe.shown(${key + 1})`)
    // Random: keys must not be in step with the screen.
    await pause(50 + random() * 50)
  }
  const samples = await window.evaluate('keystrokeProbe.take()')
  const after = await window.evaluate('keystrokeProbe.blockOfCaret()')
  if (after.length !== before.length + keys)
    throw new Error(`${keys} keys were pressed, and the paragraph grew by ${after.length - before.length} characters.`)
  return samples.map(([, frame]) => frame)
}

/** Turns the wheel up and down over the list. Returns the percentage of frames that took longer than LATE_MS. */
async function scroll(window) {
  await window.evaluate('libraryProbe.scrollTo(0)')
  await pause(500)
  const { x, y } = await window.evaluate('libraryProbe.middle()')
  await window.evaluate('libraryProbe.beginFrames()')
  const began = performance.now()
  for (let turns = 0; performance.now() - began < SCROLL_MS; turns++) {
    const isDown = Math.floor((performance.now() - began) / TURN_AFTER_MS) % 2 === 0
    const deltaY = isDown ? WHEEL_PIXELS : -WHEEL_PIXELS
    await window.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY })
    await pause(Math.max(0, began + (turns + 1) * WHEEL_EVERY_MS - performance.now()))
  }
  const frames = await window.evaluate('libraryProbe.takeFrames()')
  return (100 * frames.filter((time) => time > LATE_MS).length) / frames.length
}

/**
 * Opens stories from everywhere in the list by pressing on their rows. Every tenth one has facts, as in the pile.
 * `withFacts`: the headlines of those.
 */
export async function openStories(window, opens, withFacts) {
  const opened = new Set()
  const times = []
  for (let at = 0; at < opens; at++) {
    const row = await findRow(window, { share: at / opens, hasFacts: at % 10 === 5, withFacts, opened })
    opened.add(row.headline)
    await window.evaluate(`libraryProbe.untilOpened(${JSON.stringify(row.headline)})`)
    const press = { x: row.x, y: row.y, button: 'left', clickCount: 1 }
    await window.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...press })
    await window.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...press })
    times.push(await window.evaluate('libraryProbe.shown()'))
    await pause(700)
  }
  return times
}

/** Stories of one stage are together in the list, and those with facts are drafts: the next look is far away. */
const FURTHER = 0.07

/** Where a list has too few stories, the same ones are opened again. */
async function findRow(window, { share, hasFacts, withFacts, opened }) {
  const fits = ({ isOpen, headline }) => !isOpen && withFacts.has(headline) === hasFacts
  let again
  await window.evaluate(`libraryProbe.scrollTo(${share})`)
  for (let looks = 0; looks < 60; looks++) {
    await pause(300)
    await window.until('libraryProbe.isLoaded()', 20)
    const rows = (await window.evaluate('libraryProbe.rows()')).filter(fits)
    const fresh = rows.find(({ headline }) => !opened.has(headline))
    if (fresh) return fresh
    again = rows[opened.size % Math.max(1, rows.length)]
    if (again && looks > 3) return again
    await window.evaluate(`libraryProbe.scrollTo(${(share + (looks + 1) * FURTHER) % 1})`)
  }
  throw new Error(`No row ${hasFacts ? 'with' : 'without'} facts was found from ${share} of the list on.`)
}

/** Types words into the search field. Milliseconds from the last key of each to the frame with its results. */
export async function searchWords(window, random) {
  const times = []
  for (const word of WORDS) {
    await window.evaluate('libraryProbe.search()')
    await pause(300)
    const letters = [...word]
    for (const letter of letters.slice(0, -1)) {
      await window.press(letter)
      await pause(60 + random() * 60)
    }
    await window.evaluate(`libraryProbe.untilFound(${JSON.stringify(word)})`)
    await window.press(letters.at(-1))
    times.push(await window.evaluate('libraryProbe.shown()'))
    await pause(500)
  }
  await window.evaluate('libraryProbe.leaveSearch()')
  return times
}

async function memoryOf(window) {
  const [main, page] = [await window.mainProcess(), await window.windowProcess()]
  return { main: memoryOfProcess(main), window: memoryOfProcess(page) }
}

/** MB that are resident, as a task manager shows them, and those of them that no other process shares. */
function memoryOfProcess(pid) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const of = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)[1]) / 1024
  return { resident: of('Rss'), own: of('Private_Clean') + of('Private_Dirty') }
}
