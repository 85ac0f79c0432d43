/** Undo beside the words says what it does not take back, before it takes back anything older. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { runCommand } from '../../../src/renderer/state'
import { useUndo } from '../../../src/renderer/shell/useUndo'
import type { WindowNewsroom } from '../../../src/renderer/state/stores/newsroom/windowNewsroom'
import { storyFrom } from '../../builders/stories/storyFrom'
import { oneDesk, shown, type as typeWords } from '../../editor/desk'
import { did, fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

function Keys() {
  useUndo()
  return null
}

/** Beside a sheet in which this person has typed. */
async function typed() {
  const sheet = oneDesk('headline: Leaders meet', 'deck: Talks', 'It ran for 17 hours.')
  const before = shown(sheet).join()
  typeWords(sheet, 'Late ')
  const { services } = fakeWindow({
    story: storyFrom('Leaders meet\nTalks\nIt ran for 17 hours.'),
    answers: {
      'fact.derive': () => did({ agrees: true, shown: '17' }),
      'fact.find': () => did({ place: null }) as never,
      'query.answers': () => did({}) as never,
      'file.keep': () => did({}) as never,
      'fact.retype': () => did({}),
      'version.restore': () => did({}) as never,
      'suggestion.accept': () => did({}) as never,
    },
  })
  const { newsroom, notices } = services
  const { session } = newsroom.store.getState()
  if (session) newsroom.store.setState({ session: Object.assign(session, { editor: sheet.editor, editedAt: 1 }) })
  page = await put(services, <Keys />)
  return {
    newsroom,
    undo: () => act(async () => void runCommand('edit.undo')),
    derive: () => act(async () => void (await newsroom.act('fact.derive', { story: 's1', fact: 'f1' }))),
    /** Whether the typing stands, and what is said. */
    outcome: () => [shown(sheet).join() !== before, notices.store.getState().list.map(({ text }) => text)],
  }
}

const SAID =
  'Undo does not take back what you did last, and nothing changed. Undo once more to take back what came before it.'

test('after a calculation, undo leaves older typing and says so; undo once more takes the typing back', async () => {
  const { undo, derive, outcome } = await typed()
  await derive()
  await undo()
  expect(outcome()).toEqual([true, [SAID]])
  await undo()
  expect(outcome()[0]).toBe(false)
})

test('an earlier step of undo waits likewise, and taking it back is no action that undo asks about', async () => {
  const { newsroom, undo, derive, outcome } = await typed()
  const retype = () => newsroom.act('fact.retype', { story: 's1', fact: 'f1', type: 'name' })
  await act(async () => newsroom.undoList.offer('Type changed.', async () => (await retype()).ok))
  await derive()
  await undo()
  expect([newsroom.undoList.newest === undefined, ...outcome()]).toEqual([false, true, [SAID]])
  await undo()
  expect([newsroom.undoList.newest, outcome()[0]]).toEqual([undefined, true])
  await undo()
  expect(outcome()[0]).toBe(false)
})

/** A type that is changed as the panel of the fact does it. */
async function retyped({ act: send, undoList }: WindowNewsroom, text: string) {
  const retype = () => send('fact.retype', { story: 's1', fact: 'f1', type: 'name' })
  await act(async () => {
    await retype()
    undoList.offer(text, async () => (await retype()).ok)
  })
}

test('steps are taken back one after the other, then the words before them, and nothing is said to stay', async () => {
  const { newsroom, undo, outcome } = await typed()
  await retyped(newsroom, 'One.')
  await retyped(newsroom, 'Two.')
  for (const left of [1, 0]) {
    await undo()
    expect([newsroom.undoList.store.getState().steps.length, ...outcome()]).toEqual([left, true, []])
  }
  await undo()
  expect(outcome()).toEqual([false, []])
})

test('a calculation between two steps is said to stay once the later step is taken back', async () => {
  const { newsroom, undo, derive, outcome } = await typed()
  await retyped(newsroom, 'One.')
  await derive()
  await retyped(newsroom, 'Two.')
  await derive()
  const left = () => newsroom.undoList.store.getState().steps.length
  const said = [] as unknown[]
  for (let times = 0; times < 6; times++) {
    await undo()
    said.push([left(), ...outcome()])
  }
  expect(said).toEqual([
    [2, true, [SAID]],
    [1, true, []],
    [1, true, [SAID]],
    [0, true, []],
    [0, false, []],
    [0, false, []],
  ])
})

test('many findings marked in several requests are one step', async () => {
  const { newsroom, undo, outcome } = await typed()
  await act(async () => {
    for (let times = 0; times < 3; times++) await newsroom.act('fact.retype', { story: 's1', fact: 'f1', type: 'name' })
    newsroom.undoList.offer('Marked.', async () => true)
  })
  await undo()
  await undo()
  expect(outcome()).toEqual([false, []])
})

test('a step without an action of the library, such as a word ignored, is none for what was done before it', async () => {
  const { newsroom, undo, derive, outcome } = await typed()
  await derive()
  await act(async () => newsroom.undoList.offerOwn('“Kim” ignored.', async () => true))
  await undo()
  expect(outcome()).toEqual([true, []])
  await undo()
  expect(outcome()).toEqual([true, [SAID]])
})

test('a story that is opened while a step is taken back has nothing that is said to stay', async () => {
  const { newsroom, undo, derive, outcome } = await typed()
  await derive()
  await act(async () => newsroom.undoList.offerOwn('Set.', async () => void newsroom.undoList.clear()))
  await undo()
  await undo()
  expect(outcome()).toEqual([false, []])
})

test('a step that does not hold any more, or is refused, is no action that undo asks about', async () => {
  const { newsroom, undo, outcome } = await typed()
  const look = () => newsroom.act('fact.retype', { story: 's1', fact: 'f1', type: 'name' })
  await act(async () => newsroom.undoList.offer('Set.', look, async () => !(await look()).ok))
  await undo()
  expect(outcome()).toEqual([true, ['Not undone: Set. Someone has changed it since.']])
  await undo()
  expect(outcome()[0]).toBe(false)
})

test.each([
  ['looks something up', 'fact.find', { story: 's1', fact: 'f1', source: 'pool' }],
  ['copies a file that is not attached yet', 'file.keep', { upload: 'u1' }],
  ['shows what would be done', 'query.answers', { story: 's1', text: 'Yes', preview: true }],
  ['is undone with the words', 'version.restore', { story: 's1', n: 1, mark: 'm1' }],
  ['accepts a suggestion, which is undone with the words', 'suggestion.accept', { story: 's1', suggestions: [] }],
] as const)('what only %s does not stand before the words', async (_what, action, request) => {
  const { newsroom, undo, outcome } = await typed()
  await act(async () => void (await newsroom.act(action, request as never)))
  await undo()
  expect(outcome()).toEqual([false, []])
})

test('in a story that takes no words, such as one just opened to read, undo says that there is nothing to undo', async () => {
  const { newsroom, undo, outcome } = await typed()
  newsroom.store.getState().session?.editor?.setEditable(false)
  await act(async () => newsroom.store.setState({ readOnly: 'It is read only.' }))
  await undo()
  expect(outcome()).toEqual([
    true,
    ['There is nothing to undo in this story. What you did before you opened it stays.'],
  ])
})
