import { describe, expect, test } from 'vitest'
import type { Act, Bridge, Outcome } from '../../../src/ipc/contract'
import { ArchiveWork } from '../../../src/renderer/library/archive/archiveWork'
import { inWords, noticeOf } from '../../../src/renderer/library/archive/ArchiveReport'
import type { AnswerOf } from '../../../src/story/requests/requests'

const BEFORE = '2026-01-01T00:00:00.000Z'
type Moved = Outcome<AnswerOf<'story.archive'>>

/** A library with so many old stories, s0 and on, and an owner that moves them but for what the test answers. */
function library(
  count: number,
  {
    stays = {},
    move,
    tidied = { ok: true, value: { removed: ['f'] } },
  }: {
    readonly stays?: Readonly<Record<string, string>>
    readonly move?: (stories: readonly string[]) => Moved | undefined
    readonly tidied?: Outcome<unknown>
  } = {},
) {
  const asked: unknown[] = []
  const act = (action: string, request: object): Promise<Outcome<unknown>> => {
    asked.push({ action, ...request })
    if (action === 'library.tidy') return Promise.resolve(tidied)
    const value = Array.from({ length: count }, (_, n) => ({ id: `s${n}`, headline: `S${n}` }))
    return Promise.resolve({ ok: true, value })
  }
  const call = (
    name: string,
    { stories, preview = false }: { readonly stories: readonly string[]; readonly preview?: boolean },
  ): Promise<Moved> => {
    asked.push({ name, count: stories.length, ...(preview ? { preview } : {}) })
    const own = preview ? undefined : move?.(stories)
    if (own) return Promise.resolve(own)
    const lines = stories.map((id) => ({ id, headline: id.toUpperCase() }))
    const stayed = lines.flatMap((line) =>
      stays[line.id] === undefined ? [] : [{ ...line, why: stays[line.id] ?? '' }],
    )
    const moved = lines.filter(({ id }) => stays[id] === undefined)
    return Promise.resolve({
      ok: true,
      value: { archive: 'a', moved, stayed, files: preview ? [] : [`file of ${stories[0] ?? ''}`] },
    })
  }
  const work = new ArchiveWork(act as unknown as Act, call as unknown as Bridge['call'])
  return { work, asked, state: work.store.getState }
}

describe('archiving from the window', () => {
  test('looks at the old stories twenty at a time, then moves those that can go, and tidies once', async () => {
    const { work, asked, state } = library(25, { stays: { s3: 'It lost a file.' } })
    await work.look(BEFORE, '/old')
    expect([state().phase, state().going.length, state().staying]).toEqual([
      'asking',
      24,
      [{ id: 's3', headline: 'S3', why: 'It lost a file.' }],
    ])
    await work.move()
    expect(asked).toEqual([
      { action: 'story.archivable', before: BEFORE },
      { name: 'archiveStories', count: 20, preview: true },
      { name: 'archiveStories', count: 5, preview: true },
      { name: 'archiveStories', count: 20 },
      { name: 'archiveStories', count: 4 },
      { action: 'library.tidy', only: ['file of s0', 'file of s21'] },
    ])
    const { phase, moved, files, problems, staying } = state()
    expect([phase, moved, files, problems, staying.length]).toEqual(['done', 24, 1, [], 1])
    expect(inWords(state())).toBe('24 stories are now in the archive.')
    expect(noticeOf(state())).toBe('24 stories are now in the archive.')
  })

  test('the notice counts what was to move and stayed', async () => {
    const { work, state } = library(3, {
      move: ([first = '', ...rest]) => ({
        ok: true,
        value: {
          archive: 'a',
          moved: [{ id: first, headline: 'S0' }],
          stayed: rest.map((id) => ({ id, headline: id, why: 'It was changed.' })),
          files: [],
        },
      }),
    })
    await work.look(BEFORE, '/old')
    await work.move()
    expect(noticeOf(state())).toBe(
      '1 story is now in the archive. 2 stories stayed in the library: “Archive stories…” says why.',
    )
  })

  test('moves nothing before it was asked, nor twice', async () => {
    const { work, asked } = library(1)
    await work.move()
    expect(asked).toEqual([])
    await work.look(BEFORE, '/old')
    await Promise.all([work.move(), work.move()])
    expect(asked.filter((one) => 'name' in (one as object))).toEqual([
      { name: 'archiveStories', count: 1, preview: true },
      { name: 'archiveStories', count: 1 },
    ])
  })

  test('stops after the present twenty, tidies their files, and says how many are still in the library', async () => {
    const { work, asked, state } = library(45)
    await work.look(BEFORE, '/old')
    work.store.subscribe(({ phase, done }) => {
      if (phase === 'moving' && done === 20) work.stop()
    })
    await work.move()
    expect([asked.length, asked.at(-1)]).toEqual([6, { action: 'library.tidy', only: ['file of s0'] }])
    expect(inWords(state())).toBe(
      '20 stories are now in the archive. Stopped: 25 stories were not moved and are still in the library, unchanged. Archive again to move the rest.',
    )
  })

  test('a stop while it looks goes back to the form', async () => {
    const { work, asked, state } = library(45)
    work.store.subscribe(({ done, isStopped }) => {
      if (done === 20 && !isStopped) work.stop()
    })
    await work.look(BEFORE, '/old')
    expect([asked.length, state().phase, state().going]).toEqual([2, 'idle', []])
  })

  test('names why it failed, and what was moved before', async () => {
    const message = 'The drive is gone. Stories that were not moved yet are still in the library, unchanged.'
    const { work, state } = library(25, {
      move: (stories) => (stories.includes('s20') ? { ok: false, reason: 'failed', message } : undefined),
    })
    await work.look(BEFORE, '/old')
    await work.move()
    expect([state().phase, state().problems, state().moved]).toEqual(['done', [message], 20])
    expect(inWords(state())).toBe(
      '20 stories are now in the archive. Stopped: 5 stories were not moved and are still in the library, unchanged. Archive again to move the rest.',
    )
  })

  test('goes no further when the history of the archive lacks what was moved', async () => {
    const { work, asked, state } = library(25, {
      move: (stories) => ({
        ok: true,
        value: {
          archive: 'a',
          moved: stories.map((id) => ({ id, headline: id })),
          stayed: [],
          files: [],
          problem: 'The history there does not name them yet.',
        },
      }),
    })
    await work.look(BEFORE, '/old')
    await work.move()
    expect([asked.length, state().moved, state().problems]).toEqual([
      4,
      20,
      ['The history there does not name them yet.'],
    ])
  })

  test('says that the captured files are still in the library when they cannot be tidied', async () => {
    const { work, state } = library(1, { tidied: { ok: false, reason: 'failed', message: 'A story is damaged.' } })
    await work.look(BEFORE, '/old')
    await work.move()
    expect([state().files, state().problems]).toEqual([
      0,
      ['Their captured files are in the archive, and are still in the library, too: A story is damaged.'],
    ])
  })
})
