/** Sign again, where the person's signature is not the one that counts now: a query came between, and was answered. */
import { expect, test } from 'vitest'
import { NewsroomError } from '../../../../src/story/requests/requests'
import { newsDesk } from '../../newsDesk'

const COPY = [
  '# Leaders meet',
  'They talked',
  'The talks lasted 100 minutes.',
  'They began at 11:01.',
  'They ended at 12:41.',
  'Xi called him “a tough negotiator” there.',
  '| Poll | Approve |\n|---|---|\n| Busan | 45 % |',
].join('\n\n')

/** Editor verified three facts, Legal queried them, and the queries were answered after `meanwhile`. */
async function answeredDesk() {
  const desk = await newsDesk()
  const { act } = desk
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'talks.md',
    bytes: new TextEncoder().encode(COPY),
  })
  const { id: pool } = await act('Reporter', 'source.add', { name: 'Pool report 3', kind: 'pool' })
  const backup = { source: pool, locator: '¶ 2', stance: 'supports' } as const
  const tag = async (text: string, type: 'figure' | 'quote') =>
    (await act('Reporter', 'fact.tag', { story, text, type })).id
  const began = await tag('11:01', 'figure')
  const lasted = await tag('100 minutes', 'figure')
  const quote = await tag('“a tough negotiator”', 'quote')
  const share = await tag('45 %', 'figure')
  const derivation = {
    expression: 'minutes(a, b)',
    inputs: [
      { name: 'a', value: '', fact: began },
      { name: 'b', value: '12:41' },
    ],
  }
  await act('Reporter', 'fact.derive', { story, fact: lasted, derivation })
  for (const fact of [lasted, quote, share]) {
    await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: backup })
    await act('Legal', 'fact.sign', { story, fact, status: 'queried', reason: 'Is it?' })
  }
  const answer = async () => {
    for (const fact of [lasted, quote, share]) await act('Reporter', 'fact.answer', { story, fact, text: 'It is.' })
  }
  const ask = async (...facts: readonly string[]) =>
    act('Editor', 'fact.signAgain', { story, facts: facts.map((fact) => ({ fact })) })
  const again = async () => (await ask(lasted, quote, share)).signed
  const evidenceOf = async (fact: string) =>
    (await act('Editor', 'story.show', { story })).facts.find(({ id }) => id === fact)?.evidence ?? []
  const statuses = async () =>
    Promise.all([lasted, quote, share].map(async (fact) => (await desk.room.storyNow(story)).assessment(fact).status))
  return { ...desk, story, pool, backup, lasted, quote, share, answer, ask, again, evidenceOf, statuses }
}

test('an answered query leaves all that is unchanged to sign again', async () => {
  const { answer, again, lasted, quote, share } = await answeredDesk()
  await answer()
  expect(await again()).toEqual([lasted, quote, share])
})

test('evidence that was exchanged meanwhile is not signed again', async () => {
  const { act, story, backup, share, quote, lasted, answer, again, evidenceOf } = await answeredDesk()
  const [signed] = await evidenceOf(share)
  await act('Reporter', 'fact.removeEvidence', { story, fact: share, evidence: signed?.id ?? '' })
  await act('Reporter', 'fact.addEvidence', { story, fact: share, evidence: { ...backup, locator: '¶ 9' } })
  await answer()
  expect(await again()).toEqual([lasted, quote])
})

test('evidence against the fact that came meanwhile keeps it from being signed again', async () => {
  const { act, story, backup, share, quote, lasted, answer, again } = await answeredDesk()
  const against = { ...backup, locator: '¶ 9', stance: 'contradicts' } as const
  await act('Reporter', 'fact.addEvidence', { story, fact: share, evidence: against })
  await answer()
  expect(await again()).toEqual([lasted, quote])
})

test('words under another header of their column are not signed again', async () => {
  const { act, story, quote, lasted, answer, again } = await answeredDesk()
  await act('Reporter', 'copy.replace', { story, replace: 'Approve', with: 'Disapprove' })
  await answer()
  expect(await again()).toEqual([lasted, quote])
})

test('a quote that is said to be of another person is not signed again', async () => {
  const { act, story, quote, lasted, share, answer, again } = await answeredDesk()
  await act('Editor', 'fact.describe', { story, fact: quote, attributedTo: 'Lee' })
  await answer()
  expect(await again()).toEqual([lasted, share])
})

test('what rests on a source with other ground rules is not signed again', async () => {
  const { act, pool, answer, again } = await answeredDesk()
  await act('Editor', 'source.edit', { source: pool, groundRules: 'background' })
  await answer()
  expect(await again()).toEqual([])
})

test('a figure with another input is not signed again', async () => {
  const { act, story, quote, share, answer, again } = await answeredDesk()
  await act('Reporter', 'copy.replace', { story, replace: '11:01', with: '11:02' })
  await answer()
  expect(await again()).toEqual([quote, share])
})

test('a figure that lapsed by its input alone is not signed again', async () => {
  const { act, story, lasted, answer, again } = await answeredDesk()
  await answer()
  expect(await again()).toContain(lasted)
  await act('Reporter', 'copy.replace', { story, replace: '11:01', with: '11:02' })
  expect(await again()).toEqual([])
})

test('who wrote in the context does not look at it again for everybody', async () => {
  const { act, story, share, backup, again } = await answeredDesk()
  await act('Editor', 'copy.replace', { story, replace: 'Approve', with: 'Approved' })
  await act('Editor', 'fact.sign', { story, fact: share, status: 'verified', evidence: backup })
  expect(await again()).toEqual([])
})

/** The same, and Editor typed the words of the share, after Reporter had typed other ones. */
async function writtenDesk() {
  const desk = await answeredDesk()
  const { act, story } = desk
  const typed = async (by: string, from: string, to: string) =>
    act(by, 'copy.replace', { story, replace: from, with: to })
  await typed('Reporter', '45 %', '44 %')
  await typed('Reporter', '44 %', '43 %')
  await typed('Editor', '43 %', '45 %')
  await desk.answer()
  return desk
}

const WROTE = 'Editor wrote these words. Someone else must verify them, or first accept them as a suggestion.'

test('a fact whose words the person wrote since is left out and named; the others are signed again', async () => {
  const { ask, lasted, quote, share, statuses } = await writtenDesk()
  expect(await statuses()).toEqual(['toCheck', 'toCheck', 'toCheck'])
  expect(await ask(share, lasted, quote)).toEqual({ signed: [lasted, quote], refused: [{ fact: share, why: WROTE }] })
  expect(await statuses()).toEqual(['verified', 'verified', 'toCheck'])
})

test('alone it is refused for the same reason', async () => {
  const { ask, share, statuses } = await writtenDesk()
  await expect(ask(share)).rejects.toThrow(new NewsroomError('refused', WROTE))
  expect(await statuses()).toEqual(['toCheck', 'toCheck', 'toCheck'])
})

test('one fact that is not as it was seen keeps all of them from being signed again', async () => {
  const { act, story, lasted, quote, share, statuses } = await writtenDesk()
  const facts = [{ fact: share }, { fact: lasted }, { fact: quote, seen: '0'.repeat(64) }]
  await expect(act('Editor', 'fact.signAgain', { story, facts })).rejects.toThrow('not as you saw it')
  expect(await statuses()).toEqual(['toCheck', 'toCheck', 'toCheck'])
})
