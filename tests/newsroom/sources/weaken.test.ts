/** Nobody alone takes away what exports are scanned for: not who added the source, and no author who ever used it. */
import { expect, test } from 'vitest'
import { busanDesk } from '../newsDesk'

const ADDER = 'Checker added this source. Someone else, who is not a reporter, must weaken the protection.'
const AUTHOR =
  'Checker is the author of a story that uses, used or names this source, or has a byline there. ' +
  'Someone else must weaken the protection.'

/** A story by Checker, with the protected source of somebody else as backing. */
async function usedByChecker() {
  const desk = await busanDesk()
  const { act, story } = desk
  for (const name of ['Checker', 'Second']) await act('Editor', 'roster.add', { name, role: 'checker' })
  await act('Editor', 'story.setField', { story, field: 'byline', value: [{ name: 'Checker' }] })
  const { id: source } = await act('Second', 'source.add', { name: 'Min Kyung-ho', kind: 'person', protected: true })
  const { id: fact } = await act('Checker', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  const { id: evidence } = await act('Checker', 'fact.addEvidence', {
    story,
    fact,
    evidence: { source, locator: '30 Oct, call', stance: 'supports' },
  })
  const weaken = (by: string, id = source) =>
    act(by, 'source.edit', { source: id, protected: false, reason: 'They agreed.' })
  return { ...desk, source, fact, evidence, weaken }
}

test('who added a protected source neither unprotects nor destroys it, nor takes a name or contact of it away', async () => {
  const { act, weaken, room } = await usedByChecker()
  const { id: source } = await act('Checker', 'source.add', {
    name: 'Olena Kovalchuk',
    kind: 'person',
    protected: true,
    aliases: ['Lena'],
    contact: '+82 10 1234 5678',
  })
  const refused = { reason: 'refused', message: ADDER }
  await expect(weaken('Checker', source)).rejects.toMatchObject(refused)
  await expect(act('Checker', 'source.edit', { source, aliases: [], reason: 'Typo.' })).rejects.toMatchObject(refused)
  await expect(act('Checker', 'source.edit', { source, contact: '', reason: 'Old.' })).rejects.toMatchObject(refused)
  const longer = { source, contact: '+82 10 1234 56789', reason: 'A digit.' }
  await expect(act('Checker', 'source.edit', longer)).rejects.toMatchObject(refused)
  // Another number beside it takes nothing away.
  await act('Checker', 'source.edit', { source, contact: '+82 10 1234 5678, +82 10 8765 4321' })
  await expect(act('Checker', 'source.destroy', { source, reason: 'They asked.' })).rejects.toMatchObject(refused)
  await weaken('Editor', source)
  expect(room.library.sources.find(({ id }) => id === source)?.protected).toBe(false)
})

test('who added a source does not weaken the one into which somebody merged it', async () => {
  const { act, weaken } = await usedByChecker()
  const { id: source } = await act('Checker', 'source.add', {
    name: 'Olena Kovalchuk',
    kind: 'person',
    protected: true,
  })
  const { id: into } = await act('Editor', 'source.add', { name: 'The aide', kind: 'person' })
  await act('Checker', 'source.merge', { source, into })
  await expect(weaken('Checker', into)).rejects.toMatchObject({ reason: 'refused', message: ADDER })
})

test('an author whose words name the source of somebody else cannot unprotect it, with or without evidence', async () => {
  const desk = await busanDesk()
  const { act, room } = desk
  for (const name of ['Checker', 'Second']) await act('Editor', 'roster.add', { name, role: 'checker' })
  const { id: source } = await act('Second', 'source.add', { name: 'Min Kyung-ho', kind: 'person', protected: true })
  const write = (text: string) =>
    act('Checker', 'story.import', { name: 'talks.txt', bytes: new TextEncoder().encode(text) })
  await write('Talks\n\nTwo people met in Seoul, Min Kyung\u2011Ho said.')
  const weaken = (by: string) => act(by, 'source.edit', { source, protected: false, reason: 'They agreed.' })
  await expect(weaken('Checker')).rejects.toMatchObject({ reason: 'refused', message: AUTHOR })
  await expect(act('Checker', 'source.destroy', { source, reason: 'Safe.' })).rejects.toMatchObject({ message: AUTHOR })
  await weaken('Editor')
  expect(room.library.sources.find(({ id }) => id === source)?.protected).toBe(false)
})

test('on a one-person desk who added a source may unprotect it', async () => {
  const { act, weaken, room } = await usedByChecker()
  await act('Editor', 'library.settings', { deskOfOne: true })
  const { id: source } = await act('Checker', 'source.add', {
    name: 'Olena Kovalchuk',
    kind: 'person',
    protected: true,
  })
  await weaken('Checker', source)
  expect(room.library.sources.find(({ id }) => id === source)?.protected).toBe(false)
})

test('an author who took the evidence off cannot unprotect or destroy its source', async () => {
  const { act, story, source, fact, evidence, weaken } = await usedByChecker()
  await expect(weaken('Checker')).rejects.toMatchObject({ reason: 'refused', message: AUTHOR })
  await act('Checker', 'fact.removeEvidence', { story, fact, evidence })
  expect(await act('Checker', 'source.facts', { source })).toEqual([])
  await expect(weaken('Checker')).rejects.toMatchObject({ reason: 'refused', message: AUTHOR })
  await expect(act('Checker', 'source.destroy', { source, reason: 'Safe.' })).rejects.toMatchObject({ message: AUTHOR })
  await weaken('Editor')
})

test('an author who undid the tag, or whose byline is gone, cannot unprotect the source', async () => {
  const { act, story, fact, weaken, room } = await usedByChecker()
  await act('Checker', 'fact.untag', { story, fact, reason: 'Not needed.' })
  await act('Editor', 'story.setField', { story, field: 'byline', value: [{ name: 'Reporter' }] })
  await (await room.storyNow(story)).saving.settle()
  await expect(weaken('Checker')).rejects.toMatchObject({ reason: 'refused', message: AUTHOR })
})

test('an author whose published version used a source cannot unprotect it when the next version does not', async () => {
  const { act, story, fact, evidence, weaken } = await usedByChecker()
  await act('Reporter', 'story.move', { story, to: 'filed' })
  await act('Editor', 'story.move', { story, to: 'inReview' })
  for (const to of ['cleared', 'published'] as const)
    await act('Editor', 'story.move', { story, to, override: 'A test.' })
  await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
  await act('Editor', 'fact.removeEvidence', { story, fact, evidence })
  await expect(weaken('Checker')).rejects.toMatchObject({ reason: 'refused', message: AUTHOR })
})

test('an author who merges a source that they used into another one cannot unprotect that', async () => {
  const { act, story, source, fact, evidence, weaken } = await usedByChecker()
  const { id: into } = await act('Second', 'source.add', { name: 'The aide', kind: 'person' })
  await act('Checker', 'source.merge', { source, into })
  await act('Checker', 'fact.removeEvidence', { story, fact, evidence })
  await expect(weaken('Checker', into)).rejects.toMatchObject({ reason: 'refused', message: AUTHOR })
})

test('a reason that tells what is taken away keeps no name, alias or contact in the history', async () => {
  const { act, room } = await usedByChecker()
  const { id: source } = await act('Second', 'source.add', {
    name: 'Olena Kovalchuk',
    kind: 'person',
    protected: true,
    aliases: ['Lenotschka', 'Driver Seven'],
    contact: '+82 10 1234 5678',
  })
  const last = () => {
    const entry = room.ledger.entries.at(-1)
    return entry && 'reason' in entry ? entry.reason : undefined
  }
  await act('Editor', 'source.edit', { source, aliases: ['Driver Seven'], reason: 'Lenotschka is another one.' })
  expect(last()).toBe('Source B is another one.')
  await act('Editor', 'source.edit', { source, contact: '', reason: '+82 10 1234 5678 is dead.' })
  expect(last()).toMatch(/Source B is dead\.$/u)
  await act('Editor', 'source.destroy', { source, reason: 'Olena Kovalchuk, Driver Seven, asked.' })
  expect(last()).toBe('Source B, Source B, asked.')
  expect(JSON.stringify(room.ledger.entries)).not.toMatch(/Olena|Kovalchuk|Lenotschka|Driver Seven|1234/)
})

test('nobody finds a protected source by typing its name beside a fact', async () => {
  const { act, story, fact } = await usedByChecker()
  const unknown = async (source: string) =>
    act('Checker', 'fact.addEvidence', { story, fact, evidence: { source, locator: 'p. 1', stance: 'supports' } }).then(
      () => 'attached',
      ({ message }: Error) => message.replaceAll(source, 'NAME'),
    )
  expect(await unknown('Min Kyung-ho')).toBe(await unknown('Nobody Known'))
  expect(await unknown('Source A')).toBe('attached')
})
