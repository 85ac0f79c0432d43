/** Opening a story takes a while. What the person does meanwhile counts. */
import * as Y from 'yjs'
import { afterEach, expect, test } from 'vitest'
import { createStoryDoc } from '../../../src/document/createStoryDoc'
import type { Outcome } from '../../../src/ipc/contract'
import type { OpenedStory } from '../../../src/ipc/openedStory'
import type { StorySession } from '../../../src/renderer/state/session/storySession'
import type { WindowNewsroom } from '../../../src/renderer/state/stores/newsroom/windowNewsroom'
import { readCopy } from '../../../src/document/reading/readStory'
import { copyFrom } from '../../builders/copy/copyFrom'
import { typeAtEnd } from '../../builders/copy/shapes'
import { did, fakeWindow } from '../fakeWindow'

let newsroom: WindowNewsroom | undefined
afterEach(() => newsroom?.store.getState().session?.close())

const COPY = copyFrom('Leaders meet\nDeck\nWords.')
const openedOf = (id: string): OpenedStory => ({
  ...{ id, guid: id, created: '', clientId: 0, repairs: [], losses: [], ledger: '[]', apart: [] },
  updates: [Y.encodeStateAsUpdate(createStoryDoc({ copy: COPY, fields: {} }, 1, 'Reporter'))],
  guarded: { why: 'It is from a newer Stet.', text: '' },
})

/** A window with the story `a` open. Main answers each request for a story when the test says so. */
function open() {
  const waiting: { readonly story: string; readonly give: (outcome: Outcome<OpenedStory>) => void }[] = []
  const closed: string[] = []
  const fake = fakeWindow({
    answers: { 'tray.list': () => did([]) },
    calls: {
      openStory: ({ story }) => new Promise((give) => void waiting.push({ story, give })),
      closeStory: ({ story }) => {
        closed.push(story)
        return did({})
      },
    },
  })
  ;({ newsroom } = fake.services)
  const flushes: boolean[] = []
  const answers = [true]
  const flush = (): Promise<boolean> => {
    const saved = answers.shift() ?? true
    flushes.push(saved)
    return Promise.resolve(saved)
  }
  const session = {
    id: 'a',
    autosave: { flush, mayLeave: flush },
    navigation: { showSearched: () => undefined },
    close: () => undefined,
  }
  newsroom.store.setState({ session: session as unknown as StorySession })
  /** Lets the requests go out, and answers the one at this place. */
  const answer = async (at: number): Promise<void> => {
    await Promise.resolve()
    const { story, give } = waiting[at] ?? {}
    if (story !== undefined) give?.(did(openedOf(story)))
  }
  return {
    ...{ newsroom, answer, closed, flushes, answers, tell: fake.tell },
    shown: () => newsroom?.store.getState().session?.id,
    said: () => fake.services.notices.store.getState().list.map(({ text }) => text),
  }
}

test('a story is shown when main has sent it, and the one before is closed', async () => {
  const { newsroom: room, answer, shown, closed, flushes } = open()
  const opening = room.openStory('b')
  await answer(0)
  // The words are saved before the request and again after it.
  expect([await opening, shown(), closed, flushes]).toEqual([true, 'b', ['a'], [true, true]])
})

test('the story that was asked for last is shown, whatever comes first, and main closes the other one', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const { newsroom: room, answer, shown, closed } = open()
    const both = [room.openStory('b'), room.openStory('c')]
    for (const at of order) await answer(at)
    expect([await Promise.all(both), shown(), [...closed].sort()]).toEqual([[false, true], 'c', ['a', 'b']])
    room.store.getState().session?.close()
  }
})

test('a person who goes back to the open story stays in it, and main closes the other one', async () => {
  const { newsroom: room, answer, shown, closed } = open()
  const opening = room.openStory('b')
  expect(await room.openStory('a')).toBe(true)
  await answer(0)
  expect([await opening, shown(), closed]).toEqual([false, 'a', ['b']])
})

test('a story that is asked for again stays open in main', async () => {
  const { newsroom: room, answer, shown, closed } = open()
  const both = [room.openStory('b'), room.openStory('b')]
  await answer(0)
  await answer(1)
  expect([await Promise.all(both), shown(), closed]).toEqual([[false, true], 'b', ['a']])
})

test('words that were typed meanwhile and cannot be saved keep their story open', async () => {
  const { newsroom: room, answer, answers, shown, closed, said } = open()
  answers.push(false)
  const opening = room.openStory('b')
  await answer(0)
  expect([await opening, shown(), closed]).toEqual([false, 'a', ['b']])
  expect(said()).toEqual([
    'The story stays open, because its latest words are not saved yet. Save a copy elsewhere first: then you can leave it.',
  ])
})

test('what others write after main has read the story is in its window, and so is all that they write later', async () => {
  const { newsroom: room, answer, tell } = open()
  const doc = createStoryDoc({ copy: COPY, fields: {} }, 1, 'Reporter')
  const write = (words: string): void => {
    const before = Y.encodeStateVector(doc)
    typeAtEnd(doc, 2, words)
    tell('storyUpdated', { story: 'b', update: Y.encodeStateAsUpdate(doc, before), by: 'Reporter' })
  }
  const opening = room.openStory('b')
  await answer(0)
  // Main has answered. The window still saves the words of the story before.
  write(' More.')
  await opening
  write(' And more.')
  const shown = room.store.getState().session?.doc
  expect(shown && readCopy(shown).map(({ text }) => text)).toEqual(['Leaders meet', 'Deck', 'Words. More. And more.'])
})
