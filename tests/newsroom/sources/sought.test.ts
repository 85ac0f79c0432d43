/** Nobody alone ends the search for a name of a protected source by what else the book tells of it. */
import { expect, test } from 'vitest'
import { soughtOf } from '../../../src/projection/scan/seek/soughtOf'
import type { RequestOf } from '../../../src/story/requests/requests'
import { busanDesk } from '../newsDesk'

const NAMES = ['Dr. Joseph R. Wilson', 'Joseph R. Wilson', 'Dr. Joseph Wilson', 'Joseph Wilson']
const REASON =
  'Give a reason. A change that weakens the protection of a source is kept in the library’s history with its reason: ' +
  'removing the protection, a name or a contact, or another kind or description that ends the search for a name.'

async function wilsonDesk(name = 'Dr. Joseph R. Wilson') {
  const desk = await busanDesk()
  for (const one of ['Checker', 'Second']) await desk.act('Editor', 'roster.add', { name: one, role: 'checker' })
  const { id: source } = await desk.act('Checker', 'source.add', { name, kind: 'person', protected: true })
  const sought = (id = source) =>
    desk.room.library.sources.flatMap((one) => (one.id === id && one.protected ? soughtOf(one) : []))
  return { ...desk, source, sought }
}

test.each([
  ['another kind', { kind: 'document' }],
  ['a description that has the name', { description: 'Joseph R. Wilson, or Joseph Wilson, an aide' }],
] satisfies [string, Omit<RequestOf<'source.edit'>, 'source'>][])(
  'who added a source does not end the search for its bare name by %s',
  async (_what, change) => {
    const { act, source, sought } = await wilsonDesk()
    expect(sought()).toEqual(NAMES)
    await expect(act('Checker', 'source.edit', { source, ...change })).rejects.toThrow(REASON)
    await expect(act('Checker', 'source.edit', { source, ...change, reason: 'So it is.' })).rejects.toThrow(
      'Someone else, who is not a reporter, must weaken the protection.',
    )
    expect(sought()).toEqual(NAMES)
    await act('Second', 'source.edit', { source, ...change, reason: 'So it is.' })
    expect(sought()).not.toContain('Joseph R. Wilson')
  },
)

test('a change that takes no name out of the search needs no reason', async () => {
  const { act, source, sought } = await wilsonDesk()
  await act('Checker', 'source.edit', { source, description: 'an aide', groundRules: 'background', kind: 'person' })
  expect(sought()).toEqual(NAMES)
})

test('under a new name a source is sought by the one word that stood behind its title', async () => {
  const { act, source, sought } = await wilsonDesk('Mr. Wilson')
  expect(sought()).toEqual(['Mr. Wilson', 'Wilson'])
  await act('Checker', 'source.edit', { source, name: 'The aide' })
  expect(sought()).toEqual(['The aide', 'Mr. Wilson', 'Wilson'])
})

test.each([
  ['a document', { kind: 'document' }],
  ['a source whose description has the name', { kind: 'person', description: 'Joseph R. Wilson' }],
] satisfies [string, Pick<RequestOf<'source.add'>, 'kind' | 'description'>][])(
  'a source that is merged into %s is sought by every name as before',
  async (_what, kept) => {
    const { act, source, sought } = await wilsonDesk()
    const { id: into } = await act('Checker', 'source.add', { name: 'The harbour paper', ...kept })
    await act('Checker', 'source.merge', { source, into })
    expect(sought(into)).toEqual(expect.arrayContaining(NAMES))
  },
)
