/** What is found of a newsroom at work (newsroomWriting.ts) after a crash. */
import { runAction } from '../../src/newsroom/runAction'
import { sequentialIds, type Ids } from '../../src/newsroom/environment/ids'
import { debounceStory } from '../../src/newsroom/replica/debounceStory'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import type { IndexOptions } from '../../src/newsroom/storyIndex/worker/openIndexLink'
import { protectedTerms } from '../../src/projection/scan/protectedTerms'
import type { FileLayer } from '../../src/storage/disk/fileLayer'
import { openLibrary } from '../../src/storage/openLibrary'
import { FALSE_LOSS, NOW, type Found } from './writing'

const DAY = /It was \d+ km on day \d+\./g
/** Milliseconds of quiet before a story file is written: short, so that a crash meets that too. */
const QUIET = [2, 12] as const

export const openRoom = async (
  folder: string,
  files: FileLayer | undefined,
  lock: 'take' | 'none',
  index?: IndexOptions,
  ids: Ids = sequentialIds,
): Promise<{ readonly room: Newsroom; readonly trouble: readonly string[] }> => {
  const store = await openLibrary({
    folder,
    lock,
    create: lock === 'take',
    person: 'Editor',
    now: () => NOW,
    newId: (kind) => kind,
    brief: true,
    ...(files ? { files } : {}),
  })
  const trouble: string[] = []
  try {
    const room = await Newsroom.open({
      store,
      clock: { now: () => NOW },
      ids,
      debouncer: debounceStory(...QUIET),
      ...(index ? { index } : {}),
    })
    room.on('storageFailed', ({ message }) => void trouble.push(message))
    return { room, trouble }
  } catch (error) {
    await store.close()
    throw error
  }
}

export const isNamed = ({ name }: { readonly name?: string }): boolean => name?.startsWith('Kept ') === true
export const daysOf = ({ blocks }: { readonly blocks: readonly { readonly text: string }[] }): number =>
  blocks.reduce((sum, { text }) => sum + [...text.matchAll(DAY)].length, 0)
export const movesOf = (entries: readonly { readonly kind: string }[]): number =>
  entries.filter(({ kind }) => kind === 'moved').length

/**
 * What a reader finds (`lock`: none), or the owner who opens the library next, mends it, looks into every story and
 * closes it.
 */
export async function findNewsroom(
  folder: string,
  files: FileLayer | undefined,
  lock: 'take' | 'none',
): Promise<Found> {
  const numbers = new Map<string, number>()
  const [closed, wrong, repairs]: readonly string[][] = [[], [], []]
  const found = { numbers, closed: closed ?? [], wrong: wrong ?? [], repairs: repairs ?? [] }
  try {
    const { room, trouble } = await openRoom(folder, files, lock)
    try {
      await readAll(room, found)
    } finally {
      if (lock === 'take') await room.close()
      else await room.store.close()
      found.wrong.push(...trouble)
    }
  } catch (error) {
    found.closed.push(String(error))
  }
  return found
}

async function readAll(
  room: Newsroom,
  {
    numbers,
    wrong,
    repairs,
    closed,
  }: { numbers: Map<string, number>; wrong: string[]; repairs: string[]; closed: string[] },
): Promise<void> {
  const { library } = room
  wrong.push(...library.losses.map(({ kind, detail }) => `library: ${FALSE_LOSS}, ${kind}: ${detail}`))
  repairs.push(...library.repairs)
  numbers.set('r library', library.roster.length)
  numbers.set('p library', library.roster.filter(({ pin }) => pin).length)
  numbers.set('x library', protectedTerms(library.sources).length)
  const ids = (await room.store.listStories()).toSorted()
  numbers.set('n library', ids.length)
  for (const id of ids) {
    try {
      const view = await runAction(room, '', 'story.show', { story: id })
      const story = await room.story(id)
      repairs.push(...story.repairs)
      wrong.push(...(view.losses ?? []).map(({ kind, detail }) => `${id}: ${FALSE_LOSS}, ${kind}: ${detail}`))
      const gate = await runAction(room, '', 'story.gate', { story: id, door: 'publish' })
      if (gate.blocks.some(({ rule }) => rule === 'loss')) wrong.push(`${id}: ${FALSE_LOSS}: it is closed`)
      numbers.set(`u ${id}`, daysOf(view))
      numbers.set(`t ${id}`, view.facts.length)
      numbers.set(`f ${id}`, view.facts.filter(({ status }) => status !== 'toCheck' && status !== 'reCheck').length)
      numbers.set(`k ${id}`, view.comments.length)
      numbers.set(`m ${id}`, movesOf(story.entries))
      numbers.set(`v ${id}`, (await runAction(room, '', 'version.list', { story: id })).versions.filter(isNamed).length)
    } catch (error) {
      closed.push(`${id}: ${String(error)}`)
    }
  }
}
