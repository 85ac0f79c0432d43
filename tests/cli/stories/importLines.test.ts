import { expect, it } from 'vitest'
import { linesAbout } from '../../../src/cli/stories/copy/importLines'

it('a loss with an example shows it, and one without shows none', () => {
  const losses = [
    { what: 'subject without a usable code', count: 1, example: '' },
    { what: 'colours', count: 2, example: 'red' },
  ]
  expect(linesAbout({ losses })).toEqual([
    '    not kept: subject without a usable code (1)',
    '    not kept: colours (2), such as red',
  ])
})
