import { expect, test } from 'vitest'
import { clockFrom } from '../../../../src/newsroom/environment/clock'
import { sequentialIds } from '../../../../src/newsroom/environment/ids'
import { WITHOUT_PIN } from '../../../../src/newsroom/people/withoutPin'
import { Newsroom } from '../../../../src/newsroom/state/newsroom'
import { READING_ACTIONS } from '../../../../src/story/requests/requests'
import { MemoryStore } from '../../../builders/library/memoryStore'
import { newsDesk } from '../../newsDesk'

test('from the first PIN on nobody gives a verdict or moves a story without one', async () => {
  const { act } = await newsDesk()
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Council meets in town\n\nA day there\n\nIt cost 100 won.'),
  })
  await act('Editor', 'pin.set', { pin: '4711' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100', type: 'figure' })
  await act('Legal', 'fact.sign', { story, fact, status: 'queried', reason: 'Sure?' })
  for (const status of ['verified', 'onAuthor', 'letStand', 'wrong'] as const)
    await expect(act('Legal', 'fact.sign', { story, fact, status, reason: 'so' })).rejects.toThrow(
      'Legal has no PIN yet',
    )
  await expect(act('Reporter', 'story.move', { story, to: 'filed' })).rejects.toThrow('Reporter has no PIN yet')
  await expect(act('Legal', 'library.settings', { deskOfOne: true })).rejects.toThrow('Legal has no PIN yet')
})

test('from the first PIN on, nobody is a second reader or the bringer of a call under a name without one', async () => {
  const { act } = await newsDesk()
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Council meets in town\n\nA day there\n\n“We pay,” Kim said. It cost 100 won.'),
  })
  const { id: call } = await act('Reporter', 'source.add', { name: 'Ferry office', kind: 'person' })
  await act('Editor', 'pin.set', { pin: '4711' })
  const { id: quote } = await act('Reporter', 'fact.tag', { story, text: 'We pay', type: 'quote', attributedTo: 'Kim' })
  const translation = { original: '우리가 낸다', language: 'ko', translator: 'Reporter' }
  const read = { ...translation, secondReader: 'Legal' }
  await expect(act('Legal', 'fact.translate', { story, fact: quote, translation: read })).rejects.toThrow(
    'Legal has no PIN yet. This library uses PINs: without one, a person can only write, tag and ask queries.',
  )
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 won', type: 'figure' })
  const evidence = { source: call, locator: '30 Oct 2026, by phone', stance: 'supports' as const }
  await act('Legal', 'fact.addEvidence', { story, fact, evidence })
  await expect(act('Editor', 'fact.sign', { story, fact, status: 'verified' })).rejects.toThrow(
    'Someone without a PIN added this, so no one knows who it was, and no file was captured.',
  )
  // A PIN that is set later proves nothing about earlier acts.
  const { code } = await act('Editor', 'pin.invite', { person: 'Legal' })
  await act('Legal', 'pin.set', { pin: '1111', code })
  await expect(act('Editor', 'fact.sign', { story, fact, status: 'verified' })).rejects.toThrow('Someone without a PIN')
  await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence })
})

test('who lost the PIN reads no translation again by the same note', async () => {
  const { act } = await newsDesk()
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Council meets in town\n\nA day there\n\n“We pay,” Kim said. It cost 100 won.'),
  })
  await act('Editor', 'pin.set', { pin: '4711' })
  const { code } = await act('Editor', 'pin.invite', { person: 'Legal' })
  await act('Legal', 'pin.set', { pin: '1111', code })
  const { id: quote } = await act('Reporter', 'fact.tag', { story, text: 'We pay', type: 'quote', attributedTo: 'Kim' })
  const translation = { original: '우리가 낸다', language: 'ko', translator: 'Reporter', secondReader: 'Legal' }
  await act('Legal', 'fact.translate', { story, fact: quote, translation })
  const held = async () =>
    (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks
      .filter(({ rule }) => rule === 'translation')
      .map(({ message }) => message)
  expect(await held()).toEqual([])
  await act('Reporter', 'copy.replace', { story, replace: 'We pay', with: 'We steal' })
  await act('Editor', 'pin.reset', { person: 'Legal' })
  await expect(act('Legal', 'fact.translate', { story, fact: quote, translation })).rejects.toThrow(
    'Legal has no PIN yet.',
  )
  expect(await held()).toEqual([
    'The translation “We steal” must be read again by Legal, who has not read it with these words.',
  ])
  // Somebody else mends the note.
  await act('Reporter', 'fact.translate', { story, fact: quote, translation })
})

