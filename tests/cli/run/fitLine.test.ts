import { expect, test } from 'vitest'
import { fitLine } from '../../../src/cli/run/fitLine'

test('a line of progress stays on one row of a narrow terminal', () => {
  expect(fitLine('Importing 3 of 200', 40)).toBe('Importing 3 of 200')
  expect(fitLine('12345678', 9)).toBe('12345678')
  expect(fitLine('123456789', 9)).toBe('1234567…')
  expect(fitLine('가져오는 중: 200개 중 3번째', 12)).toBe('가져오는 …')
  expect(fitLine('가나다라', 8)).toBe('가나다…')
})
