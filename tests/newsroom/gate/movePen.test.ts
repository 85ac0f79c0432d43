/** Giving, taking and laying down the pen, and the doors that ask for it. */
import { beforeEach, expect, test } from 'vitest'
import type { RequestOf, ActionName } from '../../../src/story/requests/requests'
import { busanDesk, NOW, type NewsDesk } from '../newsDesk'

let desk: NewsDesk
let story: string
beforeEach(async () => {
  const made = await busanDesk()
  desk = made
  story = made.story
})

const pen = async (): Promise<string | undefined> => (await desk.act('Editor', 'story.show', { story })).pen?.holder
const filed = () => desk.act('Reporter', 'story.move', { story, to: 'filed' })
const move = (by: string, more: Omit<RequestOf<'story.movePen'>, 'story'> = {}) =>
  desk.act(by, 'story.movePen', { story, ...more })

const OF_REPORTER =
  'Reporter has the pen of this story, so nothing was changed. ' +
  'Suggest the change, ask Reporter for the pen, or take it.'

test('a person without the pen is told to ask for it, an editor that it may be taken', async () => {
  await filed()
  await move('Reporter')
  const edit = (by: string) => desk.act(by, 'copy.replace', { story, replace: 'first talks', with: 'talks' })
  await expect(edit('Legal')).rejects.toThrow(
    'Reporter has the pen of this story, so nothing was changed. ' +
      'Suggest the change, or ask Reporter for the pen. An editor may take it.',
  )
  await expect(edit('Editor')).rejects.toThrow(OF_REPORTER)
})

test('a draft has no pen', async () => {
  await expect(move('Editor')).rejects.toThrow(
    'The stage of the story is “Draft”, and only a story that has been filed has a pen.',
  )
})

test('an author gives the pen of a filed story, its holder gives it on and lays it down', async () => {
  await filed()
  expect(await pen()).toBeUndefined()
  expect(await move('Reporter', { to: 'Legal' })).toEqual({ pen: { holder: 'Legal', from: 'Reporter', at: NOW } })
  await move('Legal', { to: 'Reporter' })
  expect(await pen()).toBe('Reporter')
  expect(await move('Reporter', { to: '' })).toEqual({})
  expect(await pen()).toBeUndefined()
  const entries = await desk.act('Editor', 'story.history', { story })
  expect(entries.flatMap((entry) => (entry.kind === 'pen' ? [[entry.by, entry.to, entry.taken]] : []))).toEqual([
    ['Reporter', 'Legal', undefined],
    ['Legal', 'Reporter', undefined],
    ['Reporter', '', undefined],
  ])
})

test('an editor takes the pen, and says why if somebody else has it', async () => {
  await filed()
  await move('Reporter')
  await expect(move('Editor')).rejects.toThrow(
    'Reporter has the pen of this story. Say why you take it. The reason is kept in the history.',
  )
  await move('Editor', { reason: 'Deadline.' })
  expect(await pen()).toBe('Editor')
  expect((await desk.act('Editor', 'story.history', { story })).at(-1)).toMatchObject({
    kind: 'pen',
    to: 'Editor',
    taken: true,
    reason: 'Deadline.',
  })
})

test('nobody else takes or gives it', async () => {
  await filed()
  await expect(move('Legal')).rejects.toThrow(
    'Only an editor can take the pen; Legal is a legal reader on the roster. If no one has the pen, an author may give it.',
  )
  await move('Reporter')
  await expect(move('Legal', { to: '' })).rejects.toThrow(
    'Reporter has the pen of this story. Ask Reporter for it. Only an editor can take the pen; Legal is a legal reader on the roster.',
  )
  await expect(move('Reporter', { to: 'Nobody' })).rejects.toThrow('“Nobody” is not on the roster')
  await expect(move('Reporter')).rejects.toThrow('Reporter already has the pen of this story.')
  await move('Reporter', { to: '' })
  await expect(move('Reporter', { to: '' })).rejects.toThrow('No one has the pen of this story')
})

test('the pen ends when the story is sent back', async () => {
  await filed()
  await move('Editor', { to: 'Legal' })
  expect(await pen()).toBe('Legal')
  await desk.act('Editor', 'story.move', { story, to: 'draft', reason: 'More, please.' })
  expect(await pen()).toBeUndefined()
  await desk.act('Editor', 'copy.replace', { story, replace: 'glad', with: 'happy' })
})

const suggestion = async (by: string, replace: string) =>
  (await desk.act(by, 'suggestion.propose', { story, replace, with: 'quite' })).id

/** Doors that change standing copy. */
const DOORS: readonly (readonly [what: string, work: (by: string) => Promise<unknown>])[] = [
  ['replacing words', (by) => desk.act(by, 'copy.replace', { story, replace: 'glad', with: 'happy' })],
  ['dropping direction overrides', (by) => desk.act(by, 'copy.dropOverrides', { story })],
  [
    'accepting a suggestion',
    async (by) => desk.act(by, 'suggestion.accept', { story, suggestions: [{ id: await suggestion(by, 'glad') }] }),
  ],
  [
    'rejecting the suggestion of somebody else',
    async (by) =>
      desk.act(by, 'suggestion.reject', { story, suggestions: [{ id: await suggestion('Reporter', 'glad') }] }),
  ],
  [
    'restoring an earlier version',
    async (by) => {
      const { versions } = await desk.act(by, 'version.list', { story })
      return desk.act(by, 'version.restore', { story, n: versions[0]?.n ?? 0 })
    },
  ],
]

test.each(DOORS)('%s asks for the pen', async (_what, work) => {
  await filed()
  await move('Reporter')
  const before = (await desk.act('Editor', 'story.show', { story })).blocks
  const kept = (await desk.act('Editor', 'version.list', { story })).versions.length
  await expect(work('Editor')).rejects.toThrow(OF_REPORTER)
  const view = await desk.act('Editor', 'story.show', { story })
  expect(view.blocks).toEqual(before)
  expect((await desk.act('Editor', 'version.list', { story })).versions).toHaveLength(kept)
  await work('Reporter')
})

test('tags, verdicts, comments, suggestions, fields and moves ask for their own rights only', async () => {
  await filed()
  await move('Reporter')
  const act = <A extends ActionName>(action: A, request: Omit<RequestOf<A>, 'story'>) =>
    desk.act('Editor', action, { story, ...request } as never)
  const { id: fact } = await act('fact.tag', { text: 'about 100 minutes', type: 'figure' })
  await act('fact.sign', { fact, status: 'wrong', reason: 'It was 90.' } as never)
  await act('fact.describe', { fact, statement: 'It lasted 100 minutes.' })
  await act('fact.untag', { fact, reason: 'No figure.' })
  await act('comment.add', { text: 'Nice.', on: 'glad' })
  const { id } = await act('suggestion.propose', { replace: 'glad', with: 'happy' })
  await act('suggestion.reject', { suggestions: [{ id }] })
  await act('story.setField', { field: 'slug', value: 'busan' })
  await act('story.move', { to: 'inReview' })
  expect(await pen()).toBe('Reporter')
})

test('headline and deck are parts of the copy, so they ask for the pen', async () => {
  await filed()
  await move('Reporter')
  await expect(desk.act('Editor', 'copy.replace', { story, replace: 'first talks', with: 'talks' })).rejects.toThrow(
    OF_REPORTER,
  )
})
