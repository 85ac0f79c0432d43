/** Which ids new stories get, and how long no other story gets them. */
import { expect, test, vi } from 'vitest'
import { ReservedIds } from '../../../../src/newsroom/state/openStories/reservedIds'
import { DeletedStories } from '../../../../src/newsroom/state/deletedStories'
import type { Ids } from '../../../../src/newsroom/environment/ids'

/** A library with the story "s1" on the disk, "s2" deleted and "s3" in the table of heads. Ids count up from "s1". */
function reservedIds(): { readonly reserved: ReservedIds; readonly ids: Ids } {
  const tombstone = { story: 's2', by: 'Editor', at: '2026-03-01T09:00:00Z' } as never
  const reserved = new ReservedIds({
    store: { hasStory: (id) => Promise.resolve(id === 's1') },
    deleted: new DeletedStories(new Map([['s2', tombstone]])),
    hasHead: (id) => id === 's3',
  })
  const next: Ids['next'] = (_kind, isTaken) => {
    for (let n = 1; ; n += 1) if (!isTaken(`s${n}`)) return `s${n}`
  }
  return { reserved, ids: { next } as Ids }
}

/** Work that goes on until `resolve` is called. */
function pending(): { readonly promise: Promise<string>; readonly resolve: (value: string) => void } {
  let resolve: (value: string) => void = () => undefined
  const promise = new Promise<string>((done) => (resolve = done))
  return { promise, resolve }
}

test('new stories get ids in the order of the calls, and none that is on the disk, deleted or reserved', async () => {
  const { reserved, ids } = reservedIds()
  const stays = pending()
  const begun: string[] = []
  const make = async (id: string): Promise<string> => {
    begun.push(id)
    return `${id} ${await stays.promise}`
  }
  const making = [reserved.withNew(ids, make), reserved.withNew(ids, make), reserved.withNew(ids, make)]
  await vi.waitFor(() => expect(begun).toHaveLength(3))
  stays.resolve('is made')
  expect([begun, await Promise.all(making)]).toEqual([
    ['s3', 's4', 's5'],
    ['s3 is made', 's4 is made', 's5 is made'],
  ])
})

test('a given id is refused if a story has it, had it or is about to have it', async () => {
  const { reserved } = reservedIds()
  const refusalOf = (id: string): Promise<unknown> =>
    reserved.withGiven(id, () => Promise.resolve('made')).catch((error: Error) => error.message)
  const stays = pending()
  const making = reserved.withGiven('s4', () => stays.promise)
  await Promise.resolve()
  const refusals = await Promise.all(['s1', 's2', 's3', 's4'].map(refusalOf))
  stays.resolve('done')
  expect([refusals, await making, await refusalOf('s5')]).toEqual([
    ['s1', 's2', 's3', 's4'].map((id) => `The library has, or had, a story ${id}. Nothing was changed.`),
    'done',
    'made',
  ])
})

test('of two that ask for one given id in the same moment one gets it', async () => {
  const { reserved } = reservedIds()
  const asks = [1, 2].map((n) => reserved.withGiven('s4', () => Promise.resolve(`made ${n}`)))
  expect(await Promise.allSettled(asks)).toMatchObject([
    { value: 'made 1' },
    { reason: { message: 'The library has, or had, a story s4. Nothing was changed.' } },
  ])
})

test('an id is free again when its story could not be made', async () => {
  const { reserved } = reservedIds()
  const failed = reserved.withGiven('s4', () => Promise.reject(new Error('The disk is full.')))
  await expect(failed).rejects.toThrow('The disk is full.')
  expect(await reserved.withGiven('s4', () => Promise.resolve('made'))).toBe('made')
})
