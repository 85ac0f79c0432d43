/** A library on the disk and the folder of its index, from process to process. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { runAction } from '../../../src/newsroom/runAction'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { openLibrary } from '../../../src/storage/openLibrary'
import type { ActionName, AnswerOf, RequestOf } from '../../../src/story/requests/requests'
import { wholeIndex } from '../../builders/library/wholeIndex'
import { NOW } from '../newsDesk'

export interface Process {
  readonly room: Newsroom
  readonly act: <A extends ActionName>(action: A, request: RequestOf<A>) => Promise<AnswerOf<A>>
  /** Story ids that were read from the disk for the index. */
  readonly read: string[]
  /** Story ids that were opened. */
  readonly opened: string[]
  readonly troubles: string[]
  readonly told: (readonly string[])[]
}

export class KeptLibrary {
  readonly base = mkdtempSync(join(tmpdir(), 'stet-keeper-'))
  readonly library = join(this.base, 'library')
  readonly cache = join(this.base, 'cache')
  #n = 0

  /** Opens the library as the next process does. Its clock goes on by a second with each look. */
  readonly start = async ({
    lock = 'take',
    folder = this.cache,
    ahead = false,
    listsAfter,
  }: {
    readonly lock?: 'take' | 'none'
    readonly folder?: string
    readonly ahead?: boolean
    /** The stories are listed once this resolves. */
    readonly listsAfter?: Promise<unknown>
  } = {}): Promise<Process> => {
    const store = await openLibrary({
      folder: this.library,
      create: true,
      lock,
      person: 'Reporter',
      now: () => NOW,
      newId: (kind) => kind,
      brief: true,
    })
    const read: string[] = []
    const readEntry = store.readEntry.bind(store)
    store.readEntry = (id) => {
      read.push(id)
      return readEntry(id)
    }
    const opened: string[] = []
    const loadStory = store.loadStory.bind(store)
    store.loadStory = (id) => {
      opened.push(id)
      return loadStory(id)
    }
    const listStories = store.listStories.bind(store)
    store.listStories = async () => {
      await listsAfter
      return listStories()
    }
    const room = await Newsroom.open({
      store,
      clock: { now: () => new Date(Date.parse(NOW) + ++this.#n * 1000).toISOString() },
      ids: sequentialIds,
      debouncer: debounceByHand(),
      index: { folder, ...(ahead ? { ahead } : {}) },
    })
    const troubles: string[] = []
    const told: (readonly string[])[] = []
    room.on('storageFailed', ({ message }) => void troubles.push(message))
    room.on('storiesChanged', ({ rows }) => void told.push(rows.map(({ id }) => id)))
    return {
      room,
      read,
      opened,
      troubles,
      told,
      act: (action, request) => runAction(room, 'Reporter', action, request),
    }
  }

  /** The index equals one that is made of nothing, compared whole. */
  readonly expectLikeRebuilt = async (): Promise<void> => {
    const kept = wholeIndex(this.cache)
    const again = join(this.base, `again-${++this.#n}`)
    const reader = await this.start({ lock: 'none', folder: again })
    await headlines(reader)
    await reader.room.close()
    expect(kept).toEqual(wholeIndex(again))
  }

  /** Three stories, which the index has. */
  readonly three = async (): Promise<void> => {
    const first = await this.start()
    for (const text of [
      'Harbour strike\n\nDeck\n\nCrews walked out.',
      'Ferry talks\n\nDeck\n\nThey met.',
      'Budget\n\nDeck\n\nTaxes.',
    ])
      await bring(first, text)
    await headlines(first)
    await first.room.close()
  }

  readonly remove = (): void => rmSync(this.base, { recursive: true, force: true })
}

export const bring = async ({ act }: Process, text: string): Promise<string> =>
  (await act('story.import', { name: 'story.txt', bytes: new TextEncoder().encode(text) })).id
export const headlines = async ({ act }: Process): Promise<readonly string[]> =>
  (await act('story.list', {})).map(({ headline }) => headline)
