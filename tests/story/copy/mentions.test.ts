import { expect, test } from 'vitest'
import { mentionsIn } from '../../../src/story/copy/comment'

/** A roster of 2,000 people that counts how often a name is read. */
function rosterOf(): { readonly roster: readonly { readonly name: string }[]; readonly reads: () => number } {
  let reads = 0
  const roster = Array.from({ length: 2000 }, (_, nth) => ({
    get name() {
      reads++
      return nth === 1999 ? 'Kim Ji-woo' : `Person ${nth}`
    },
  }))
  return { roster, reads: () => reads }
}

test('a text without “@” reads no name of the roster', () => {
  const { roster, reads } = rosterOf()
  expect([mentionsIn('Who says so, Kim Ji-woo?', roster), reads()]).toEqual([[], 0])
})

test('the names of a roster are read once for all texts', () => {
  const { roster, reads } = rosterOf()
  for (let nth = 0; nth < 50; nth++) expect(mentionsIn('@kim ji-woo, who says so?', roster)).toEqual(['Kim Ji-woo'])
  expect(reads()).toBe(2000)
})

test('a changed roster is read again', () => {
  const before = [{ name: 'Kim' }]
  expect([mentionsIn('@Kim Ji-woo', before), mentionsIn('@Kim Ji-woo', [...before, { name: 'Kim Ji-woo' }])]).toEqual([
    ['Kim'],
    ['Kim Ji-woo'],
  ])
})

test.each([
  ['@김서연이 확인해 주세요', ['김서연']],
  ['@김서연께서 보셨나요?', ['김서연']],
  ['@김서연님, 확인 부탁드립니다', ['김서연']],
  ['@김서연 기자가 썼습니다', ['김서연']],
  ['@김서연희가 썼습니다', []],
  ['@Kim Ji-woo가 썼습니다', []],
])('a Korean name is addressed with its particle, and no other name with it: %s', (text, names) => {
  expect(mentionsIn(text, [{ name: '김서연' }, { name: 'Kim Ji-woo' }])).toEqual(names)
})
