/** A ledger of which merges were undone is read without each choice of them. */
import { describe, expect, test } from 'vitest'
import { leftOut } from '../../../src/story/ledger/order/lesser'
import type { Undoing } from '../../../src/story/ledger/order/undoneMerges'

/** An undoing of a merge that brought one entry, whose hash is `name`. */
const undoing = (name: string) => ({ brought: [{ hash: name }] }) as unknown as Undoing
const read = (...names: readonly string[]): readonly string[] =>
  leftOut(names.map(undoing)).map((out) => [...out.keys()].join(' '))

describe('a ledger of which merges were undone', () => {
  test('is read without each of two, and without both at last', () => {
    expect(read('b', 'a')).toEqual(['b', 'a', 'b a'])
  })

  test('keeps each reading when a third and a fourth is undone', () => {
    expect(read('b', 'a').filter((one) => !read('c', 'b', 'a').includes(one))).toEqual([])
    expect(read('c', 'b', 'a').filter((one) => !read('d', 'c', 'b', 'a').includes(one))).toEqual([])
  })

  test('takes those before the last three as one, so that it is read sixteen times at most', () => {
    const all = read('f', 'e', 'd', 'c', 'b', 'a')
    expect(all).toHaveLength(15)
    expect(all.filter((one) => one.includes('a'))).toEqual(all.filter((one) => one.includes('c b a')))
    expect(all.at(-1)).toBe('f e d c b a')
  })

  test('is read once where nothing was undone', () => {
    expect(read()).toEqual([])
  })
})
