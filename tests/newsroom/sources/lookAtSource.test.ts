/** Who looks at the identity of a protected source stands in the library's history, without the name. */
import { expect, test } from 'vitest'
import { libraryEntryWords } from '../../../src/story/history/libraryEntryWords'
import { busanDesk } from '../newsDesk'

async function protectedDesk() {
  const desk = await busanDesk()
  const { id: source } = await desk.act('Reporter', 'source.add', { name: 'Jane Roe', kind: 'person', protected: true })
  const looks = () => desk.room.ledger.entries.flatMap((entry) => (entry.kind === 'sourceShown' ? [entry] : []))
  return { ...desk, source, looks }
}

test('a person who did not add a protected source is noted with each look, and the name is not', async () => {
  const { act, source, looks, room } = await protectedDesk()
  await act('Editor', 'source.look', { source })
  await act('Editor', 'source.look', { source })
  expect(looks().map(({ by, source: about }) => [by, about])).toEqual([
    ['Editor', source],
    ['Editor', source],
  ])
  expect(JSON.stringify(room.ledger.entries)).not.toContain('Roe')
  const [entry] = looks()
  expect(entry && libraryEntryWords(entry, () => 'Source A')).toEqual({ did: 'looked at who Source A is', notes: [] })
})

test('who added a source knows the name, and a source that is not protected is open to all', async () => {
  const { act, source, pool, looks } = await protectedDesk()
  await act('Reporter', 'source.look', { source })
  await act('Editor', 'source.look', { source: pool })
  expect(looks()).toEqual([])
})

test('a source of one’s own that is merged into it opens no source unnoticed', async () => {
  const { act, source, looks } = await protectedDesk()
  const { id: own } = await act('Editor', 'source.add', { name: 'Somebody', kind: 'person' })
  await act('Editor', 'source.merge', { source: own, into: source })
  await act('Editor', 'source.look', { source })
  expect(looks().map(({ by }) => by)).toEqual(['Editor'])
})

test('a source that is merged into one’s own opens itself to nobody unnoticed', async () => {
  const { act, source, looks } = await protectedDesk()
  const { id: own } = await act('Editor', 'source.add', { name: 'Somebody', kind: 'person' })
  await act('Editor', 'source.merge', { source, into: own })
  await act('Editor', 'source.look', { source: own })
  expect(looks().map(({ by, source: about }) => [by, about])).toEqual([['Editor', own]])
})

test('who added a source is noted once somebody else gave it a name, an alias or a contact', async () => {
  const { act, source, looks } = await protectedDesk()
  await act('Editor', 'source.edit', { source, groundRules: 'background', description: 'an aide' })
  await act('Reporter', 'source.look', { source })
  expect(looks()).toEqual([])
  await act('Editor', 'source.edit', { source, aliases: ['Janey'] })
  await act('Reporter', 'source.look', { source })
  expect(looks().map(({ by }) => by)).toEqual(['Reporter'])
})

test('in a library with PINs nobody looks without one, also not under the name of the person who added it', async () => {
  const { act, source, looks } = await protectedDesk()
  await act('Editor', 'pin.set', { pin: '4711' })
  await expect(act('Reporter', 'source.look', { source })).rejects.toThrow('PIN')
  await act('Editor', 'source.look', { source })
  expect(looks().map(({ by }) => by)).toEqual(['Editor'])
})
