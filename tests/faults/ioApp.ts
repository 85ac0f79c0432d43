/**
 * The real app on a small file system that gets full: how soon the window says so, and what is there once there is
 * room.
 */
import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { loadDoc } from '../../src/document/createStoryDoc'
import { StoryReader } from '../../src/document/reading/storyReader'
import { openLibrary } from '../../src/storage/openLibrary'
import { READY } from './appWriting'
import type { Options, Row } from './campaign'
import { NOW } from './writing'

const run = promisify(execFile)
const STATUS = `document.querySelector('[role=status]')?.textContent`

export async function fillUnderTheApp({ scratch, runs, app: tools, say }: Options): Promise<readonly Row[]> {
  const counts = { acknowledged: 0, lost: 0, unopenable: 0, slowest: 0, late: 0 }
  const above = join(scratch, 'app-full')
  await mkdir(above)
  for (let at = 0; at < runs; at++) {
    try {
      await run('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', above])
    } catch {
      say('  skipped: this account may not mount a tmpfs')
      return []
    }
    try {
      const told = await oneRun(scratch, above, tools, counts, say)
      counts.slowest = Math.max(counts.slowest, told)
      if (told > 1000) counts.late += 1
      say(`  run ${at + 1}: told after ${told.toFixed(0)} ms`)
    } finally {
      await run('umount', ['-l', above])
    }
  }
  const { acknowledged, lost, unopenable, slowest, late } = counts
  return [
    {
      fault: 'a disk that runs full under the app',
      runs,
      acknowledged,
      lost,
      unopenable,
      more: { mixed: 0, 'not told': late, 'told after ms, most': slowest.toFixed(0) },
    },
  ]
}

async function oneRun(
  scratch: string,
  above: string,
  tools: Options['app'],
  counts: { acknowledged: number; lost: number; unopenable: number },
  say: Options['say'],
): Promise<number> {
  const library = join(above, 'library')
  const story = await tools.seed(library)
  const app = await tools.launch(join(scratch, 'profile-full'), story, library)
  const type = async (words: string): Promise<void> => {
    for (const letter of words) await app.press(letter)
  }
  const saved = (words: string): Promise<void> =>
    app.until(
      `${STATUS} === 'Saved' && ` +
        `document.querySelector('[contenteditable=true]').textContent.includes(${JSON.stringify(words)})`,
      30,
      20,
    )
  await app.until(READY, 60, 20)
  await type('before')
  await saved('before')
  await fill(join(above, 'ballast'))
  // The last page of the log still takes some letters, and a "Saved" may belong to an earlier one. So the time starts
  // before the letter.
  let [typed, before, last] = ['', performance.now(), performance.now()]
  while (typed.length < 400) {
    before = last
    last = performance.now()
    await app.press('w')
    typed += 'w'
    await app.until(`${STATUS} !== 'Saving…'`, 10, 2)
    if (await app.evaluate(`${STATUS} !== 'Saved'`)) break
  }
  const told = typed.length < 400 ? performance.now() - before : Infinity
  say(`  the window says: ${String(await app.evaluate(STATUS))}`)
  await rm(join(above, 'ballast'))
  await type('after')
  await saved(`before${typed}after`)
  await app.kill()
  counts.acknowledged += 3
  try {
    const store = await openLibrary({ folder: library, now: () => NOW, newId: (kind) => kind })
    const { copy } = new StoryReader(loadDoc((await store.loadStory(story)).updates)).read()
    await store.close()
    if (!copy.some(({ text }) => text.includes(`before${typed}after`))) counts.lost += 1
  } catch {
    counts.unopenable += 1
  }
  return told
}

/** Writes until there is no room left. */
function fill(path: string): Promise<void> {
  return new Promise((done) => {
    const ballast = createWriteStream(path)
    const zeros = Buffer.alloc(4096)
    const more = (): void => {
      ballast.write(zeros, (error) => {
        if (!error) more()
      })
    }
    ballast.once('error', () => done())
    more()
  })
}
