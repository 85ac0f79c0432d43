/** Must-fix marks against somebody who may take off only their own, and marks that somebody took off rightly. */
import { expect, test } from 'vitest'
import { addComment, changeComment } from '../../../src/document/comments'
import { KEEPS_COPY } from '../../../src/newsroom/replica/storyEditing'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { Machine } from './machines'
import { bothTrust, handOver, merge, two } from './twoMachines'

type Says = Extract<LedgerEvent, { kind: 'commentMarked' }>['says']

/** Lee's comment on words that Kim wrote, on both machines. */
async function onWordsOfKim() {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  const { id: comment } = await desk.act('Lee', 'comment.add', { story, text: 'Says who?', on: '100 minutes' })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await train.act('Kim', 'copy.replace', { story, replace: '100 minutes', with: '110 minutes' })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  return { desk, train, story, comment }
}

/** A Stet signs it without asking. */
async function signs(on: Machine, story: string, comment: string, says: Says, by = 'Kim'): Promise<void> {
  const open = await on.room.story(story)
  const resolved = { by, at: '2026-11-28T09:00:00.000Z' }
  const change = says === 'resolved' ? { resolved } : { mustFix: says === 'mustFix', by }
  await open.edit(by, (doc) => changeComment(doc, comment, change), KEEPS_COPY).saved
  await open.note(by, { kind: 'commentMarked', comment, says, text: 'Says who?' }).written
}

/** Who asks for the fix of each open comment that must be fixed. */
const asked = async (on: Machine, story: string) =>
  ((await on.room.story(story)).value().comments ?? []).flatMap(({ by, mustFix, mustFixBy, resolved }) =>
    mustFix && !resolved ? [mustFixBy ?? by] : [],
  )

test('who wrote the words and asks for the fix, too, resolves nothing that somebody else asks for', async () => {
  const { desk, train, story, comment } = await onWordsOfKim()
  await train.act('Kim', 'comment.change', { story, comment, mustFix: true })
  await desk.act('Lee', 'comment.change', { story, comment, mustFix: true })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  expect(await asked(desk, story)).toEqual(['Lee'])
  await signs(train, story, comment, 'resolved')
  expect((await merge(desk, 'Lee', await handOver(train, 'Kim', story)))?.refused).toBeUndefined()
  expect(await asked(desk, story)).toEqual(['Lee'])
})

test('an author resolves nothing that who wrote the words asks for, too', async () => {
  const { desk, train, story, comment } = await onWordsOfKim()
  await train.act('Kim', 'comment.change', { story, comment, mustFix: true })
  await desk.act('Ben', 'comment.change', { story, comment, mustFix: true })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  expect(await asked(train, story)).toEqual(['Ben'])
  await signs(desk, story, comment, 'resolved', 'Ben')
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  expect(await asked(train, story)).toEqual(['Ben'])
})

test.each(['train', 'desk'])(
  'what who wrote the words asked for and resolved opens again if somebody else asks meanwhile, the %s merges first',
  async (first) => {
    const { desk, train, story, comment } = await onWordsOfKim()
    await train.act('Kim', 'comment.change', { story, comment, mustFix: true })
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    await train.act('Kim', 'comment.change', { story, comment, resolved: true })
    await desk.act('Lee', 'comment.change', { story, comment, mustFix: true })
    const toDesk = async () => merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const toTrain = async () => merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await (first === 'desk' ? toDesk() : toTrain())
    await (first === 'desk' ? toTrain() : toDesk())
    expect([await asked(desk, story), await asked(train, story)]).toEqual([['Lee'], ['Lee']])
  },
)

test('a mark that no entry tells of is not taken off by way of a signed one', async () => {
  const { desk, train, story } = await onWordsOfKim()
  const open = await desk.room.story(story)
  const thread = { id: 'old', by: 'Lee', at: '2026-11-28T08:00:00.000Z', text: 'Says who?', words: '110 minutes' }
  await open.edit(
    'Lee',
    (doc) => addComment(doc, { ...thread, mustFix: true, assignee: '', replies: [] }, []),
    KEEPS_COPY,
  ).saved
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  for (const says of ['mustFix', 'notMustFix'] as const) {
    await signs(train, story, 'old', says)
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect(await asked(desk, story)).toEqual(['Lee'])
  }
})

test.each<[string, (train: Machine, story: string) => Promise<unknown>]>([
  [
    'wrote the words',
    (train, story) => train.act('Kim', 'copy.replace', { story, replace: '100 minutes', with: '110 minutes' }),
  ],
  [
    'has a byline',
    (train, story) =>
      train.act('Kim', 'story.setField', {
        story,
        field: 'byline',
        value: [{ name: 'Ben' }, { name: 'Kim' }] as never,
      }),
  ],
])('a mark that somebody took off does not come back because that person %s afterwards', async (_what, change) => {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  const { id: comment } = await desk.act('Lee', 'comment.add', {
    ...{ story, text: 'Says who?', on: '100 minutes', mustFix: true },
  })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await train.act('Kim', 'comment.change', { story, comment, mustFix: false })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  await change(train, story)
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  await desk.act('Lee', 'copy.replace', { story, replace: 'They left', with: 'Both left' })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  expect([await asked(desk, story), await asked(train, story)]).toEqual([[], []])
  // Who asks again is heard.
  await desk.act('Lee', 'comment.change', { story, comment, mustFix: true })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  expect(await asked(train, story)).toEqual(['Lee'])
  await signs(train, story, comment, 'notMustFix')
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  expect(await asked(desk, story)).toEqual(['Lee'])
})
