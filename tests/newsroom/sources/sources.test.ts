import { expect, test } from 'vitest'
import { busanDesk } from '../newsDesk'

async function protectedDesk() {
  const desk = await busanDesk()
  const { id: source } = await desk.act('Reporter', 'source.add', {
    name: 'Olena Kovalchuk',
    kind: 'person',
    groundRules: 'background',
    description: 'an aide',
    protected: true,
    aliases: ['OK7'],
    contact: '+82 10 1234 5678',
  })
  const { id: fact } = await desk.act('Reporter', 'fact.tag', {
    story: desk.story,
    text: '100 minutes',
    type: 'figure',
  })
  await desk.act('Editor', 'fact.sign', {
    story: desk.story,
    fact,
    status: 'verified',
    evidence: { source, locator: '30 Oct, call', stance: 'supports' },
  })
  const status = async () => (await desk.act('Editor', 'story.show', { story: desk.story })).facts[0]?.status
  return { ...desk, source, fact, status }
}

test('a protected source is listed, found and logged by its pseudonym only', async () => {
  const { act, source, room } = await protectedDesk()
  expect((await act('Editor', 'source.list', {})).find(({ id }) => id === source)).toEqual({
    id: source,
    name: 'Source A',
    kind: 'person',
    groundRules: 'background',
    description: 'an aide',
    groundRulesVersion: 1,
    protected: true,
    aliases: [],
    pseudonym: 'Source A',
  })
  const noted = room.ledger.entries.filter(({ kind }) => kind !== 'keyAdded' && kind !== 'sealed')
  expect(noted.map(({ kind, by }) => [kind, by])).toEqual([
    ['roleChanged', 'Reporter'],
    ['personAdded', 'Reporter'],
    ['personAdded', 'Editor'],
    ['sourceAdded', 'Reporter'],
    ['sourceAdded', 'Reporter'],
  ])
  expect(JSON.stringify(room.ledger.entries)).not.toMatch(/Kovalchuk|OK7|1234/)
})

test('weakening protection needs a reason and somebody whose stories do not rest on the source', async () => {
  const { act, source, room } = await protectedDesk()
  await expect(act('Editor', 'source.edit', { source, protected: false })).rejects.toMatchObject({
    reason: 'usage',
    message: expect.stringContaining(
      'Give a reason. A change that weakens the protection of a source is kept',
    ) as string,
  })
  await expect(
    act('Reporter', 'source.edit', { source, protected: false, reason: 'They agreed' }),
  ).rejects.toMatchObject({
    reason: 'refused',
    message: expect.stringContaining(
      'A reporter cannot do that, and Reporter is one on the roster. Ask an editor.',
    ) as string,
  })
  await expect(act('Editor', 'source.edit', { source, aliases: [] })).rejects.toMatchObject({
    reason: 'usage',
    message: expect.stringContaining(
      'Give a reason. A change that weakens the protection of a source is kept',
    ) as string,
  })
  await act('Editor', 'roster.add', { name: 'Second', role: 'editor' })
  await act('Editor', 'source.edit', { source, protected: false, reason: 'Olena Kovalchuk agreed' })
  expect(room.ledger.entries.at(-1)).toMatchObject({
    kind: 'sourceChanged',
    by: 'Editor',
    source,
    fields: ['protected'],
    protected: false,
    reason: 'Source A agreed',
  })
})

test('a new name of a protected source keeps the old one as an alias', async () => {
  const { act, source, room } = await protectedDesk()
  await act('Editor', 'source.edit', { source, name: 'The aide' })
  expect(room.library.sources.find(({ id }) => id === source)).toMatchObject({
    name: 'The aide',
    aliases: ['OK7', 'Olena Kovalchuk'],
    pseudonym: 'Source A',
  })
})

test('a destroyed identity leaves the pseudonym and every sign-off, and nothing else', async () => {
  const { act, source, room, store, status } = await protectedDesk()
  await expect(act('Reporter', 'source.destroy', { source, reason: 'Court order' })).rejects.toMatchObject({
    reason: 'refused',
    message: expect.stringContaining(
      'A reporter cannot do that, and Reporter is one on the roster. Ask an editor.',
    ) as string,
  })
  await act('Editor', 'source.destroy', { source, reason: 'Court order' })
  expect(room.library.sources.find(({ id }) => id === source)).toEqual({
    id: source,
    name: 'Source A',
    kind: 'person',
    groundRules: 'background',
    description: 'an aide',
    groundRulesVersion: 1,
    protected: true,
    aliases: [],
    pseudonym: 'Source A',
    destroyed: { by: 'Editor', at: '2026-10-30T09:00:00.000Z' },
    // Sign-offs stand by the last commitment. Without its key, no name can be tried on it.
    commitment: expect.stringMatching(/^[0-9a-f]{128}$/) as string,
  })
  expect(JSON.stringify(await store.readLibrary())).not.toContain('Kovalchuk')
  expect(await status()).toBe('verified')
  await expect(act('Editor', 'source.edit', { source, name: 'Somebody' })).rejects.toMatchObject({
    reason: 'refused',
    message: expect.stringContaining(
      'The identity of Source A was destroyed, so nothing more can be written about it.',
    ) as string,
  })
  const { id: next } = await act('Editor', 'source.add', { name: 'Another', kind: 'person', protected: true })
  expect(room.library.sources.find(({ id }) => id === next)?.pseudonym).toBe('Source B')
})

