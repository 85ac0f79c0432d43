/**
 * Kills a process while it deletes stories and moves them to an archive. Afterwards each story is whole in the library,
 * deleted for good, or whole in the archive, as was acknowledged.
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runAction } from '../../src/newsroom/runAction'
import { sequentialIds } from '../../src/newsroom/environment/ids'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import { examineLibrary } from '../../src/storage/doctor/examineLibrary'
import { libraryState } from '../../src/storage/doctor/libraryState'
import { nodeFiles } from '../../src/storage/disk/fileLayer'
import { openLibrary } from '../../src/storage/openLibrary'
import { messageOf } from '../../src/story/text/messageOf'
import { dice, type Options, type Row } from './campaign'
import { LATER, NOW, PERSON, wholeOf } from './leavingStories'
import { untilKilled } from './untilKilled'

/** Kills in the same library, so that damage that adds up is found too. */
const KILLS_PER_LIBRARY = 20
const LONGEST = 1500

/** What was printed of a story last. */
interface Known {
  hash: string
  act: 'made' | 'deleting' | 'deleted' | 'moving' | 'moved'
}
interface Counted {
  runs: number
  deleted: number
  moved: number
  finished: number
  lost: number
  unopenable: number
}

export async function killLeaving(options: Options): Promise<Row> {
  const counted = options.notebook.load<Counted>({
    runs: 0,
    deleted: 0,
    moved: 0,
    finished: 0,
    lost: 0,
    unopenable: 0,
  })
  let [folder, known] = ['', new Map<string, Known>()]
  while (counted.runs < options.runs && !options.stopped()) {
    const seed = options.seed + counted.runs
    if (folder === '' || counted.runs % KILLS_PER_LIBRARY === 0) {
      if (folder !== '') await rm(folder, { recursive: true, force: true })
      folder = join(options.scratch, `leaving-${counted.runs}`)
      await mkdir(folder)
      known = new Map()
    }
    await workUntilKilled([options.program('leavingWriter'), folder, String(seed)], known, dice(seed))
    const why = await judged(folder, known, counted).catch((error: unknown) => {
      counted.unopenable++
      return [messageOf(error)]
    })
    counted.runs++
    counted.lost += why.length
    for (const line of why) options.say(`  run ${counted.runs}: ${line}`)
    if (counted.runs % 10 === 0) options.notebook.save(counted)
  }
  if (folder !== '') await rm(folder, { recursive: true, force: true })
  options.notebook.save(counted)
  const { runs, deleted, moved, finished, lost, unopenable } = counted
  return {
    fault: 'kill -9, deleting and archiving',
    runs,
    acknowledged: deleted + moved,
    lost,
    unopenable,
    more: { deleted, moved, 'cut short': finished },
  }
}

/** What is wrong after a kill. The next owner finishes what was begun. */
async function judged(folder: string, known: Map<string, Known>, counted: Counted): Promise<readonly string[]> {
  const [library, to] = [join(folder, 'library'), join(folder, 'archive')]
  if ((await libraryState(nodeFiles, library)) !== 'made') return []
  const why: string[] = []
  const store = await openLibrary({ folder: library, now: () => NOW, newId: (kind) => kind })
  const room = await Newsroom.open({ store, clock: { now: () => NOW }, ids: sequentialIds })
  try {
    const here = new Set((await runAction(room, PERSON, 'story.list', {})).map(({ id }) => id))
    for (const [id, one] of known) {
      if (here.has(id)) {
        if (one.act === 'deleted' || one.act === 'moved') why.push(`${id} was ${one.act} and is there`)
        if ((await wholeOf(room, id)) !== one.hash) why.push(`${id} (${one.act}) is not whole in the library`)
        if (one.act === 'moving') await runAction(room, PERSON, 'story.archive', { stories: [id], before: LATER, to })
        if (one.act === 'moving') counted.finished++
      } else if (one.act === 'made') why.push(`${id} is gone`)
      if (one.act === 'deleting' || one.act === 'deleted') counted.deleted++
      if (one.act === 'moving' || one.act === 'moved') counted.moved++
    }
    const { ok, problems } = await store.examine({ repair: false, open: room.openIds(), now: NOW })
    if (!ok) why.push(...problems.map(({ path, what }) => `library: ${path}: ${what}`))
  } finally {
    await room.close()
  }
  const away = [...known].filter(([, { act }]) => act === 'moving' || act === 'moved')
  if (away.length > 0) why.push(...(await judgedArchive(to, away)))
  // What stands now is what the next kill is judged by.
  for (const [id, one] of known) if (one.act !== 'made') known.delete(id)
  return why
}

async function judgedArchive(to: string, away: readonly (readonly [string, Known])[]): Promise<readonly string[]> {
  const why: string[] = []
  const { problems } = await examineLibrary({ folder: to, now: NOW })
  why.push(...problems.map(({ path, what }) => `archive: ${path}: ${what}`))
  const store = await openLibrary({ folder: to, lock: 'none', now: () => NOW, newId: () => '' })
  const copies = await Newsroom.open({ store, clock: { now: () => NOW }, ids: sequentialIds })
  try {
    for (const [id, { hash }] of away)
      if ((await wholeOf(copies, id)) !== hash) why.push(`${id} is not whole in the archive`)
  } finally {
    await copies.close()
  }
  return why
}

function workUntilKilled(
  command: readonly string[],
  known: Map<string, Known>,
  roll: (below: number) => number,
): Promise<void> {
  const whileOpening = roll(6) === 0
  return untilKilled(command, (line, killIn) => {
    const [act = '', id = '', hash = ''] = line.split(' ')
    if (act === (whileOpening ? 'opening' : 'ready')) killIn(roll(whileOpening ? 60 : LONGEST))
    if (id !== '') known.set(id, { hash: hash || (known.get(id)?.hash ?? ''), act: act as Known['act'] })
  })
}
