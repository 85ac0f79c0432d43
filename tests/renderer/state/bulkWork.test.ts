import { describe, expect, test } from 'vitest'
import type { Act, Bridge, Outcome } from '../../../src/ipc/contract'
import { BulkWork } from '../../../src/renderer/state/stores/stories/bulkWork'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import type { Stage } from '../../../src/story/ledger/stages'

interface Kept {
  stage: Stage
  desk: string
}

/** Stories in memory, and an owner that refuses what the test names. */
function desk(
  stories: Readonly<Record<string, Partial<Kept>>>,
  refusals: Readonly<Record<string, string>> = {},
  tidied: Outcome<{ readonly removed: readonly string[] }> = { ok: true, value: { removed: ['file of a'] } },
) {
  const kept = new Map(
    Object.entries(stories).map(([id, part]) => [id, { stage: 'draft' as Stage, desk: '', ...part }]),
  )
  const acts: unknown[] = []
  const act = (action: string, request: { readonly story: string; readonly to?: Stage; readonly value?: string }) => {
    if (action === 'library.tidy') {
      acts.push({ action, ...request })
      return Promise.resolve(tidied)
    }
    const story = kept.get(request.story)
    if (!story) return Promise.resolve({ ok: false, reason: 'usage', message: 'There is no such story.' })
    if (action === 'story.show')
      return Promise.resolve({ ok: true, value: { stage: story.stage, fields: { ...EMPTY_FIELDS, desk: story.desk } } })
    acts.push({ action, ...request })
    const why = refusals[request.story]
    if (why !== undefined) return Promise.resolve({ ok: false, reason: 'refused', message: why })
    if (action === 'story.delete') {
      kept.delete(request.story)
      return Promise.resolve({
        ok: true,
        value: { headline: '', removed: true, files: [`file of ${request.story}`, 'both'] },
      })
    }
    if (request.to) story.stage = request.to
    if (request.value !== undefined) story.desk = request.value
    return Promise.resolve({ ok: true, value: {} })
  }
  const calls: unknown[] = []
  const call = (name: string, request: unknown): Promise<Outcome<unknown>> => {
    calls.push({ name, ...(request as object) })
    return Promise.resolve({ ok: true, value: {} })
  }
  const work = new BulkWork(act as unknown as Act, call as Bridge['call'])
  const all = [...kept.keys()].map((id) => ({ id, headline: id.toUpperCase() }))
  return { work, kept, acts, calls, all, state: work.store.getState }
}

