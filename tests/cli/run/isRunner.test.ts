import { expect, test } from 'vitest'
import { isRunner } from '../../../src/cli/run/isRunner'

test('a CI of nothing, 0 or false is no runner of jobs: somebody can be asked', () => {
  const values = [undefined, '', ' ', '0', 'false', 'False', 'FALSE', '1', 'true', 'woodpecker']
  expect(values.map(isRunner)).toEqual([false, false, false, false, false, false, false, true, true, true])
})
