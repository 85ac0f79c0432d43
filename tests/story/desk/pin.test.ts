import { expect, test } from 'vitest'
import { foldPin, isPin } from '../../../src/story/desk/pin'

test('a PIN is four to twelve letters or digits of any alphabet, and nothing else', () => {
  expect(['4711', 'press24', 'Žluťoučký', '비밀번호', '４７１１', '123456789012'].filter(isPin)).toHaveLength(6)
  expect(['', '471', '1234567890123', '47 11', '4711!', '47\n11', '????'].filter(isPin)).toEqual([])
})

test('wide digits and blanks around it are the same PIN', () => {
  expect([foldPin(' ４７１１ '), foldPin('Press24')]).toEqual(['4711', 'Press24'])
})
