/** A move that asks nothing says what it did, and what it leaves open. */
import { afterEach, expect, test } from 'vitest'
import { usePlainMove } from '../../../src/renderer/checks/move/usePlainMove'
import { storyFrom } from '../../builders/stories/storyFrom'
import { click, did, fakeWindow, find, put, refused, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

function File() {
  const move = usePlainMove()
  return (
    <button type="button" onClick={() => move('filed')}>
      File
    </button>
  )
}

async function file(answer: ReturnType<typeof did<{ stage: 'filed'; version: number }>> | ReturnType<typeof refused>) {
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}. TK', { f1: 'figure' }),
    answers: { 'story.move': () => answer },
  })
  page = await put(fake.services, <File />)
  await click(find('button', 'File'))
  return fake
}
const said = (fake: FakeWindow): readonly string[] =>
  fake.services.notices.store.getState().list.map(({ text }) => text)

test('a story that is filed with issues says how many the desk will find', async () => {
  expect(said(await file(did({ stage: 'filed', version: 1 })))).toEqual([
    expect.stringMatching(/^Stage: Filed\. \d+ issues would block clearing\.$/u),
  ])
})

test('a refused one says only why', async () => {
  expect(said(await file(refused('The library is full.')))).toEqual(['The library is full.'])
})
