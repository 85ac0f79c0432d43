import { expect, it } from 'vitest'
import { isUnwritten } from '../../../src/renderer/state/session/isUnwritten'
import { storyFrom } from '../../builders/stories/storyFrom'

const EMPTY = storyFrom('\n\n')
const MOVED = { kind: 'moved', from: 'draft', to: 'filed', copyHash: 'h', blocks: 0, warns: 0, overrides: [] } as const
const LOSS = { kind: 'log', where: 's1', detail: 'The end of the log is missing.' } as const

it('is so of a new draft without a word', () => {
  expect(isUnwritten(EMPTY, [])).toBe(true)
})

it.each([
  ['has a headline', storyFrom('Leaders meet\n\n')],
  ['has a graf', storyFrom('\n\nIt rose.')],
  ['was filed', storyFrom('\n\n', {}, [MOVED])],
  ['lost something', { ...EMPTY, losses: [LOSS] }],
])('is not so of a story that %s', (_what, story) => {
  expect(isUnwritten(story, [])).toBe(false)
})
