import { describe, expect, test } from 'vitest'
import type { Act, Outcome } from '../../../src/ipc/contract'
import { DeletionLook } from '../../../src/renderer/library/deletion/deletionLook'
import type { AnswerOf, RequestOf } from '../../../src/story/requests/requests'

type Request = RequestOf<'story.deletion'>
type Answer = Outcome<AnswerOf<'story.deletion'>>

const stories = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `s${n}`, headline: `S${n}` }))
const FILES = { count: 2, size: 9, waiting: 0 }

/** A look at an owner that would delete all stories but s3, and what it was asked. */
function looking(own: (request: Request, look: DeletionLook) => Answer | undefined = () => undefined) {
  const asked: unknown[] = []
  const act = (_action: string, request: Request): Promise<Answer> => {
    asked.push([request.only, request.stories.length])
    const answer = own(request, look)
    if (answer) return Promise.resolve(answer)
    if (request.only === 'files') return Promise.resolve({ ok: true, value: { stories: [], files: FILES } })
    const lines = request.stories.map((id) => ({ id, headline: id, slug: '', stage: 'spiked' as const, snapshots: 1 }))
    const value = lines.map((line) => (line.id === 's3' ? { ...line, why: 'It was published.' } : line))
    return Promise.resolve({ ok: true, value: { stories: value, files: { count: 0, size: 0, waiting: 0 } } })
  }
  const look: DeletionLook = new DeletionLook(act as unknown as Act)
  return { look, asked, state: look.store.getState }
}

describe('the look before many stories are deleted', () => {
  test('asks about twenty stories at a time, and once about the files of all that can go', async () => {
    const { look, asked, state } = looking()
    const seen: number[] = []
    look.store.subscribe(({ done }) => void seen.push(done))
    await look.look(stories(45))
    expect(asked).toEqual([
      ['stories', 20],
      ['stories', 20],
      ['stories', 5],
      ['files', 44],
    ])
    expect(seen).toEqual([20, 40, 45, 45])
    const { going, staying, files, problem } = state()
    expect([going.length, staying.map(({ id, why }) => [id, why]), files?.files, problem]).toEqual([
      44,
      [['s3', 'It was published.']],
      FILES,
      undefined,
    ])
  })

  test('asks for no files when no story can go', async () => {
    const { look, asked, state } = looking()
    await look.look([{ id: 's3', headline: 'S3' }])
    expect([asked, state().files]).toEqual([[['stories', 1]], { files: { count: 0, size: 0, waiting: 0 } }])
  })

  test('names a story that cannot be read as the list does', async () => {
    const line = { id: 's0', headline: '', slug: '', stage: 'draft' as const, snapshots: 0, why: 'It is damaged.' }
    const { look, state } = looking(() => ({ ok: true, value: { stories: [line], files: FILES } }))
    await look.look(stories(1))
    expect(state().staying).toEqual([{ ...line, headline: 'S0' }])
  })

  test('a stop ends it after the present twenty', async () => {
    const { look, asked, state } = looking(({ stories }, own) => {
      if (stories[0] === 's20') own.stop()
      return undefined
    })
    await look.look(stories(65))
    expect([asked.length, state().done, state().files]).toEqual([2, 20, undefined])
  })

  test('another look takes the place of the first', async () => {
    const { look, state } = looking()
    await Promise.all([look.look(stories(45)), look.look(stories(2))])
    expect([state().done, state().going.map(({ id }) => id)]).toEqual([2, ['s0', 's1']])
  })

  test.each(['stories', 'files'] as const)('when the question about the %s fails, nothing is offered', async (part) => {
    const { look, state } = looking(({ only }) =>
      only === part ? { ok: false, reason: 'failed', message: 'The drive is gone.' } : undefined,
    )
    await look.look(stories(25))
    const { going, files, problem } = state()
    expect([going, files, problem]).toEqual([[], undefined, 'The drive is gone.'])
  })
})