test('an author does not destroy the name that exports of their story are scanned for', async () => {
  const { act, story, source } = await protectedDesk()
  await act('Editor', 'story.setField', { story, field: 'byline', value: [{ name: 'Editor' }] })
  await act('Editor', 'copy.replace', { story, replace: 'They left', with: 'Olena Kovalchuk spoke. They left' })
  await expect(act('Editor', 'source.destroy', { source, reason: 'They asked' })).rejects.toMatchObject({
    reason: 'refused',
    message:
      'Editor is the author of a story that uses, used or names this source, or has a byline there. ' +
      'Someone else must weaken the protection.',
  })
  await expect(act('Editor', 'story.export', { story, format: 'html', draft: true })).rejects.toThrow(
    'Source A’s name is in the copy.',
  )
})

test('a merged source keeps the facts of both, and those that rested on it go to re-check', async () => {
  const { act, source, story, status, room, pool } = await protectedDesk()
  const { id: double } = await act('Editor', 'source.add', {
    name: 'O. Kovalchuk',
    kind: 'person',
    groundRules: 'background',
    description: 'an aide',
  })
  const { id: wire } = await act('Editor', 'source.add', { name: 'Wire', kind: 'outlet', derivedFrom: [source] })
  await act('Editor', 'source.merge', { source, into: double })
  expect(await status()).toBe('reCheck')
  expect(
    (await act('Editor', 'source.facts', { source: double })).map(({ words, locators }) => [words, locators]),
  ).toEqual([['100 minutes', ['30 Oct, call']]])
  expect(room.library.sources.find(({ id }) => id === double)).toMatchObject({
    name: 'O. Kovalchuk',
    aliases: ['Olena Kovalchuk', 'OK7'],
    protected: true,
    pseudonym: 'Source A',
    contact: '+82 10 1234 5678',
  })
  expect(room.library.sources.find(({ id }) => id === wire)?.derivedFrom).toEqual([double])
  expect((await act('Editor', 'source.list', {})).map(({ id }) => id)).toEqual([pool, double, wire])
  await act('Editor', 'source.edit', { source: double, groundRules: 'offTheRecord' })
  expect((await act('Editor', 'story.gate', { story, door: 'clear' })).blocks.map(({ rule }) => rule)).toContain(
    'offTheRecord',
  )
})

test('other wording or another description sends facts to re-check, a new contact does not', async () => {
  const { act, source, status } = await protectedDesk()
  await act('Editor', 'source.edit', { source, contact: '+82 10 9999 9999', reason: 'New number' })
  expect(await status()).toBe('verified')
  await act('Editor', 'source.edit', { source, description: 'an official' })
  expect(await status()).toBe('reCheck')
})

test('a source is found by id, pseudonym, name or alias; an ambiguous name lists the ids', async () => {
  const { act, source } = await protectedDesk()
  const add = async (name: string, aliases: readonly string[] = []): Promise<string> =>
    (await act('Editor', 'source.add', { name, kind: 'person', aliases: [...aliases] })).id
  const [jiWoo, minJun] = [await add('Kim Ji-woo', ['Kim', 'JW']), await add('Kim Min-jun', ['Kim'])]
  const resting = async (called: string) => (await act('Editor', 'source.facts', { source: called })).length
  expect([
    await resting(source),
    await resting('Source A'),
    await resting('source a'),
    await resting('kim  ji-woo'),
    await resting('JW'),
  ]).toEqual([1, 1, 1, 0, 0])
  await expect(resting('Kim')).rejects.toMatchObject({
    reason: 'usage',
    message: `“Kim” matches ${jiWoo} (Kim Ji-woo, person) and ${minJun} (Kim Min-jun, person). Give the id.`,
  })
  for (const called of ['Olena Kovalchuk', 'OK7', 'Nobody']) {
    await expect(resting(called)).rejects.toMatchObject({
      reason: 'usage',
      message: `The source book has no source “${called}”. “stet source list” lists them. Give a protected source by its pseudonym.`,
    })
  }
  await act('Editor', 'source.edit', { source: 'Kim Min-jun', derivedFrom: ['JW'] })
  expect((await act('Editor', 'source.list', {})).find(({ id }) => id === minJun)?.derivedFrom).toEqual([jiWoo])
  await act('Editor', 'source.merge', { source: 'kim min-jun', into: 'JW' })
  expect((await act('Editor', 'source.list', {})).map(({ id }) => id)).not.toContain(minJun)
  await act('Editor', 'source.destroy', { source: 'Source A', reason: 'They asked' })
  expect((await act('Editor', 'source.list', {})).find(({ id }) => id === source)?.destroyed).toMatchObject({
    by: 'Editor',
  })
})

test('an endless name, alias or contact is refused, and exports still work', async () => {
  const { act, story, source } = await protectedDesk()
  const endless = `Zq a${'.'.repeat(40_000)}b`
  const limit = { reason: 'usage', message: 'A name or alias can have at most 500 characters. Nothing was changed.' }
  await expect(act('Editor', 'source.add', { name: endless, kind: 'person', protected: true })).rejects.toMatchObject(
    limit,
  )
  await expect(
    act('Editor', 'source.add', { name: 'Zora', kind: 'person', protected: true, aliases: [endless] }),
  ).rejects.toMatchObject(limit)
  await expect(act('Editor', 'source.edit', { source, aliases: ['OK7', endless] })).rejects.toMatchObject(limit)
  await expect(act('Editor', 'source.edit', { source, contact: endless, reason: 'new number' })).rejects.toMatchObject({
    reason: 'usage',
    message: 'A contact can have at most 5000 characters. Nothing was changed.',
  })
  expect((await act('Editor', 'story.export', { story, format: 'text', draft: true })).bytes.length).toBeGreaterThan(0)
})
