import { expect, test } from 'vitest'
import { viewsOf } from '../../src/main/calls/remembered/savedViews'
import type { RememberedState } from '../../src/main/windows/rememberedState'

const remembered = (views: unknown): RememberedState => ({ value: { views } }) as unknown as RememberedState
const VIEW = { name: 'Mine', query: 'desk:world', sort: 'slug' }

test('each person has searches of their own', () => {
  const state = remembered({ Reporter: [VIEW] })
  expect([viewsOf(state, 'Reporter'), viewsOf(state, 'Editor'), viewsOf(state, undefined)]).toEqual([[VIEW], [], []])
})

test.each([
  ['a file of before', undefined],
  ['a list', [VIEW]],
  ['words', 'Mine'],
  ['a person with words', { Reporter: 'Mine' }],
  ['damaged searches', { Reporter: [{ ...VIEW, sort: 'colour' }, { name: 'x' }, null, 3] }],
])('%s gives no search and no error', (_what, views) => {
  expect(viewsOf(remembered(views), 'Reporter')).toEqual([])
})

test('a name of JavaScript itself is a name like any other', () => {
  expect(viewsOf(remembered({}), 'constructor')).toEqual([])
})
