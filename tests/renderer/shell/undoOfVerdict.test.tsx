/** Undo after a verdict changes no words and takes no keyboard: it says how a verdict is taken back. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { runCommand } from '../../../src/renderer/state'
import { useUndo } from '../../../src/renderer/shell/useUndo'
import { storyFrom } from '../../builders/stories/storyFrom'
import { oneDesk, shown, type as typeWords } from '../../editor/desk'
import { did, fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

function Keys() {
  useUndo()
  return <p>Review</p>
}

/** In review, over a sheet in which this person typed before, or did not. */
async function review(typed: boolean) {
  const sheet = oneDesk('headline: Leaders meet', 'deck: Talks', 'It ran for 17 hours.')
  if (typed) typeWords(sheet, 'Late ')
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nTalks\nIt ran for 17 hours.'),
    answers: { 'fact.sign': () => did({ entry: 3 }), 'fact.withdraw': () => did({}) as never },
  })
  const { newsroom, panels, notices } = fake.services
  const { session } = newsroom.store.getState()
  if (session) newsroom.store.setState({ session: Object.assign(session, { editor: sheet.editor, editedAt: 1 }) })
  panels.setReview(true)
  page = await put(fake.services, <Keys />)
  const words = shown(sheet)
  let focused = 0
  Object.assign(sheet.editor.view, { focus: () => focused++ })
  const undo = () => act(async () => void runCommand('edit.undo'))
  return {
    undo,
    sign: () =>
      newsroom.act('fact.sign', { story: 's1', fact: 'f1', seen: '0'.repeat(64), status: 'verified', standing: [] }),
    takeBack: () => newsroom.act('fact.withdraw', { story: 's1', fact: 'f1', reason: 'Too soon' }),
    type: () => {
      typeWords(sheet, 'Very ')
      Object.assign(newsroom.store.getState().session ?? {}, { editedAt: performance.now() + 1 })
    },
    /** Whether the words are as they were, how often the sheet took the keyboard, and what is said. */
    outcome: () => [
      shown(sheet).join() === words.join(),
      focused,
      notices.store.getState().list.map(({ text }) => text),
    ],
  }
}

const NAMED =
  'Undo does not take back a verdict, and no words changed. Go back to the fact with B, then take the verdict back with T.'

test('after a verdict, undo leaves older typing as it is and names the keys that take the verdict back', async () => {
  const { undo, sign, outcome } = await review(true)
  await act(async () => void (await sign()))
  await undo()
  expect(outcome()).toEqual([true, 0, [NAMED]])
})

test('a verdict that was taken back since stands in nobody’s way', async () => {
  const { undo, sign, takeBack, outcome } = await review(true)
  await act(async () => void (await sign()))
  await act(async () => void (await takeBack()))
  await undo()
  const first = outcome()
  await undo()
  expect([first, outcome().slice(0, 2)]).toEqual([
    [
      true,
      0,
      [
        'Undo does not take back what you did last, and nothing changed. Undo once more to take back what came before it.',
      ],
    ],
    [false, 1],
  ])
})

test('words typed after the verdict are undone as ever', async () => {
  const { undo, sign, type, outcome } = await review(false)
  await act(async () => void (await sign()))
  type()
  await undo()
  expect(outcome()).toEqual([true, 1, []])
})

test('with nothing to undo, the sheet does not take the keyboard', async () => {
  const { undo, outcome } = await review(false)
  await undo()
  expect(outcome()).toEqual([true, 0, []])
})
