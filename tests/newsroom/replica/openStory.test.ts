import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { loadDoc } from '../../../src/document/createStoryDoc'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { newsDesk, NOW } from '../newsDesk'

test('the story file of a long story may wait, but not after the change log was compacted', async () => {
  const { act, store } = await newsDesk()
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'long.txt',
    bytes: new TextEncoder().encode(`Headline\n\nDeck\n\n${'All the words of it. '.repeat(700)}\n\nEnd.`),
  })
  // Nearly as many changes as a log holds before it is compacted.
  const { updates } = await store.loadStory(story)
  const doc = loadDoc(updates)
  for (let left = 1998 - updates.length; left > 0; left--) {
    const before = Y.encodeStateVector(doc)
    doc.getMap('writers').set(String(left), 'Reporter')
    await store.appendUpdate(story, Y.encodeStateAsUpdate(doc, before))
  }
  const room = await Newsroom.open({
    store,
    clock: { now: () => NOW },
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  const open = await room.storyNow(story)
  await open.saving.settle()
  const done: string[] = []
  const [compact, write] = [store.compactStory.bind(store), store.writeStoryFile.bind(store)]
  store.compactStory = (...given) => {
    done.push('compacted')
    return compact(...given)
  }
  store.writeStoryFile = (...given) => {
    done.push('shown')
    return write(...given)
  }
  for (const [nth, expected] of [
    [1, []],
    [2, ['compacted', 'shown']],
    [3, []],
  ] as const) {
    await open.edit('Reporter', (replica) => replica.getMap('writers').set(`more ${nth}`, 'Reporter')).saved
    await open.saving.settle({ whole: false })
    expect(done.splice(0)).toEqual(expected)
  }
})

test('a change leaves all assessments but those around it as they are', async () => {
  const { act, room } = await newsDesk()
  const { id } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Headline\n\nDeck\n\nIt cost 100 won.\n\nIt cost 200 won.\n\nThe end.\n\nBye.'),
  })
  for (const text of ['100', '200']) await act('Reporter', 'fact.tag', { story: id, text, type: 'figure' })
  const story = await room.story(id)
  const [losses, before] = [story.value().losses, story.assessments()]
  await act('Reporter', 'story.setField', { story: id, field: 'slug', value: 'another' })
  // Another list of losses would have every fact read again.
  expect(story.value().losses).toBe(losses)
  expect(story.assessments()).not.toBe(before)
  expect(story.assessments().map((fact, at) => fact === before[at])).toEqual([true, true])
})

test('what a window gets is the state that is known with the few changes since, and together the whole document', async () => {
  const { act, room } = await newsDesk()
  const { id } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Headline\n\nDeck\n\nIt cost 100 won.'),
  })
  const story = await room.story(id)
  const whole = story.state()
  const change = (nth: number) =>
    story.edit('Reporter', (replica) => replica.getMap('writers').set(`more ${nth}`, 'Reporter')).saved
  const counts: number[] = []
  for (let nth = 1; nth <= 10; nth++) {
    await change(nth)
    const updates = story.updates()
    counts.push(updates.length)
    if (nth === 1) expect(updates[0]).toBe(whole)
    expect(Y.encodeStateAsUpdate(loadDoc(updates))).toEqual(Y.encodeStateAsUpdate(story.doc))
  }
  // After eight changes the document is written anew.
  expect(counts).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 1, 2])
  expect(Y.encodeStateAsUpdate(loadDoc([story.state()]))).toEqual(Y.encodeStateAsUpdate(story.doc))
  expect(story.state()).toBe(story.state())
})
