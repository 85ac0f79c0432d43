// npm run bench:start [-- --launches 20] : measures from spawning to the first acknowledged key, beside a bare window.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sharedFolder } from './sharedFolder.mjs'
import { runAsScript, log } from '../../scripts/log.mjs'
import { launch } from './electronPipe.mjs'
import { keep, machine } from './machine.mjs'
import { prepare, profileAt, withDisplay } from './prepare.mjs'
import { median, overRounds, table } from './statistics.mjs'

const GOAL = 1.4
const LOOK_EVERY_MS = 5
/** Milliseconds after which a key that was dropped is pressed again. */
const PRESS_AGAIN_MS = 150
/** True if a key would reach the text now. Chromium drops keys until it has painted something. */
const READY = `document.activeElement?.isContentEditable === true && document.hasFocus() && performance.getEntriesByName('first-contentful-paint').length > 0`
/**
 * Listens for the first key. `firstKey.typed` resolves when it came in, `firstKey.done` when `acknowledged` is true.
 */
const listen = (acknowledged) => `void (globalThis.firstKey = (() => {
  const typed = new Promise((came) => addEventListener('input', () => came(true), { once: true }));
  const done = typed.then(() => new Promise((resolve) => {
    const poll = () => (${acknowledged} ? resolve(true) : setTimeout(poll, 1));
    poll();
  }));
  return { typed, done };
})())`
const SAVED = `document.querySelector('[role=status]')?.textContent === 'Saved'`

const { values: options } = parseArgs({
  options: { launches: { type: 'string', default: '20' }, app: { type: 'string' } },
})

async function main() {
  const place = await prepare({ app: options.app })
  try {
    const library = join(place.folder, 'library')
    const story = await place.seed.seedImport(library, join(sharedFolder(), 'seed', 'busan-summit.txt'))
    const bare = {
      name: 'bare window',
      times: [],
      start: (profile) =>
        launch({
          executable: place.executable,
          app: place.bare,
          profile: profileAt(profile),
          env: { BENCH_PAGE: join(place.bare, 'start.html') },
        }),
      acknowledged: 'true',
    }
    const stet = {
      name: 'Stet',
      times: [],
      acknowledged: SAVED,
      start: (profile) =>
        launch({
          executable: place.executable,
          app: place.app,
          profile: profileAt(profile, story),
          env: { STET_LIBRARY: library, STET_USER: place.seed.REPORTER },
        }),
    }
    // All launches use the same two profiles, as a person does. The first launch makes them and is not counted.
    for (let turn = 0; turn <= Number(options.launches); turn++) {
      for (const subject of turn % 2 === 0 ? [bare, stet] : [stet, bare]) {
        const time = await firstKeystroke(subject, join(place.folder, `profile-${subject.name.replace(/\W/g, '-')}`))
        if (turn > 0) subject.times.push(time)
        log(`  ${turn === 0 ? 'first launch, not counted' : `launch ${turn}`}, ${subject.name}: ${time.toFixed(0)} ms`)
      }
    }
    const ratio = median(stet.times) / median(bare.times)
    const row = ({ name, times }) => {
      const all = overRounds(times)
      return [
        name,
        all.median.toFixed(0),
        `${all.least.toFixed(0)}-${all.greatest.toFixed(0)}`,
        (all.median / median(bare.times)).toFixed(2),
      ]
    }
    process.stdout.write(
      `\n${table([['spawn to first keystroke', 'median ms', 'range', 'x bare'], row(bare), row(stet)])}\n\n`,
    )
    log(`Kept in ${keep('start', { machine: machine(), bare: bare.times, stet: stet.times, ratio })}`)
    if (ratio > GOAL) log(`Missed: ${ratio.toFixed(2)} x a bare window, the goal is ${GOAL}`)
    return 0
  } finally {
    place.remove()
  }
}

/** Returns the milliseconds from spawning until the first key that could reach the text was acknowledged. */
async function firstKeystroke({ start, acknowledged }, profile) {
  const window = await start(profile)
  try {
    await window.until(READY, 60, LOOK_EVERY_MS)
    await window.evaluate(listen(acknowledged))
    let hasTyped = false
    const typed = window.evaluate('firstKey.typed').then(() => (hasTyped = true))
    while (!hasTyped) {
      await window.press('a')
      await Promise.race([typed, pause(PRESS_AGAIN_MS)])
    }
    await window.evaluate('firstKey.done')
    return performance.now() - window.spawnedAt
  } finally {
    await window.close()
  }
}

await runAsScript(() => withDisplay(fileURLToPath(import.meta.url), main))
