import { sheetText } from '../../../src/catalogue/writing/sheet'
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { LossNote } from '../../../src/renderer/sheet/note/LossNote'
import type { TrustLoss } from '../../../src/story/ledger/loss'
import { storyFrom } from '../../builders/stories/storyFrom'
import { fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const LOSS: TrustLoss = { kind: 'log', where: 's1', detail: 'The end of the log is missing.' }
const OTHER: TrustLoss = { kind: 'ledgerEnd', where: 's1', detail: 'The end of the ledger is missing.' }

test('a loss is announced once, not again after each change of the words, and another one is', async () => {
  const storyOf = (words: string, losses: readonly TrustLoss[]) => ({
    ...storyFrom(`Leaders meet\nDeck\n${words}`),
    losses,
  })
  const fake = fakeWindow({ story: storyOf('They met.', [LOSS]) })
  page = await put(fake.services, <LossNote />)
  const said = () => {
    const { announced, times } = fake.services.notices.store.getState()
    return { announced, times }
  }
  const first = said()
  act(() => fake.show(storyOf('They met again.', [LOSS])))
  const typed = said()
  act(() => fake.show(storyOf('They met again.', [LOSS, OTHER])))
  const begin = sheetText('loss.story')
  expect([first, typed, said()]).toEqual([
    { announced: `${begin} ${LOSS.detail}`, times: 1 },
    { announced: `${begin} ${LOSS.detail}`, times: 1 },
    { announced: `${begin} ${LOSS.detail} ${OTHER.detail}`, times: 2 },
  ])
})
