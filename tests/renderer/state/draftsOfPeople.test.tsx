import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useDraft, useOpenText } from '../../../src/renderer/state/hooks/useDraft'
import { fakeWindow, find, put, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

function Forms() {
  const { draft, change } = useDraft((forms) => forms.answers, 's1', { text: '' })
  const { text = '', write } = useOpenText((forms) => forms.reply, 's1 c1')
  return (
    <>
      <textarea aria-label="Answers" value={draft.text} onChange={(event) => change({ text: event.target.value })} />
      <textarea aria-label="Reply" value={text} onChange={(event) => write(event.target.value)} />
    </>
  )
}

test('who takes over a window sees no words that somebody else began, and takes none away', async () => {
  const fake = fakeWindow()
  const { newsroom } = fake.services
  const become = (person: string): Promise<void> =>
    act(async () => {
      newsroom.store.setState({ person })
      await Promise.resolve()
    })
  const shown = (): readonly string[] =>
    ['Answers', 'Reply'].map((name) => find<HTMLTextAreaElement>('textarea', name).value)
  await become('Ana')
  page = await put(fake.services, <Forms />)
  await type(find('textarea', 'Answers'), 'Yes, 300.')
  await type(find('textarea', 'Reply'), 'The port.')
  await become('Ben')
  const ofBen = shown()
  await type(find('textarea', 'Answers'), 'No.')
  await type(find('textarea', 'Reply'), 'The mayor.')
  await become('Ana')
  expect([ofBen, shown()]).toEqual([
    ['', ''],
    ['Yes, 300.', 'The port.'],
  ])
  await become('Ben')
  expect(shown()).toEqual(['No.', 'The mayor.'])
})