describe('one thing done to many stories', () => {
  test('deletes each of them, then tidies their files once, and offers no undo', async () => {
    const { work, acts, all, state } = desk({ a: {}, b: {}, c: {} }, { b: 'Spike it first.' })
    await work.run(all, { kind: 'delete' })
    expect(acts).toEqual([
      { action: 'story.delete', story: 'a' },
      { action: 'story.delete', story: 'b' },
      { action: 'story.delete', story: 'c' },
      { action: 'library.tidy', only: ['file of a', 'both', 'file of c'] },
    ])
    const { phase, deletes, succeeded, undo, failed, remark } = state()
    expect([phase, deletes, succeeded, undo, failed.map(({ id }) => id), remark]).toEqual([
      'done',
      true,
      2,
      [],
      ['b'],
      '1 captured file was deleted.',
    ])
  })

  test('says why no file of deleted stories was removed', async () => {
    const { work, all, state } = desk({ a: {} }, {}, { ok: false, reason: 'failed', message: 'A story is damaged.' })
    await work.run(all, { kind: 'delete' })
    expect([state().succeeded, state().remark]).toEqual([1, 'No captured file was deleted: A story is damaged.'])
  })

  test('is done to each of them, one after the other, as a single act', async () => {
    const { work, acts, all, state } = desk({ a: {}, b: {} })
    await work.run(all, { kind: 'move', to: 'filed' })
    expect([acts, state().phase, state().succeeded, state().failed]).toEqual([
      [
        { action: 'story.move', story: 'a', to: 'filed' },
        { action: 'story.move', story: 'b', to: 'filed' },
      ],
      'done',
      2,
      [],
    ])
  })

  test('goes on after a refusal, and tells which story was refused and why', async () => {
    const { work, kept, all, state } = desk({ a: {}, b: {}, c: {} }, { b: 'A headline is missing.' })
    await work.run(all, { kind: 'move', to: 'filed' })
    expect([state().succeeded, state().failed, [...kept.values()].map(({ stage }) => stage)]).toEqual([
      2,
      [{ id: 'b', headline: 'B', message: 'A headline is missing.' }],
      ['filed', 'draft', 'filed'],
    ])
  })

  test('leaves a story alone that is there already', async () => {
    const { work, acts, all, state } = desk({ a: { stage: 'filed' }, b: {} })
    await work.run(all, { kind: 'move', to: 'filed' })
    expect([acts.length, state().succeeded, state().undo.map(({ id }) => id)]).toEqual([1, 2, ['b']])
  })

  test('stops after the present story', async () => {
    const { work, kept, all, state } = desk({ a: {}, b: {}, c: {} })
    work.store.subscribe(({ done }) => {
      if (done === 1) work.stop()
    })
    await work.run(all, { kind: 'field', field: 'desk', value: 'World' })
    expect([state().done, state().isStopped, [...kept.values()].map((story) => story.desk)]).toEqual([
      1,
      true,
      ['World', '', ''],
    ])
  })

  test('is undone as far as the rules have a way back, the last story first', async () => {
    const { work, kept, acts, all, state } = desk({ a: {}, b: { stage: 'inReview' }, c: { stage: 'spiked' } })
    await work.run(all, { kind: 'move', to: 'filed' })
    expect(state().undo.map(({ id, deed }) => [id, deed])).toEqual([
      ['a', { kind: 'move', to: 'draft', reason: 'Filed together with other stories, then undone.' }],
      ['c', { kind: 'move', to: 'spiked' }],
    ])
    acts.length = 0
    await work.undo()
    expect([acts, [...kept.values()].map(({ stage }) => stage), state().undo, state().isUndo]).toEqual([
      [
        { action: 'story.move', story: 'c', to: 'spiked' },
        { action: 'story.move', story: 'a', to: 'draft', reason: 'Filed together with other stories, then undone.' },
      ],
      ['draft', 'filed', 'spiked'],
      [],
      true,
    ])
  })

  test('puts back the desk of each story, but not over a change that came later', async () => {
    const { work, kept, all, state } = desk({ a: { desk: 'Sport' }, b: { desk: 'City' } })
    await work.run(all, { kind: 'field', field: 'desk', value: 'World' })
    kept.set('a', { stage: 'draft', desk: 'Foreign' })
    await work.undo()
    expect([[...kept.values()].map((story) => story.desk), state().failed]).toEqual([
      ['Foreign', 'City'],
      [{ id: 'a', headline: 'A', message: 'It has changed since and now reads “Foreign”.' }],
    ])
  })

  test('puts back the stage of each story, but not of one that somebody moved on since', async () => {
    const { work, kept, all, state } = desk({ a: {}, b: {} })
    await work.run(all, { kind: 'move', to: 'filed' })
    kept.set('a', { stage: 'inReview', desk: '' })
    await work.undo()
    expect([[...kept.values()].map(({ stage }) => stage), state().failed]).toEqual([
      ['inReview', 'draft'],
      [{ id: 'a', headline: 'A', message: 'It has changed since and now reads “In review”.' }],
    ])
  })

  test('exports each story into the chosen folder, with nothing to undo', async () => {
    const { work, calls, all, state } = desk({ a: {}, b: {} })
    await work.run(all, { kind: 'export', profile: 'Wire' })
    expect([calls, state().undo]).toEqual([
      [
        { name: 'saveToFolder', story: 'a', profile: 'Wire' },
        { name: 'saveToFolder', story: 'b', profile: 'Wire' },
      ],
      [],
    ])
  })

  test('never runs twice at once', async () => {
    const { work, acts, all } = desk({ a: {} })
    const first = work.run(all, { kind: 'move', to: 'filed' })
    await Promise.all([first, work.run(all, { kind: 'move', to: 'spiked' })])
    expect(acts).toEqual([{ action: 'story.move', story: 'a', to: 'filed' }])
  })
})
