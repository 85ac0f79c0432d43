/** An author without a PIN in a library with PINs is no proven second person. */
import { describe, expect, test } from 'vitest'
import { newsDesk } from '../../../newsroom/newsDesk'

test('the gate warns of an author without a PIN once a fact is verified, and no longer when she has one', async () => {
  const { act } = await newsDesk()
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Council meets in town\n\nA day there\n\nIt cost 100 won.'),
  })
  const { id: source } = await act('Editor', 'source.add', { name: 'Budget', kind: 'document' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 won', type: 'figure' })
  const warned = async () =>
    (await act('Editor', 'story.gate', { story, door: 'clear' })).warns.flatMap(({ rule, message, where }) =>
      rule === 'selfChecked' ? [[message, where]] : [],
    )
  await act('Editor', 'pin.set', { pin: '4711' })
  expect(await warned()).toEqual([])
  await act('Editor', 'fact.sign', {
    ...{ story, fact, status: 'verified' },
    evidence: { source, locator: 'p. 3', stance: 'supports' },
  })
  expect(await warned()).toEqual([
    [
      'Reporter, an author of this story, has no PIN. Anybody can write under that name, so no second person is proven.',
      { kind: 'story' },
    ],
  ])
  const { code } = await act('Editor', 'pin.invite', { person: 'Reporter' })
  await act('Reporter', 'pin.set', { pin: '1111', code })
  expect(await warned()).toEqual([])
})

describe('what an author wrote without a PIN after the first one', () => {
  const WROTE = [
    'Reporter, an author of this story, wrote in it without a PIN. Anybody could write under that name then, so no second person is proven.',
  ]
  test.each([
    ['she leaves', 'leaves'],
    ['a PIN is set in her name', 'has a PIN'],
  ])('stays unproven when %s', async (_what, then) => {
    const { act } = await newsDesk()
    await act('Editor', 'pin.set', { pin: '4711' })
    const { id: story } = await act('Reporter', 'story.import', {
      name: 'a.txt',
      bytes: new TextEncoder().encode('Council meets in town\n\nA day there\n\nIt cost 100 won.'),
    })
    const { id: source } = await act('Editor', 'source.add', { name: 'Budget', kind: 'document' })
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 won', type: 'figure' })
    await act('Editor', 'fact.sign', {
      ...{ story, fact, status: 'verified' },
      evidence: { source, locator: 'p. 3', stance: 'supports' },
    })
    if (then === 'leaves') await act('Editor', 'roster.leave', { person: 'Reporter' })
    else {
      const { code } = await act('Editor', 'pin.invite', { person: 'Reporter' })
      await act('Reporter', 'pin.set', { pin: '9999', code })
    }
    const { warns } = await act('Editor', 'story.gate', { story, door: 'clear' })
    expect(warns.flatMap(({ rule, message }) => (rule === 'selfChecked' ? [message] : []))).toEqual(WROTE)
  })
})
