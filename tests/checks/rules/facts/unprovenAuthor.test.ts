/** An author without a PIN in a library with PINs is no proven second person. */
import { describe, expect, test } from 'vitest'
import { MemoryStore } from '../../../builders/library/memoryStore'
import { newsDesk, NOW } from '../../../newsroom/newsDesk'

/** Each look at the clock is a second later. */
const desk = () => {
  let time = Date.parse(NOW)
  return newsDesk(new MemoryStore('Reporter'), () => new Date((time += 1000)).toISOString())
}

const WROTE =
  'Reporter, an author of this story, wrote in it without a PIN, or had none when a fact was verified. Anyone could write under that name then, so no second person is proven.'

test('the gate warns of an author without a PIN once a fact is verified, until it is verified when she has one', async () => {
  const { act } = await desk()
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
  const verify = () =>
    act('Editor', 'fact.sign', {
      ...{ story, fact, status: 'verified' },
      evidence: { source, locator: 'p. 3', stance: 'supports' },
    })
  await verify()
  expect(await warned()).toEqual([
    [
      'Reporter, an author of this story, has no PIN. Anyone can write under that name, so no second person is proven.',
      { kind: 'story' },
    ],
  ])
  const { code } = await act('Editor', 'pin.invite', { person: 'Reporter' })
  await act('Reporter', 'pin.set', { pin: '1111', code })
  expect(await warned()).toEqual([[WROTE, { kind: 'story' }]])
  await verify()
  expect(await warned()).toEqual([])
})

describe('what an author wrote without a PIN after the first one', () => {
  test.each([
    ['imported', 'she leaves'],
    ['imported', 'a PIN is set in her name'],
    ['only typed', 'she leaves'],
    ['only typed', 'a PIN is set in her name'],
  ])('%s stays unproven when %s', async (how, then) => {
    const { act } = await desk()
    if (how === 'imported') await act('Editor', 'pin.set', { pin: '4711' })
    const { id: story } = await act('Reporter', 'story.import', {
      name: 'a.txt',
      bytes: new TextEncoder().encode('Council meets in town\n\nA day there\n\nIt cost 100 won.'),
    })
    if (how === 'only typed') await act('Editor', 'pin.set', { pin: '4711' })
    await act('Reporter', 'copy.replace', { story, replace: '100 won', with: '900 won' })
    const { id: source } = await act('Editor', 'source.add', { name: 'Budget', kind: 'document' })
    const { id: fact } = await act('Editor', 'fact.tag', { story, text: '900 won', type: 'figure' })
    await act('Editor', 'fact.sign', {
      ...{ story, fact, status: 'verified' },
      evidence: { source, locator: 'p. 3', stance: 'supports' },
    })
    if (then === 'she leaves') await act('Editor', 'roster.leave', { person: 'Reporter' })
    else {
      const { code } = await act('Editor', 'pin.invite', { person: 'Reporter' })
      await act('Reporter', 'pin.set', { pin: '9999', code })
    }
    const { warns } = await act('Editor', 'story.gate', { story, door: 'clear' })
    expect(warns.flatMap(({ rule, message }) => (rule === 'selfChecked' ? [message] : []))).toEqual([WROTE])
  })
})

describe('who wrote words of a fact without a PIN, and is no author', () => {
  const WRITER =
    'Zoe wrote words that were verified, and has no PIN or had none then. Anyone can write under that name, so no second person is proven.'
  const written = async (by: string, words: string) => {
    const { act } = await desk()
    await act('Editor', 'roster.add', { name: 'Zoe', role: 'reporter' })
    const { id: story } = await act('Reporter', 'story.import', {
      name: 'a.txt',
      bytes: new TextEncoder().encode('Council meets in town\n\nA day there\n\nIt cost 100 won. They left at noon.'),
    })
    await act('Editor', 'pin.set', { pin: '4711' })
    const { code } = await act('Editor', 'pin.invite', { person: 'Reporter' })
    await act('Reporter', 'pin.set', { pin: '1111', code })
    await act(by, 'copy.replace', { story, replace: words, with: words.replace('100', '900') })
    const { id: source } = await act('Editor', 'source.add', { name: 'Budget', kind: 'document' })
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: words.replace('100', '900'), type: 'figure' })
    const verify = () =>
      act('Editor', 'fact.sign', {
        ...{ story, fact, status: 'verified' },
        evidence: { source, locator: 'p. 3', stance: 'supports' },
      })
    const warned = async () =>
      (await act('Editor', 'story.gate', { story, door: 'clear' })).warns.flatMap(({ rule, message }) =>
        rule === 'selfChecked' ? [message] : [],
      )
    return { act, verify, warned }
  }

  test('is named once it is verified, until it is verified when she has one', async () => {
    const { act, verify, warned } = await written('Zoe', '100 won')
    expect(await warned()).toEqual([])
    await verify()
    expect(await warned()).toEqual([WRITER])
    const { code } = await act('Editor', 'pin.invite', { person: 'Zoe' })
    await act('Zoe', 'pin.set', { pin: '2222', code })
    expect(await warned()).toEqual([WRITER])
    await verify()
    expect(await warned()).toEqual([])
  })

  test('is not named for words that others wrote', async () => {
    const { act, verify, warned } = await written('Reporter', '100 won')
    await verify()
    expect(await warned()).toEqual([])
    const [story] = await act('Editor', 'story.list', {})
    await act('Zoe', 'copy.replace', { story: story?.id ?? '', replace: 'noon', with: 'night' })
    await act('Zoe', 'copy.replace', { story: story?.id ?? '', replace: '900', with: '800' })
    await act('Zoe', 'copy.replace', { story: story?.id ?? '', replace: '800', with: '900' })
    expect(await warned()).toEqual([])
  })
})
