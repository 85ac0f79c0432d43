import { expect, test } from 'vitest'
import type { NewsroomEvents } from '../../../../src/newsroom/ledger/events'
import type { StorySummary } from '../../../../src/story/requests/requests'
import { busanDesk, newsDesk, windowOn, type NewsDesk } from '../../newsDesk'
import { replaceText } from '../../../../src/document/editStory'

const rowOf = async ({ act }: NewsDesk, story: string): Promise<StorySummary> => {
  const row = (await act('Editor', 'story.list', {})).find(({ id }) => id === story)
  if (!row) throw new Error(`${story} is not listed`)
  return row
}
const blocksOf = async ({ act }: NewsDesk, story: string): Promise<number> =>
  (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks.length

async function inReview() {
  const desk = await busanDesk()
  await desk.act('Reporter', 'story.move', { story: desk.story, to: 'filed' })
  await desk.act('Editor', 'story.move', { story: desk.story, to: 'inReview' })
  return desk
}

/** The story is on the disk, and not in memory. */
async function letGo({ room }: NewsDesk, story: string): Promise<void> {
  await room.restStories(() => new Set()).look(Number.MAX_SAFE_INTEGER)
  expect(room.isOpen(story)).toBe(false)
}

test('the row of a story in review has as many issues as block clearing, and follows its words', async () => {
  const desk = await inReview()
  const { story, settle, room } = desk
  const issues = await blocksOf(desk, story)
  expect(issues).toBeGreaterThan(2)
  expect(await rowOf(desk, story)).toMatchObject({ stage: 'inReview', issues })

  const told: StorySummary[] = []
  room.on('storiesChanged', ({ rows }: NewsroomEvents['storiesChanged']) => void told.push(...rows))
  const window = await windowOn(desk, story, 'Reporter')
  const more = window.type((doc) => replaceText(doc, { block: 3, from: 0, to: 0 }, 'They spent 70 million won. '))
  await (await room.storyNow(story)).applyWindowUpdate(more, 'Reporter')
  settle.now()
  await room.story(story).then((open) => open.saving.settle())
  expect(await blocksOf(desk, story)).toBe(issues + 1)
  expect(await rowOf(desk, story)).toMatchObject({ issues: issues + 1 })
  expect(told.at(-1)?.issues).toBe(issues + 1)
  expect(told.at(-1)).not.toHaveProperty('countedWith')
})

test('a story that nobody has open keeps its count, and no other stage has one', async () => {
  const desk = await inReview()
  const { story, act } = desk
  const issues = await blocksOf(desk, story)
  await letGo(desk, story)
  const row = await rowOf(desk, story)
  expect(row.issues).toBe(issues)
  expect(row).not.toHaveProperty('countedWith')
  await act('Editor', 'story.move', { story, to: 'draft', reason: 'Once more.' })
  expect(await rowOf(desk, story)).not.toHaveProperty('issues')
})

test('a source that the story does not rest on changes no count', async () => {
  const desk = await inReview()
  const { story, act } = desk
  const { issues } = await rowOf(desk, story)
  await letGo(desk, story)
  await act('Reporter', 'source.add', { name: 'Harbor log', kind: 'document' })
  expect(await rowOf(desk, story)).toMatchObject({ issues })
})

test.each<[string, (desk: NewsDesk) => Promise<unknown>]>([
  ['another person', ({ act }) => act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })],
  [
    'a protected source',
    ({ act }) => act('Editor', 'source.add', { name: 'Kim Ha-neul', kind: 'person', protected: true }),
  ],
  ['the one-person desk', ({ act }) => act('Editor', 'library.settings', { deskOfOne: true })],
  [
    'words of the desk',
    ({ act }) => act('Editor', 'words.add', { list: 'name', words: 'Busan Post', source: 'Masthead' }),
  ],
])('a count of a story that nobody has open is dropped after %s', async (_what, change) => {
  const desk = await inReview()
  await letGo(desk, desk.story)
  const told: unknown[] = []
  desk.room.on('storiesChanged', (event) => void told.push(event))
  await change(desk)
  expect(told).toContainEqual({ rows: [], gone: [] })
  expect(await rowOf(desk, desk.story)).not.toHaveProperty('issues')
})

test('the row of a draft has its open TKs, without those that were dismissed', async () => {
  const desk = await newsDesk()
  const { id: story } = await desk.act('Reporter', 'story.import', {
    name: 'ferry.txt',
    bytes: new TextEncoder().encode('Ferry talks resume\n\nThe TK islands have TK ferries.'),
  })
  expect(await rowOf(desk, story)).toMatchObject({ stage: 'draft', tks: 2 })
  const { blocks } = await desk.act('Reporter', 'story.gate', { story, door: 'clear' })
  const [tk] = blocks.filter(({ rule }) => rule === 'openTk')
  if (!tk) throw new Error('no TK was found')
  await desk.act('Reporter', 'finding.dismiss', { story, rule: tk.rule, key: tk.key })
  expect(await rowOf(desk, story)).toMatchObject({ tks: 1 })
})

test('nobody counts in a story of more than some 30,000 words', async () => {
  const desk = await newsDesk()
  const { id: story } = await desk.act('Reporter', 'story.import', {
    name: 'long.txt',
    bytes: new TextEncoder().encode(`TK long\n\n${'The ferry came back with 12 cars. '.repeat(6000)}`),
  })
  expect(await rowOf(desk, story)).not.toHaveProperty('tks')
  await desk.act('Reporter', 'story.move', { story, to: 'filed' })
  await desk.act('Editor', 'story.move', { story, to: 'inReview' })
  expect(await rowOf(desk, story)).not.toHaveProperty('issues')
})

test('a count is dropped when somebody gets a PIN or loses it, as an override may count no more', async () => {
  const desk = await inReview()
  const { story, act } = desk
  await letGo(desk, story)
  expect(await rowOf(desk, story)).toHaveProperty('issues')
  await act('Editor', 'pin.set', { pin: '4711' })
  expect(await rowOf(desk, story)).not.toHaveProperty('issues')
})
