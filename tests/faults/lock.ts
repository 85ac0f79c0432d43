/**
 * Two processes on one library, a folder that disappears, and a clock that jumps: nothing is lost, and the library is
 * never taken for an empty one.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { mkdir, rename, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runAction } from '../../src/newsroom/runAction'
import { idsFrom } from '../../src/newsroom/environment/ids'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import { openLibrary } from '../../src/storage/openLibrary'
import type { FileStore } from '../../src/storage/fileStore'
import type { ActionName, AnswerOf, RequestOf } from '../../src/story/requests/requests'
import { dice, type Options, type Row } from './campaign'
import { contend, STORY, type ContenderSays } from './lockContender'
import { countWords, NOW } from './writing'

const openAt = (folder: string, create = false): Promise<FileStore> =>
  openLibrary({ folder, create, person: 'Reporter', now: () => NOW, newId: (kind) => kind })

async function made(scratch: string, name: string): Promise<string> {
  const folder = join(scratch, name)
  const store = await openAt(folder, true)
  await contend(store)
  await store.close()
  return folder
}

/** The number of words in the story. Undefined when it does not open or they are not in order. */
async function wordsIn(folder: string): Promise<number | undefined> {
  try {
    const store = await openAt(folder)
    const { updates } = await store.loadStory(STORY)
    await store.close()
    return countWords(updates)
  } catch {
    return undefined
  }
}

export async function startTwice({ runs, scratch, program, say }: Options): Promise<Row> {
  const folder = await made(scratch, 'instances')
  let [acknowledged, twoOwners, noOwner] = [1, 0, 0]
  for (let at = 0; at < runs; at++) {
    const both = [0, 1].map(() => fork(program('lockContender'), [folder]))
    const told = await Promise.all(both.map(firstWord))
    const owners = told.filter(({ is }) => is === 'owner').length
    acknowledged += owners
    if (owners > 1) twoOwners += 1
    if (owners === 0) noOwner += 1
    await Promise.all(both.map(endOf))
    if ((at + 1) % 20 === 0) say(`  ${at + 1} of ${runs}`)
  }
  const found = await wordsIn(folder)
  return {
    fault: 'two processes started at once',
    runs,
    acknowledged,
    lost: Math.max(0, acknowledged - (found ?? 0)),
    unopenable: found === undefined ? 1 : 0,
    more: { 'two writers': twoOwners, 'no writer': noOwner },
  }
}

const firstWord = (child: ChildProcess): Promise<ContenderSays> =>
  new Promise((resolve) => {
    child.once('message', (message) => resolve(message as ContenderSays))
    child.once('exit', () => resolve({ is: 'failed', message: 'ended without a word' }))
  })

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    if (child.connected) child.send('close', () => undefined)
  })

export async function takeFolderAway({ runs, scratch, say }: Options): Promise<Row> {
  const folder = await made(scratch, 'comes-and-goes')
  const store = await openAt(folder)
  let [acknowledged, shownEmpty, refused] = [1, 0, 0]
  const type = async (): Promise<void> => {
    try {
      await contend(store)
      acknowledged += 1
    } catch {
      refused += 1
    }
  }
  for (let at = 0; at < runs; at++) {
    await type()
    await rename(folder, `${folder}-away`)
    // An unplugged drive leaves an empty folder.
    if (at % 2 === 1) await mkdir(folder)
    await type()
    if ((await store.listStories().catch(() => 'unavailable')) !== 'unavailable') shownEmpty += 1
    if ((await openAt(folder).catch(() => 'unavailable')) !== 'unavailable') shownEmpty += 1
    if (at % 2 === 1) await rmdir(folder)
    await rename(`${folder}-away`, folder)
    await type()
    if ((await store.listStories()).length !== 1) shownEmpty += 1
  }
  await store.close()
  const found = await wordsIn(folder)
  say(`  ${refused} writes were refused while it was away`)
  return {
    fault: 'the folder removed and put back',
    runs,
    acknowledged,
    lost: Math.max(0, acknowledged - (found ?? 0)),
    unopenable: found === undefined ? 1 : 0,
    more: { 'shown empty': shownEmpty },
  }
}

const TEN_YEARS = 10 * 365.25 * 86_400_000

/** The clock of the newsroom and its files. The machine's own does not change. */
export async function jumpTheClock({ runs, seed, scratch }: Options): Promise<Row> {
  const roll = dice(seed)
  let now = Date.parse(NOW)
  const clock = { now: () => new Date(now).toISOString() }
  const folder = join(scratch, 'clock')
  const open = async (create: boolean): Promise<Newsroom> =>
    Newsroom.open({
      store: await openLibrary({ folder, create, person: 'Reporter', now: clock.now, newId: (kind) => kind }),
      clock,
      ids: idsFrom('sequential'),
    })
  const act = <A extends ActionName>(room: Newsroom, action: A, request: RequestOf<A>): Promise<AnswerOf<A>> =>
    runAction(room, 'Reporter', action, request)
  let room = await open(true)
  const { id: story } = await act(room, 'story.import', {
    name: 'clock.txt',
    bytes: new TextEncoder().encode('A clock that jumps\n\nBegin. END'),
  })
  let [acknowledged, unopenable] = [0, 0]
  for (let at = 0; at < runs; at++) {
    now += at % 3 === 0 ? -roll(TEN_YEARS) : at % 3 === 1 ? roll(TEN_YEARS) : -1
    await act(room, 'copy.replace', { story, replace: 'END', with: `w${at + 1} END` })
    acknowledged += 1
    if (at % 10 !== 9) continue
    await room.close()
    room = await open(false)
  }
  const { blocks } = await act(room, 'story.show', { story })
  const text = blocks.map((block) => block.text).join(' ')
  const { ok } = await act(room, 'library.doctor', {})
  await room.close()
  if (!ok) unopenable += 1
  const lost = Array.from({ length: runs }, (_, at) => `w${at + 1} `).filter((word) => !text.includes(word)).length
  return { fault: 'a clock that jumps up to ten years', runs, acknowledged, lost, unopenable }
}
