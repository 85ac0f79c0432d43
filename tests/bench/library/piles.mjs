/** Libraries of a bench: made once and kept, and copied before anything writes to them. */
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { log } from '../../../scripts/log.mjs'

const seeds = ['libraryPile.ts', 'pileSentences.ts'].map((name) => join(import.meta.dirname, '..', 'seed', name))

/**
 * The folder of a kept library with so many stories. It is made under another name: an unfinished one is not used.
 * `makePile`: of the seeding code. Its text names the folder.
 */
export async function pileOf(size, { keep, makePile }) {
  const made = createHash('sha256')
    .update(Buffer.concat(seeds.map((path) => readFileSync(path))))
    .digest('hex')
    .slice(0, 8)
  const folder = join(keep, `${made}-${size}`)
  if (existsSync(folder)) return folder
  mkdirSync(keep, { recursive: true })
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const began = performance.now()
  await makePile(unfinished, { to: size, told: (stories) => log(`${stories} of ${size} stories are made`) })
  renameSync(unfinished, folder)
  log(`A library of ${size} stories was made in ${((performance.now() - began) / 1000).toFixed(0)} s: ${folder}`)
  return folder
}

/** Copies a library. Its files stay separate: an app appends to them in place. */
export function copyPile(from, to) {
  const began = performance.now()
  execFileSync('cp', ['-a', '--reflink=auto', `${from}/.`, to])
  log(`Copied ${from} in ${((performance.now() - began) / 1000).toFixed(0)} s`)
}

const CREATED = /"created": "([^"]+)"/
/** Bytes of a story file in which its age stands. */
const START = 1000

/** The id of the second story of a pile: a draft without facts, with the same words in every pile. */
export function draftOf(library) {
  const buffer = Buffer.alloc(START)
  const stories = readdirSync(join(library, 'stories')).map((id) => {
    const file = openSync(join(library, 'stories', id, 'story.json'))
    const text = buffer.toString('utf8', 0, readSync(file, buffer, 0, START, 0))
    closeSync(file)
    return { id, created: CREATED.exec(text)?.[1] ?? '' }
  })
  const [, second] = stories.sort((a, b) => (a.created < b.created ? -1 : 1))
  return second.id
}
