import { describe, expect, test } from 'vitest'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { runAction } from '../../../src/newsroom/runAction'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { MemoryStore } from '../../builders/library/memoryStore'
import type { ActionName, AnswerOf, RequestOf } from '../../../src/story/requests/requests'

/** A library whose clock goes on a second with every look: each change is later than the one before. */
async function desk() {
  let second = 0
  const now = (): string => new Date(Date.UTC(2026, 9, 30, 9, 0, second++)).toISOString()
  const room = await Newsroom.open({
    store: new MemoryStore('Reporter'),
    clock: { now },
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  const act = async <A extends ActionName>(action: A, request: RequestOf<A>): Promise<AnswerOf<A>> =>
    runAction(room, 'Reporter', action, request)
  await act('roster.add', { name: 'Reporter', role: 'reporter' })
  const write = async (text: string): Promise<string> =>
    (await act('story.import', { name: 'a.txt', bytes: new TextEncoder().encode(text) })).id
  return { act, write }
}

/** Five stories: story-2 is filed, story-4 is spiked. */
async function five() {
  const { act, write } = await desk()
  for (const headline of ['Delta', 'Alpha', 'Echo', 'Bravo', 'Charlie']) await write(`${headline}\n\nIt sails at noon.`)
  await act('story.move', { story: 'story-2', to: 'filed' })
  await act('story.move', { story: 'story-4', to: 'spiked' })
  return act
}

const GROUPS = [
  { id: 'filed', count: 1 },
  { id: 'draft', count: 3 },
  { id: 'spiked', count: 1 },
]

describe('a page of the list', () => {
  test('is grouped by stage, with the number of stories in each group and the last change first', async () => {
    const act = await five()
    const { rows, ...page } = await act('story.page', { offset: 0, limit: 10 })
    expect([rows.map(({ headline }) => headline), page]).toEqual([
      ['Alpha', 'Charlie', 'Echo', 'Delta', 'Bravo'],
      { groups: GROUPS, total: 5 },
    ])
  })

  test('counts its offset over all groups', async () => {
    const act = await five()
    const { rows, groups, total } = await act('story.page', { offset: 1, limit: 2 })
    expect([rows.map(({ headline }) => headline), groups, total]).toEqual([['Charlie', 'Echo'], GROUPS, 5])
  })

  test.each([
    ['updated', ['Alpha', 'Charlie', 'Echo', 'Delta', 'Bravo']],
    ['created', ['Alpha', 'Charlie', 'Echo', 'Delta', 'Bravo']],
    ['headline', ['Alpha', 'Charlie', 'Delta', 'Echo', 'Bravo']],
  ] as const)('is sorted by “%s” inside its groups', async (sort, headlines) => {
    const act = await five()
    const { rows } = await act('story.page', { sort, offset: 0, limit: 10 })
    expect(rows.map(({ headline }) => headline)).toEqual(headlines)
  })

  test('in one order has the last change of all groups first', async () => {
    const act = await five()
    const { rows, groups } = await act('story.page', { offset: 0, limit: 3, flat: true })
    expect([rows.map(({ headline }) => headline), groups]).toEqual([['Bravo', 'Alpha', 'Charlie'], GROUPS])
  })

  test('says where a story is, also outside the page', async () => {
    const act = await five()
    const { at } = await act('story.page', { offset: 0, limit: 1, find: 'story-4' })
    expect(at).toBe(4)
    expect(await act('story.page', { offset: 0, limit: 0, find: 'story-9' })).toEqual({
      rows: [],
      groups: GROUPS,
      total: 5,
    })
  })

  test('names author and desk of a story', async () => {
    const { act } = await desk()
    const { id } = await act('story.create', {})
    await act('story.setField', { story: id, field: 'desk', value: 'World' })
    const {
      rows: [row],
    } = await act('story.page', { offset: 0, limit: 1 })
    expect([row?.by, row?.desk]).toEqual(['Reporter', 'World'])
  })

  test('holds what a query finds, by filters and by words', async () => {
    const act = await five()
    await act('story.setField', { story: 'story-3', field: 'desk', value: 'World desk' })
    const found = async (query: string) => {
      const { rows, total, problem } = await act('story.page', { query, offset: 0, limit: 10 })
      return [rows.map(({ headline }) => headline), total, problem]
    }
    expect(await found('stage:filed stage:spiked')).toEqual([['Alpha', 'Bravo'], 2, undefined])
    expect(await found('desk:world')).toEqual([['Echo'], 1, undefined])
    expect(await found('sails -stage:draft alph')).toEqual([['Alpha'], 1, undefined])
  })

  test('finds a subject by its name in English or Korean, and by the name of a topic above it', async () => {
    const act = await five()
    const subject = async (story: string, value: readonly string[]) =>
      act('story.setField', { story, field: 'subjects', value })
    await subject('story-1', ['sport'])
    await subject('story-3', ['golf'])
    await subject('story-5', ['labour market'])
    await act('story.setField', { story: 'story-4', field: 'keywords', value: ['sport'] })
    const found = async (query: string) =>
      (await act('story.page', { query, whole: true, sort: 'headline', offset: 0, limit: 10 })).rows.map(
        ({ headline }) => headline,
      )
    expect([
      await found('subject:sport'),
      await found('subject:스포츠'),
      await found('subject:GOLF'),
      await found('subject:gol*'),
      await found('subject:gol'),
      await found('-subject:sport'),
      await found('subject:"labour market" subject:golf'),
      (await act('story.search', { query: 'sails subject:golf', limit: 5 })).map(({ headline }) => headline),
    ]).toEqual([
      ['Delta', 'Echo', 'Bravo'],
      ['Delta', 'Echo'],
      ['Echo'],
      ['Echo'],
      [],
      ['Alpha', 'Charlie'],
      ['Charlie', 'Echo'],
      ['Echo'],
    ])
  })

  test('is empty for a query that is not understood, and says why', async () => {
    const act = await five()
    expect(await act('story.page', { query: 'stage:lost', offset: 0, limit: 10 })).toEqual({
      rows: [],
      groups: [],
      total: 0,
      problem: '“stage:lost” is unknown. Choose one of: draft, filed, inReview, cleared, published, spiked, killed.',
    })
  })
})
