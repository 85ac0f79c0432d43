/** A newsroom in memory with a still clock, counted ids and manual debouncing: every run gives the same ledger. */
import * as Y from 'yjs'
import { runAction } from '../../src/newsroom/runAction'
import { sequentialIds } from '../../src/newsroom/environment/ids'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import { debounceByHand } from '../builders/time/debounceByHand'
import { MemoryStore } from '../builders/library/memoryStore'
import type { StoryStore } from '../../src/storage/disk/storyStore'
import { newDoc } from '../../src/document/createStoryDoc'
import type { ActionName, AnswerOf } from '../../src/story/requests/requests'
import type { Throwaway } from '../storage/throwawayLibrary'
import { withSeen, type Unseen } from './seen'

export const NOW = '2026-10-30T09:00:00.000Z'

/** What a window reads when its typing is refused for this reason. */
export const notTaken = (why: string): string =>
  `${why} These changes were not saved. Everything saved before is safe. Copy what you typed, open the story again and paste it.`
export const BUSAN = [
  'Trump and Xi hold first talks in six years',
  'Leaders meet in Busan to push trade deal',
  'President Donald Trump called Xi “a very tough negotiator,” and said he was glad.',
  'The meeting lasted about 100 minutes. They left separately.',
].join('\n\n')

export interface NewsDesk {
  readonly room: Newsroom
  readonly store: StoryStore
  readonly settle: ReturnType<typeof debounceByHand>
  /** A verdict that names no view signs the current one. */
  readonly act: <A extends ActionName>(by: string, action: A, request: Unseen<A>) => Promise<AnswerOf<A>>
}

/** A library with Reporter, Editor and Legal on its roster. */
export async function newsDesk(
  store: StoryStore = new MemoryStore('Reporter'),
  now: () => string = () => NOW,
): Promise<NewsDesk> {
  const settle = debounceByHand()
  const room = await Newsroom.open({ store, clock: { now }, ids: sequentialIds, debouncer: settle })
  const act = actIn(room)
  await act('Reporter', 'roster.add', { name: 'Reporter', role: 'reporter' })
  await act('Reporter', 'roster.add', { name: 'Editor', role: 'editor' })
  await act('Editor', 'roster.add', { name: 'Legal', role: 'legal' })
  return { room, store, settle, act }
}

const actIn =
  (room: Newsroom): NewsDesk['act'] =>
  async (by, action, request) =>
    runAction(room, by, action, await withSeen(room, action, request))

/** The desk in its library as it opens again after `harm` was done to the files. */
export async function openedAgain(
  desk: NewsDesk,
  library: Throwaway,
  harm: () => Promise<unknown> = () => Promise.resolve(),
): Promise<NewsDesk> {
  await desk.room.close()
  await harm()
  return openedOn(desk, await library.open({ create: false }))
}

/** The desk as it opens again on a copy of its library in memory. The desk itself stays open. */
export async function copiedDesk(desk: NewsDesk, store: MemoryStore): Promise<NewsDesk> {
  await desk.room.settleAll()
  return openedOn(desk, store.copy(), debounceByHand())
}

async function openedOn(desk: NewsDesk, store: StoryStore, settle = desk.settle): Promise<NewsDesk> {
  const { clock, ids } = desk.room
  const room = await Newsroom.open({ store, clock, ids, debouncer: settle })
  return { ...desk, store, room, settle, act: actIn(room) }
}

/** A newsroom with one story. */
export type BusanDesk = NewsDesk & { readonly story: string }

/** The story of `BUSAN` by Reporter, with a source "pool". */
export async function busanDesk(): Promise<BusanDesk & { readonly pool: string }> {
  const desk = await newsDesk()
  const { id: story } = await desk.act('Reporter', 'story.import', {
    name: 'busan.txt',
    bytes: new TextEncoder().encode(BUSAN),
  })
  const { id: pool } = await desk.act('Reporter', 'source.add', { name: 'Pool report 3', kind: 'pool' })
  return { ...desk, story, pool }
}

/** The story of `busanDesk` with what a story needs to go out, cleared with an override. */
export async function clearedBusan(): Promise<BusanDesk> {
  const desk = await busanDesk()
  await clearBusan(desk)
  return desk
}

/** Gives the story of `busanDesk` what a story needs to go out, clears it with an override, and publishes it. */
export async function publishBusan(desk: BusanDesk): Promise<void> {
  await clearBusan(desk)
  await desk.act('Editor', 'story.move', { story: desk.story, to: 'published' })
}

async function clearBusan({ act, story }: BusanDesk): Promise<void> {
  for (const [field, value] of [
    ['slug', 'busan'],
    ['byline', 'Reporter'],
    ['dateline', 'BUSAN'],
    ['provider', 'Stet'],
  ] as const)
    await act('Reporter', 'story.setField', { story, field, value })
  await act('Reporter', 'story.move', { story, to: 'filed' })
  await act('Editor', 'story.move', { story, to: 'inReview' })
  await act('Editor', 'story.move', { story, to: 'cleared', override: 'Known.' })
}

/** A window's replica of a story: types with its own client id and hands out its updates. */
export async function windowOn(
  { room }: NewsDesk,
  story: string,
  by: string,
): Promise<{ readonly doc: Y.Doc; readonly type: (change: (doc: Y.Doc) => void) => Uint8Array }> {
  const open = await room.storyNow(story)
  const client = await open.join(by)
  const doc = newDoc(client)
  Y.applyUpdate(doc, open.state())
  return {
    doc,
    type(change) {
      const before = Y.encodeStateVector(doc)
      doc.transact(() => change(doc))
      return Y.encodeStateAsUpdate(doc, before)
    },
  }
}

/** The text and status of each fact of a story, as a person reads the list. */
export const standing = async (desk: NewsDesk, story: string): Promise<readonly string[]> =>
  (await desk.act('Editor', 'story.show', { story })).facts.map(
    ({ text, status, reasons }) => `${text}: ${status}${reasons.length ? ` (${reasons.join(', ')})` : ''}`,
  )
