// npm run bench:evidence [-- --rounds 3 --words 100000 --facts 5000 --megabytes 20] : measures the evidence room on a
// long story whose facts are backed by a large PDF: until its page is drawn, the walk from fact to fact, find, memory.
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomFillSync } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { runAsScript, log } from '../../scripts/log.mjs'
import { launch } from './electronPipe.mjs'
import { keep, machine } from './machine.mjs'
import { prepare, profileAt, withDisplay } from './prepare.mjs'
import { median, overRounds, quantile, table } from './statistics.mjs'

const NAMES = {
  page: 'J to the first page: the file and PDF.js are read, ms',
  next: 'J to the page of the next fact, ms, p50',
  nextP95: 'J to the page of the next fact, ms, p95',
  find: 'Find to the count over all pages, ms',
  zoom: 'larger, ms to the sharp page',
  before: 'memory of the window before review, MB',
  after: 'memory of the window after all this, MB',
}
const PAGES = 200
const BACKED = 400
const STEPS = 20
const LOOK_EVERY_MS = 10

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    words: { type: 'string', default: '100000' },
    facts: { type: 'string', default: '5000' },
    megabytes: { type: 'string', default: '20' },
  },
})
const [words, facts, megabytes] = [options.words, options.facts, options.megabytes].map(Number)

async function main() {
  const place = await prepare()
  try {
    log(`Seeding ${words} words with ${facts} facts, ${BACKED} of them backed by a PDF of ${megabytes} MB`)
    const library = join(place.folder, 'library')
    const story = await place.seed.seedLongStory(library, { words, facts })
    await place.seed.seedEvidence(library, story, await pdfOf(megabytes), BACKED)
    const rounds = []
    for (let round = 0; round < Number(options.rounds); round++) {
      const measured = await measure(place, library, story, join(place.folder, `profile-${round}`))
      rounds.push(measured)
      log(
        `  round ${round + 1}: ${Object.entries(measured)
          .map(([key, value]) => `${key} ${value.toFixed(0)}`)
          .join(', ')}`,
      )
    }
    const rows = Object.entries(NAMES).map(([measure, label]) => {
      const { median: middle, least, greatest } = overRounds(rounds.map((round) => round[measure]))
      return [label, `${middle.toFixed(0)} (${least.toFixed(0)}-${greatest.toFixed(0)})`]
    })
    process.stdout.write(`\n${table([['', 'Stet'], ...rows])}\n\n`)
    log(`Kept in ${keep('evidence', { machine: machine(), words, facts, megabytes, rounds })}`)
    return 0
  } finally {
    place.remove()
  }
}

/** Pages of text, every fifth with a picture of noise, which nothing makes smaller. */
async function pdfOf(size) {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  const side = Math.round(Math.sqrt((size * 1e6) / (PAGES / 5) / 3))
  for (let number = 1; number <= PAGES; number++) {
    const page = pdf.addPage([595, 842])
    for (let line = 0; line < 40; line++)
      page.drawText(`Page ${number}, line ${line}: the meeting lasted ${number * 40 + line} minutes in all.`, {
        ...{ x: 60, y: 780 - line * 16, size: 11, font },
      })
    if (number % 5 === 0) page.drawImage(await pdf.embedPng(noise(side)), { x: 60, y: 30, width: 100, height: 100 })
  }
  return pdf.save()
}

function noise(side) {
  const rows = Buffer.alloc(side * (side * 3 + 1))
  randomFillSync(rows)
  for (let row = 0; row < side; row++) rows[row * (side * 3 + 1)] = 0
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 0 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks])
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

/** CRC-32 of PNG (ISO 3309). */
function crc(bytes) {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

/** The number of the page that is drawn with its words; '' before. */
const SHOWN = `(((document.querySelector('.viewer canvas')?.width ?? 0) > 0 && /Page (\\d+), line 0/.exec(document.querySelector('.viewer-words')?.textContent ?? '')?.[1]) || '')`

async function measure({ executable, app }, library, story, profile) {
  const own = `${profile}-library`
  cpSync(library, own, { recursive: true })
  const window = await launch({
    executable,
    app,
    profile: profileAt(profile, story),
    env: { STET_LIBRARY: own, STET_USER: 'Editor' },
  })
  try {
    await window.until(`document.activeElement?.isContentEditable === true`, 60)
    await pause(6000)
    const before = memoryOf(await window.windowProcess())
    const since = async (act, expression, seconds = 60) => {
      const from = performance.now()
      await act()
      await window.until(expression, seconds, LOOK_EVERY_MS)
      return performance.now() - from
    }
    await window.chord({ key: 'r', ctrl: true })
    await window.until(`document.querySelector('.review-room') !== null`, 20)
    await pause(1500)
    const page = await since(() => window.press('j'), `${SHOWN} !== ''`)
    await pause(1500)
    const steps = []
    for (let step = 0; step < STEPS; step++) {
      const shown = await window.evaluate(SHOWN)
      // A fact with other evidence shows no page.
      const time = await since(() => window.press('j'), `!['', '${shown}'].includes(${SHOWN})`, 2).catch(
        () => undefined,
      )
      if (time !== undefined) steps.push(time)
      await pause(400)
    }
    if (steps.length < STEPS / 4) throw new Error(`J showed a page ${steps.length} times only.`)
    const find = await since(async () => {
      await window.evaluate(`document.querySelector('.viewer-find input').focus()`)
      await window.chord({ key: 'a', ctrl: true })
      for (const letter of 'lasted') await window.press(letter)
    }, `/^[\\d,]+ of [\\d,]+$/.test(document.querySelector('.viewer-count')?.textContent ?? '')`)
    await window.evaluate(`document.querySelector('.viewer-body').focus()`)
    const width = await window.evaluate(`document.querySelector('.viewer canvas').width`)
    const zoom = await since(() => window.press('+'), `document.querySelector('.viewer canvas')?.width > ${width}`)
    await pause(4000)
    const after = memoryOf(await window.windowProcess())
    return { page, next: median(steps), nextP95: quantile(steps, 0.95), find, zoom, before, after }
  } finally {
    await window.close()
  }
}

/** MB that are resident, as a task manager shows them. */
function memoryOf(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(kilobytes) / 1024
}

await runAsScript(() => withDisplay(fileURLToPath(import.meta.url), main))
