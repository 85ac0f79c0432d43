import { expect, it } from 'vitest'
import { StoryVersions } from '../../../src/newsroom/storyIndex/storyVersions'

it('knows which stories changed since they were put', () => {
  const versions = new StoryVersions()
  versions.changed('a')
  versions.changed('b')
  const first = versions.of('a')
  expect([versions.changedIds(), versions.has('a', first)]).toEqual([['a', 'b'], 'not'])
  versions.put('a', first, false)
  expect([versions.changedIds(), versions.has('a', first), versions.isChanged('a')]).toEqual([['b'], 'exactly', false])
  versions.changed('a')
  versions.put('a', versions.of('a'), true)
  expect([versions.has('a', first), versions.isChanged('a')]).toEqual(['later', false])
})

it('has no change of a story that was only asked about', () => {
  const versions = new StoryVersions()
  expect([versions.of('a'), versions.has('a', 0), versions.isChanged('a'), versions.missesAny]).toEqual([
    0,
    'not',
    false,
    false,
  ])
})

it('does not go back to an older change', () => {
  const versions = new StoryVersions()
  versions.changed('a')
  versions.changed('a')
  versions.put('a', 2, true)
  versions.put('a', 1, true)
  expect(versions.has('a', 2)).toBe('exactly')
})

it('knows the stories whose files the index has to read', () => {
  const versions = new StoryVersions()
  versions.changed('ahead')
  versions.put('ahead', versions.of('ahead'), false)
  versions.changed('whole')
  versions.put('whole', versions.of('whole'), true)
  versions.missed('missed')
  expect([versions.missesAny, versions.takeAhead(), versions.takeAhead(), versions.missesAny]).toEqual([
    true,
    ['ahead', 'missed'],
    [],
    false,
  ])
})

it('says of a story that is let go whether its files have to be read', () => {
  const versions = new StoryVersions()
  for (const id of ['changed', 'ahead', 'whole']) versions.changed(id)
  versions.put('ahead', versions.of('ahead'), false)
  versions.put('whole', versions.of('whole'), true)
  expect(['changed', 'ahead', 'whole', 'unknown'].map((id) => versions.forget(id))).toEqual([true, true, false, false])
  expect(versions.missesAny).toBe(false)
})

it('has put nothing in an index that is begun anew', () => {
  const versions = new StoryVersions()
  versions.changed('a')
  versions.put('a', versions.of('a'), true)
  versions.lost()
  expect(versions.changedIds()).toEqual(['a'])
})
