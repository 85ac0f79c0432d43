import { expect, test } from 'vitest'
import { onFirstUse } from '../../../src/story/text/onFirstUse'

test('is made once, when it is asked for', () => {
  let made = 0
  const pattern = onFirstUse(() => {
    made++
    return /a/
  })
  expect([made, pattern() === pattern(), made]).toEqual([0, true, 1])
})
