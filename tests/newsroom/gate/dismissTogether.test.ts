import { expect, test } from 'vitest'
import { findingName } from '../../../src/story/ledger/events/gateEvent'
import { seenOfFinding } from '../../../src/story/assessment/seenFinding'
import { busanDesk, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string }

/** The names, dates and places without a tag that a person sees now. */
async function names({ act, room, story }: Desk) {
  const open = await room.storyNow(story)
  const { warns } = await act('Editor', 'story.gate', { story, door: 'clear' })
  return warns
    .filter(({ rule }) => rule === 'untaggedName')
    .map((finding) => ({
      rule: finding.rule,
      key: finding.key,
      seen: seenOfFinding(finding, open.value().copy, open.assessments()),
    }))
}

const keysOf = (findings: readonly { readonly rule: string; readonly key: string }[]) =>
  findings.map(({ rule, key }) => ({ rule, key }))

test('an editor marks several names in one act, and each lapses with its own sentence', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  const before = await names(desk)
  expect(before.length).toBeGreaterThan(2)
  const some = before.slice(0, 2)
  expect(await act('Editor', 'finding.dismissTogether', { story, findings: some })).toEqual({
    dismissed: keysOf(some),
    refused: [],
  })
  expect((await names(desk)).map(findingName)).toEqual(before.slice(2).map(findingName))
  expect((await act('Editor', 'story.history', { story })).slice(-2)).toMatchObject(
    keysOf(some).map((one) => ({ kind: 'dismissed', by: 'Editor', ...one })),
  )
})

test('the author marks nothing, and hears why for each', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  const before = await names(desk)
  const { dismissed, refused } = await act('Reporter', 'finding.dismissTogether', { story, findings: before })
  expect(dismissed).toEqual([])
  expect(new Set(refused.map(({ why }) => why))).toEqual(
    new Set(['Reporter is the author or has a byline. Someone else must say that there is nothing to check.']),
  )
  expect((await names(desk)).length).toBe(before.length)
})

test('what blocks clearing is refused in a lot, and so is what the person saw otherwise', async () => {
  const desk = await busanDesk()
  const { act, room, story } = desk
  const open = await room.storyNow(story)
  const quote = (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks.find(
    ({ rule }) => rule === 'untaggedQuote',
  )
  const [first] = await names(desk)
  if (!quote || !first) throw new Error('The story has no quotation and no name without a tag.')
  const { rule, key } = quote
  const { dismissed, refused } = await act('Editor', 'finding.dismissTogether', {
    story,
    findings: [
      { rule, key, seen: seenOfFinding(quote, open.value().copy, open.assessments()) },
      { ...first, seen: '0'.repeat(64) },
      { rule: 'untaggedName', key: 'gone', seen: first.seen },
    ],
  })
  expect(dismissed).toEqual([])
  expect(refused.map(({ why }) => why)).toEqual([
    'Issues cannot be marked together. Mark each one separately.',
    'This place is no longer as you saw it, so nothing was done. Look at it again.',
    'These words have changed since, so nothing was done. Look at them again.',
  ])
})

test('a person takes back only their own “nothing to check”', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  await act('Editor', 'roster.add', { name: 'Second', role: 'editor' })
  const before = await names(desk)
  const [one, other] = before
  if (!one || !other) throw new Error('The story has no two names without a tag.')
  await act('Editor', 'finding.dismissTogether', { story, findings: [one, other] })
  await expect(act('Second', 'finding.undismiss', { story, findings: keysOf([one]) })).rejects.toMatchObject({
    reason: 'refused',
    message: 'Second marked none of these “nothing to check”, so nothing was taken back.',
  })
  expect((await names(desk)).length).toBe(before.length - 2)
  expect(await act('Editor', 'finding.undismiss', { story, findings: keysOf([one]) })).toEqual({
    findings: keysOf([one]),
  })
  expect((await names(desk)).map(findingName)).toEqual(before.filter((name) => name !== other).map(findingName))
})
