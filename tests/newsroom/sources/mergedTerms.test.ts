/** A merge of two sources takes nothing away from what exports are searched for. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import { joinedContacts } from '../../../src/story/desk/contact'
import { listedSources, type Source } from '../../../src/story/desk/source'
import { POOL } from '../../builders/stories/storyFrom'
import { busanDesk } from '../newsDesk'

const soughtOf = (sources: readonly Source[]): readonly string[] =>
  protectedTerms(sources).flatMap(({ what, term }) => (what === 'contact' ? [term] : []))
const sought = (contact: string): readonly string[] => soughtOf([{ ...POOL, protected: true, contact }])

const contact = fc
  .array(
    fc.constantFrom('Café Lido', 'Tuesdays', 'x@y.org', '@kim_m', '+82 10 1234 5678', 'Signal', 'https://a.example/k'),
    { maxLength: 3 },
  )
  .chain((parts) => fc.constantFrom(', ', '; ', ' ').map((sign) => parts.join(sign)))

test('what is sought of two contacts is sought of both together, and nothing else, in any order and however often', () => {
  fc.assert(
    fc.property(contact, contact, contact, (one, other, third) => {
      const all = [...new Set([one, other, third].flatMap(sought))].sort()
      const joined = joinedContacts(joinedContacts(one, other), joinedContacts(third, one))
      expect([...new Set(sought(joined))].sort()).toEqual(all)
    }),
  )
})

test('a reporter who merges an own source into a protected one does not end the search for its contact', async () => {
  const { act, room } = await busanDesk()
  const { id: into } = await act('Editor', 'source.add', {
    name: 'Olena Kovalchuk',
    kind: 'person',
    protected: true,
    contact: 'Café Lido, Tuesdays',
  })
  const { id: source } = await act('Reporter', 'source.add', { name: 'The aide', kind: 'person', contact: 'x@y.org' })
  await act('Reporter', 'source.merge', { source, into })
  expect(soughtOf(listedSources(room.library.sources))).toEqual(['Café Lido, Tuesdays', 'x@y.org'])
})

test('two contacts that are too long to be sought together are not merged', async () => {
  const { act, room } = await busanDesk()
  const long = (name: string): string => Array.from({ length: 300 }, (_, at) => `${name}${at}`).join(' ')
  const { id: into } = await act('Editor', 'source.add', { name: 'A Kim', kind: 'person', contact: long('a') })
  const { id: source } = await act('Editor', 'source.add', { name: 'B Lee', kind: 'person', contact: long('b') })
  await expect(act('Editor', 'source.merge', { source, into })).rejects.toMatchObject({ reason: 'usage' })
  expect(room.library.sources.find(({ id }) => id === into)?.contact).toBe(long('a'))
})
