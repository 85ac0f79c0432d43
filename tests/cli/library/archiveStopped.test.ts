/** What “stet archive” says when it cannot go on. */
import { expect, it } from 'vitest'
import { archiveCommand } from '../../../src/cli/library/archiveCommand'
import type { Ask, Surroundings } from '../../../src/cli/run/command'
import { NewsroomError } from '../../../src/story/requests/requests'
import { defined } from '../../../src/story/text/defined'

const OLD = Array.from({ length: 45 }, (_, n) => ({ id: `s${n + 1}`, headline: `Story ${n + 1}` }))

/** Runs the command on 45 old stories. `archive`: the answer to each batch, by its number from 0. */
async function run(archive: (batch: number) => { readonly problem?: string }, place: Partial<Surroundings> = {}) {
  let batch = 0
  const tidied: unknown[] = []
  const ask = ((action: string, request: { readonly stories: readonly string[] }) => {
    if (action === 'story.archivable') return Promise.resolve(OLD)
    if (action === 'library.tidy') {
      tidied.push(request)
      return Promise.resolve({ removed: [{}] })
    }
    const moved = OLD.filter(({ id }) => request.stories.includes(id))
    return new Promise((resolve) => resolve({ moved, stayed: [], files: [`file ${batch}`], ...archive(batch++) }))
  }) as unknown as Ask
  const options: Readonly<Record<string, string>> = { before: '2026-10-31', to: 'archive' }
  const args = { positionals: [], flag: () => false, text: (name: string) => options[name], texts: () => [] }
  const { json, text, problems } = await archiveCommand.prepare(args, { cwd: '/desk', ...place })(ask, { by: 'Editor' })
  const { moved, left } = json as { readonly moved: readonly unknown[]; readonly left?: number }
  return { moved: moved.length, ...defined({ left }), text, problems, tidied }
}
const full = (): never => {
  throw new NewsroomError('failed', 'The disk is full.')
}

it('an error in a later batch names what was moved before, and its files are tidied', async () => {
  expect(await run((batch) => (batch === 2 ? full() : {}))).toEqual({
    moved: 40,
    left: 5,
    text: '40 stories are now in the archive /desk/archive.\nStopped. 5 stories are left; run the command again.',
    problems: ['The disk is full.'],
    tidied: [{ only: ['file 0', 'file 1'] }],
  })
})

it('an error after the stories of a batch were moved counts them, and ends the command', async () => {
  expect(await run((batch) => (batch === 1 ? { problem: 'The history does not name them yet.' } : {}))).toEqual({
    moved: 40,
    left: 5,
    text: '40 stories are now in the archive /desk/archive.\nStopped. 5 stories are left; run the command again.',
    problems: ['The history does not name them yet.'],
    tidied: [{ only: ['file 0', 'file 1'] }],
  })
})

it('an error before anything was moved is the answer', async () => {
  await expect(run(full)).rejects.toThrow('The disk is full.')
})

it('Ctrl+C ends it between two batches, and says how many stories are left', async () => {
  const control = new AbortController()
  const stop = { stoppable: <T>(work: (stopped: AbortSignal) => Promise<T>): Promise<T> => work(control.signal) }
  const stopping = (batch: number): { readonly problem?: string } => {
    if (batch === 0) control.abort()
    return {}
  }
  expect(await run(stopping, stop)).toEqual({
    moved: 20,
    left: 25,
    text: '20 stories are now in the archive /desk/archive.\nStopped. 25 stories are left; run the command again.',
    problems: undefined,
    tidied: [{ only: ['file 0'] }],
  })
})
