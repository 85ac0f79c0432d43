/** Keys change while the history of an open story cannot be read by them: nothing of it counts as checked till then. */
import { afterEach, expect, test, vi } from 'vitest'
import { StoryMerging } from '../../../src/newsroom/replica/storyMerging'
import { LedgerBook } from '../../../src/newsroom/ledger/ledgerBook'
import { trust } from './machines'
import { handOver, merge, shown, two, verify } from './twoMachines'

afterEach(() => void vi.restoreAllMocks())

/** A figure that Lee verified at the desk. Kim, whom nobody there trusts yet, found it wrong. */
async function foundWrong() {
  const { desk, train, story, fact } = await two()
  await trust('Kim', train, 'Lee', desk, 'editor')
  await trust('Kim', train, 'Ben', desk, 'reporter')
  await verify(desk, 'Lee', story, fact)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await train.act('Kim', 'fact.sign', { story, fact, status: 'wrong', reason: 'It was 90.' })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  return { desk, train, story }
}
const UNREAD =
  'This library trusts different keys now, and Stet could not check the history by them. Open the story again.'

test('a tick does not stand while the history cannot be read by the keys of now', async () => {
  const { desk, train, story } = await foundWrong()
  expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: verified'])
  const open = await desk.room.storyNow(story)
  const said: string[] = []
  desk.room.on('storageFailed', ({ message }) => said.push(message))
  vi.spyOn(LedgerBook.prototype, 'whileHeld').mockRejectedValue(new Error('A merge is on its way.'))
  await trust('Lee', desk, 'Kim', train, 'editor')
  expect(open.view().facts.map(({ status, reasons }) => [status, ...reasons])).toEqual([['reCheck', 'loss']])
  expect(
    (await desk.act('Lee', 'story.gate', { story, door: 'clear' })).blocks.map(({ message }) => message),
  ).toContain(
    `${UNREAD} The words are safe. Until an editor accepts this loss, this story cannot be signed, cleared, published or exported. It can still be killed.`,
  )
  expect(said).toEqual(['A merge is on its way.', 'A merge is on its way.'])
  vi.restoreAllMocks()
  expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: wrong'])
  expect(open.losses.keysUnread).toBe(false)
})

test('what was accepted while it could not be read is signed again', async () => {
  const { desk, train, story } = await foundWrong()
  vi.spyOn(StoryMerging.prototype, 'readKeysAgain').mockRejectedValue(new Error('A merge is on its way.'))
  await trust('Lee', desk, 'Kim', train, 'editor')
  const { losses = [] } = (await desk.room.storyNow(story)).value()
  expect(losses.map(({ detail }) => detail)).toEqual([UNREAD])
  await desk.act('Lee', 'story.acceptLoss', {
    story,
    losses: losses.map(({ kind, where }) => `${kind} ${where}`),
    reason: 'It opens elsewhere.',
  })
  expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: reCheck (loss)'])
})
