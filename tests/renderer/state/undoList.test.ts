import { beforeEach, expect, test } from 'vitest'
import { Notices } from '../../../src/renderer/state/stores/notices'
import { UndoList } from '../../../src/renderer/state/stores/undoList'

let notices: Notices
let list: UndoList
let done: string[]
const undo =
  (name: string, isRefused = false) =>
  async () => {
    done.push(name)
    return isRefused ? undefined : {}
  }
beforeEach(() => {
  notices = new Notices()
  list = new UndoList(notices)
  done = []
})

test('a step is offered by the notice and taken back by its button, once', async () => {
  list.offer('Comment resolved.', undo('comment'))
  const [notice] = notices.store.getState().list
  expect([notice?.text, notice?.act?.label]).toEqual(['Comment resolved.', 'Undo'])
  notice?.act?.run()
  notice?.act?.run()
  await list.undoNewest()
  expect([done, list.newest, notices.store.getState().announced]).toEqual([
    ['comment'],
    undefined,
    'Undone: Comment resolved.',
  ])
})

test('the key takes back the newest step, then the one before', async () => {
  list.offer('Field changed: slug.', undo('slug'))
  list.offer('Type changed from figure to date.', undo('type'))
  await list.undoNewest()
  await list.undoNewest()
  expect(done).toEqual(['type', 'slug'])
})

test('the key takes the notice of its step away and leaves the others', async () => {
  const shown = (): readonly string[] => notices.store.getState().list.map(({ text }) => text)
  notices.showLastingAlert('The disk is full.')
  list.offer('Comment resolved.', undo('comment'))
  const before = shown()
  await list.undoNewest()
  expect([before, shown()]).toEqual([['The disk is full.', 'Comment resolved.'], ['The disk is full.']])
})

test('what is refused is not called undone', async () => {
  list.offer('Field changed: slug.', undo('slug', true))
  await list.undoNewest()
  expect([done, notices.store.getState().announced]).toEqual([['slug'], ''])
})

test('what does not hold any more is not taken back, and a notice says so', async () => {
  list.offer('Field changed: assignee.', undo('assignee'), async () => false)
  await list.undoNewest()
  const now = notices.store.getState()
  expect([done, list.newest, now.announced, now.list.map(({ tone, text }) => [tone, text])]).toEqual([
    [],
    undefined,
    '',
    [['alert', 'Not undone: Field changed: assignee. Someone has changed it since.']],
  ])
})

test('two steps on one field are taken back one after the other when the key is pressed twice', async () => {
  let slug = 'third'
  const back = (to: string) => async () => {
    await Promise.resolve()
    return (slug = to)
  }
  list.offer('Field changed: slug.', back('first'), async () => slug === 'second')
  list.offer('Field changed: slug.', back('second'), async () => slug === 'third')
  await Promise.all([list.undoNewest(), list.undoNewest()])
  expect([slug, notices.store.getState().list.filter(({ tone }) => tone === 'alert')]).toEqual(['first', []])
})

test('nothing is taken back when it cannot be read whether it still holds', async () => {
  list.offer('Field changed: assignee.', undo('assignee'), async () => undefined)
  await list.undoNewest()
  expect([done, notices.store.getState().announced]).toEqual([[], ''])
})

test('another story takes the steps of the former one away', async () => {
  list.offer('Field changed: slug.', undo('slug'))
  list.clear()
  await list.undoNewest()
  expect([done, list.newest]).toEqual([[], undefined])
})
