/** A comment that is sent: once, and without taking what the person began meanwhile. */
import type { Editor } from '@tiptap/core'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Schema } from '@tiptap/pm/model'
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { NewComment } from '../../../src/renderer/comments/write/NewComment'
import { usePanels } from '../../../src/renderer/state'
import type { CommentAsked } from '../../../src/renderer/state/stores/drafts'
import type { Outcome } from '../../../src/ipc/contract'
import { storyFrom } from '../../builders/stories/storyFrom'
import { click, did, fakeWindow, find, press, put, refused, type, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const story = storyFrom('Leaders meet\nDeck\nWords.')
const asked = { story: story.id }
const other = { story: story.id, place: { block: 2, from: 0, to: 5, words: 'Words' } }

const schema = new Schema({ nodes: { doc: { content: 'p+' }, p: { content: 'text*' }, text: {} } })
/** “Words” is selected. */
function wordsSelected(): EditorState {
  const doc = schema.node('doc', null, [schema.node('p', null, [schema.text('Words')])])
  return EditorState.create({ doc, selection: TextSelection.create(doc, 1, 6) })
}

interface Sent extends FakeWindow {
  readonly count: () => number
  /** How often the words got the keyboard. */
  readonly toWords: () => number
  /** The selection in the words, from and to. */
  readonly selected: () => readonly [number, number]
  /** The person clicks into the words. */
  readonly goToWords: () => void
  readonly answer: (outcome: Outcome<unknown>) => Promise<void>
}

/** Types a comment and presses Enter in it. The answer waits. */
async function send(on: CommentAsked = asked): Promise<Sent> {
  let give = (_outcome: Outcome<never>): void => undefined
  const waits = new Promise<Outcome<never>>((resolve) => (give = resolve))
  const fake = fakeWindow({ story, answers: { 'comment.add': () => waits } })
  let focused = 0
  let isInWords = false
  let state = wordsSelected()
  const view = {
    focus: () => void focused++,
    hasFocus: () => isInWords,
    dispatch: (tr: Transaction) => void (state = state.apply(tr)),
  }
  const editor = {
    ...{ isDestroyed: false, isEditable: true, view },
    get state() {
      return state
    },
  } as unknown as Editor
  const Comments = () => {
    const commenting = usePanels((panels) => panels.commenting)
    return (
      <>
        {commenting ? (
          <NewComment key={JSON.stringify(commenting)} story={{ id: story.id, editor }} asked={commenting} />
        ) : null}
        <input aria-label="search" />
      </>
    )
  }
  fake.services.panels.store.setState({ commenting: on })
  page = await put(fake.services, <Comments />)
  await type(find('textarea', 'Comment'), 'Who says so?')
  await press(find('textarea', 'Comment'), 'Enter')
  return {
    ...fake,
    count: () => fake.asked.filter(({ action }) => action === 'comment.add').length,
    toWords: () => focused,
    selected: () => [state.selection.from, state.selection.to],
    goToWords: () => void (isInWords = true),
    answer: (outcome) =>
      act(async () => {
        give(outcome as Outcome<never>)
        await waits
      }),
  }
}
const commenting = (fake: FakeWindow): unknown => fake.services.panels.store.getState().commenting

test('Enter pressed twice before the answer sends one comment, and the form closes', async () => {
  const fake = await send()
  await press(find('textarea', 'Comment'), 'Enter')
  expect(fake.count()).toBe(1)
  await fake.answer(did({ id: 'c1' }))
  expect([commenting(fake), fake.toWords(), fake.services.panels.drafts.comment.keys()]).toEqual([null, 1, []])
  expect(fake.services.notices.store.getState().announced).toBe('Comment added.')
})

test('a comment that is refused can be sent again', async () => {
  const fake = await send()
  await fake.answer(refused('The story is killed.'))
  await press(find('textarea', 'Comment'), 'Enter')
  expect([fake.count(), find<HTMLTextAreaElement>('textarea', 'Comment').value]).toEqual([2, 'Who says so?'])
})

test('a comment on other words that was begun meanwhile stays open with the keyboard', async () => {
  const fake = await send()
  await act(async () => fake.services.panels.store.setState({ commenting: other }))
  await type(find('textarea', 'Comment'), 'Too long')
  await fake.answer(did({ id: 'c1' }))
  expect([commenting(fake), fake.toWords(), document.activeElement]).toEqual([other, 0, find('textarea', 'Comment')])
  expect(find<HTMLTextAreaElement>('textarea', 'Comment').value).toBe('Too long')
})

test('a person who types in another field meanwhile keeps the keyboard there, and the form closes', async () => {
  const fake = await send()
  find('input', 'search').focus()
  await fake.answer(did({ id: 'c1' }))
  expect([commenting(fake), fake.toWords(), document.activeElement]).toEqual([null, 0, find('input', 'search')])
})

test('Escape that ends what an input method composes leaves the form open', async () => {
  const fake = await send()
  await fake.answer(refused('The story is killed.'))
  await press(find('textarea', 'Comment'), 'Escape', { isComposing: true })
  expect([commenting(fake), find<HTMLTextAreaElement>('textarea', 'Comment').value]).toEqual([asked, 'Who says so?'])
})

test('the caret goes behind the words of the comment, but who selected others meanwhile keeps them', async () => {
  const fake = await send(other)
  await fake.answer(did({ id: 'c1' }))
  expect([fake.selected(), fake.toWords()]).toEqual([[6, 6], 1])
  page?.unmount()
  const gone = await send(other)
  gone.goToWords()
  await gone.answer(did({ id: 'c1' }))
  expect([gone.selected(), gone.toWords(), commenting(gone)]).toEqual([[1, 6], 0, null])
})

test('after Escape and Cancel the caret stands behind the words, so that the next letter replaces nothing', async () => {
  const fake = await send(other)
  await fake.answer(refused('The story is killed.'))
  await press(find('textarea', 'Comment'), 'Escape')
  expect([fake.selected(), fake.toWords(), commenting(fake)]).toEqual([[6, 6], 1, null])
  page?.unmount()
  const cancelled = await send(other)
  await cancelled.answer(refused('The story is killed.'))
  await click(find('button', 'Cancel'))
  expect([cancelled.selected(), cancelled.toWords(), commenting(cancelled)]).toEqual([[6, 6], 1, null])
})
