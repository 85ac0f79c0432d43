import { expect, test } from 'vitest'
import { lazy } from '../../../src/story/text/lazy'

test('is made once, at its first use', () => {
  let made = 0
  const pattern = lazy(() => {
    made++
    return /a/
  })
  expect([made, pattern() === pattern(), made]).toEqual([0, true, 1])
})