test('from the first PIN on, nobody ends the block of a claim with two values under a name without one', async () => {
  const { act } = await newsDesk()
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Council meets in town\n\nA day there\n\nIt cost 100 won. It was 90 won.'),
  })
  const tag = async (text: string, statement: string): Promise<string> =>
    (await act('Reporter', 'fact.tag', { story, text, type: 'figure', statement })).id
  const fact = await tag('100 won', 'The cost.')
  await tag('90 won', 'The cost.')
  await act('Editor', 'pin.set', { pin: '4711' })
  // The author may have joined under another name.
  await act('Ghost', 'roster.add', { name: 'Ghost' })
  const says = (by: string, statement: string) => act(by, 'fact.describe', { story, fact, statement })
  await expect(says('Ghost', 'The lunch.')).rejects.toThrow('Ghost has no PIN yet.')
  await says('Ghost', 'The cost!')
  await says('Editor', 'The lunch.')
  await says('Ghost', 'The dinner.')
})

test('what was added before the first PIN, or with one that ended since, carries a tick', async () => {
  const { act } = await newsDesk()
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Council meets in town\n\nA day there\n\nIt cost 100 won and 200 jobs.'),
  })
  const { id: call } = await act('Reporter', 'source.add', { name: 'Ferry office', kind: 'person' })
  const evidence = { source: call, locator: '30 Oct 2026, by phone', stance: 'supports' as const }
  const { id: before } = await act('Reporter', 'fact.tag', { story, text: '100 won', type: 'figure' })
  await act('Legal', 'fact.addEvidence', { story, fact: before, evidence })
  await act('Editor', 'pin.set', { pin: '4711' })
  await act('Editor', 'fact.sign', { story, fact: before, status: 'verified' })
  const { code } = await act('Editor', 'pin.invite', { person: 'Legal' })
  await act('Legal', 'pin.set', { pin: '1111', code })
  const { id: then } = await act('Reporter', 'fact.tag', { story, text: '200 jobs', type: 'figure' })
  await act('Legal', 'fact.addEvidence', { story, fact: then, evidence })
  await act('Editor', 'pin.reset', { person: 'Legal' })
  await act('Editor', 'fact.sign', { story, fact: then, status: 'verified' })
})

test('what is open without a PIN gives no verdict but a query, and moves and exports nothing', () => {
  const open = [...WITHOUT_PIN].filter((action) => !READING_ACTIONS.has(action))
  expect(
    open.filter((action) =>
      /^(?:story\.move|story\.export|finding|library|suggestion\.accept|correction)/.test(action),
    ),
  ).toEqual([])
})

test('a library with a PIN refuses STET_NOW', async () => {
  const store = new MemoryStore('Reporter')
  const pin = { person: 'Reporter', algorithm: 'scrypt', n: 2, r: 1, p: 1, salt: 'aa', hash: 'bb' } as const
  await store.writeRoster([{ name: 'Reporter', pin: true }], [pin])
  const open = (start: string | undefined) => Newsroom.open({ store, clock: clockFrom(start), ids: sequentialIds })
  await expect(open('2099-01-01T00:00:00Z')).rejects.toThrow('STET_NOW')
  await expect(open(undefined)).resolves.toBeDefined()
})
