import { describe, expect, it } from 'vitest'
import { severalAtOnce } from '../../../src/storage/disk/severalAtOnce'

/** Work that ends when it is let go. */
function heldWork() {
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = async (thing: number): Promise<string> => {
    begun.push(thing)
    await new Promise<void>((resolve) => (ends[thing] = resolve))
    if (thing === 1) throw new Error('the second fails')
    return `done ${thing}`
  }
  return { begun, work, end: (thing: number) => ends[thing]?.() }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('Several things at once', () => {
  it('begins four, and answers in the order of the things', async () => {
    const { begun, work, end } = heldWork()
    const all = severalAtOnce([0, 2, 3, 4, 5], work)
    expect(begun).toEqual([0, 2, 3, 4])
    end(4)
    await turn()
    expect(begun).toEqual([0, 2, 3, 4, 5])
    for (const thing of [5, 3, 2, 0]) end(thing)
    expect(await all).toEqual(['done 0', 'done 2', 'done 3', 'done 4', 'done 5'])
  })

  it('begins nothing after an error, and rejects when what began has ended', async () => {
    const { begun, work, end } = heldWork()
    let outcome = 'runs'
    const all = severalAtOnce([0, 1, 2, 3, 4, 5], work).catch(({ message }: Error) => (outcome = message))
    end(1)
    await turn()
    expect([begun, outcome]).toEqual([[0, 1, 2, 3], 'runs'])
    for (const thing of [0, 2, 3]) end(thing)
    await all
    expect([begun, outcome]).toEqual([[0, 1, 2, 3], 'the second fails'])
  })

  it('of nothing is nothing', async () => {
    expect(await severalAtOnce([], () => Promise.reject(new Error()))).toEqual([])
  })
})
