import { expect, test, vi } from 'vitest'
import { isNamedIn } from '../../../src/story/text/words/personName'

test('whether a byline names a person is kept for 2,000 people of a roster', () => {
  const people = Array.from({ length: 2000 }, (_, nth) => `Person ${nth}`)
  const named = (): readonly string[] => people.filter((person) => isNamedIn('By Person 7 and Person 1999', person))
  // Other names may have filled what is kept: it begins again within the first round.
  const first = [named(), named()][0]
  const normalize = vi.spyOn(String.prototype, 'normalize')
  const second = named()
  const folded = normalize.mock.calls.length
  normalize.mockRestore()
  expect([first, second, folded]).toEqual([['Person 7', 'Person 1999'], first, 0])
})
