/** Cleared holds for all that leaves. */
import { expect, test } from 'vitest'
import { replaceText } from '../../../src/document/editStory'
import { gateOf } from '../../../src/newsroom/gate/passGate'
import { hashCopy } from '../../../src/story/ledger/hash'
import { leavingOf } from '../../../src/story/ledger/leaving/leaving'
import { busanDesk, windowOn } from '../newsDesk'

async function clearedDesk() {
  const desk = await busanDesk()
  const { act, story } = desk
  await act('Reporter', 'story.setField', { story, field: 'slug', value: 'busan-summit' })
  await act('Reporter', 'story.move', { story, to: 'filed' })
  await act('Editor', 'story.move', { story, to: 'inReview' })
  await act('Editor', 'story.move', { story, to: 'cleared', override: 'A test.' })
  const stage = async () => (await act('Editor', 'story.show', { story })).stage
  return { ...desk, stage }
}

test.each([
  ['byline', [{ name: 'Ida' }]],
  ['copyrightLine', '© Desk'],
  ['usageTerms', 'none'],
  ['keywords', ['talks']],
  ['edNote', 'Hold.'],
  ['embargo', '2026-11-02T06:00:00Z'],
  ['language', 'ko'],
] as const)(
  'a cleared story whose %s is set goes back to review, and the history says what changed',
  async (field, value) => {
    const { act, story, room, stage } = await clearedDesk()
    await act('Reporter', 'story.setField', { story, field, value })
    expect(await stage()).toBe('inReview')
    const { entries } = await room.storyNow(story)
    expect(entries.at(-1)).toMatchObject({ kind: 'moved', automatic: true, changed: [field] })
  },
)

test.each([
  ['inReview', false],
  ['published', false],
  ['draft', true],
] as const)(
  'a look at the move to %s of cleared copy that was edited says what the move does, before the edit is noted',
  async (to, goes) => {
    const desk = await clearedDesk()
    const { act, story, room } = desk
    const { type } = await windowOn(desk, story, 'Reporter')
    const open = await room.story(story)
    await open.applyWindowUpdate(
      type((doc) => replaceText(doc, { block: 0, from: 0, to: 0 }, 'Now ')),
      'Reporter',
    )
    const move = (preview: boolean) =>
      act('Editor', 'story.move', { story, to, reason: 'Cut it.', preview }).then(
        (moved) => moved.stage,
        ({ reason, message }: Error & { readonly reason: string }) => ({ reason, message }),
      )
    const looked = await move(true)
    expect(open.ledger.standing.stage).toBe('cleared')
    expect([looked, typeof looked === 'string']).toEqual([await move(false), goes])
  },
)

test('a look at clearing edited copy again asks by the keys of now, as the move does', async () => {
  const desk = await busanDesk()
  const { act, story, room } = desk
  await act('Reporter', 'story.setField', { story, field: 'slug', value: 'busan-summit' })
  await act('Reporter', 'story.move', { story, to: 'filed' })
  await act('Editor', 'story.move', { story, to: 'inReview' })
  await act('Legal', 'comment.add', { story, text: 'Who says so?', mustFix: true, on: 'very tough' })
  const open = await room.storyNow(story)
  // What an earlier Stet noted: each override under the key that it had.
  const { blocks } = gateOf(room, open, 'clear')
  const overridden = blocks.map(({ rule, key, formerKeys: [former = key] = [] }) => ({
    rule,
    key: former,
    reason: 'Known.',
  }))
  await open.note('Editor', ...overridden.map((one) => ({ kind: 'overridden' as const, ...one }))).written
  const { copy, fields } = open.value()
  const moved = { kind: 'moved', from: 'inReview', to: 'cleared', blocks: 0, warns: 0, overrides: [] } as const
  await open.note('Editor', { ...moved, copyHash: hashCopy(copy), leaving: leavingOf(copy, fields) }).written
  const { type } = await windowOn(desk, story, 'Reporter')
  const last = copy.length - 1
  await open.applyWindowUpdate(
    type((doc) => replaceText(doc, { block: last, from: 56, to: 59 }, 'ely')),
    'Reporter',
  )
  const move = (preview: boolean) =>
    act('Editor', 'story.move', { story, to: 'cleared', preview }).then(
      ({ stage }) => stage,
      ({ message }: Error) => message,
    )
  const looked = await move(true)
  expect(open.ledger.standing.stage).toBe('cleared')
  expect([looked, await move(false)]).toEqual([MUST_FIX, MUST_FIX])
})

const MUST_FIX = '1 issue: Legal says this must be fixed: “Who says so?”.'

test('who works on it, and the length it should have, do not leave: it stays cleared', async () => {
  const { act, story, stage } = await clearedDesk()
  for (const [field, value] of [
    ['assignee', 'Editor'],
    ['desk', 'metro'],
    ['wordTarget', 300],
  ] as const)
    await act('Reporter', 'story.setField', { story, field, value })
  await act('Reporter', 'story.setField', { story, field: 'slug', value: 'busan-summit' })
  expect(await stage()).toBe('cleared')
})

test('a published story whose fields changed is not exported again until the next version', async () => {
  const { act, story, stage } = await clearedDesk()
  await act('Editor', 'story.move', { story, to: 'published', override: 'A test.' })
  await act('Reporter', 'story.setField', { story, field: 'byline', value: [{ name: 'Ida' }] })
  expect(await stage()).toBe('published')
  const blocks = (await act('Editor', 'story.gate', { story, door: 'publish' })).blocks.map(({ message }) => message)
  expect(blocks).toContain('Changed since it was cleared: byline. Undo the change, or have the story cleared again.')
  await act('Reporter', 'story.setField', { story, field: 'byline', value: [] })
  expect(
    (await act('Editor', 'story.gate', { story, door: 'publish' })).blocks.filter(({ rule }) => rule === 'copyChanged'),
  ).toEqual([])
})
