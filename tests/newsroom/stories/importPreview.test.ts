import { expect, test } from 'vitest'
import { busanDesk } from '../newsDesk'

test('a preview says which byline, dateline, embargo and ed note an import sets, and no other field', async () => {
  const { act } = await busanDesk()
  const item = {
    headline: 'Head',
    slugline: 'talks',
    by: 'Kim Ji-woo',
    located: 'Busan',
    embargoed: '2027-01-05T06:00:00Z',
    ednote: 'Hold.',
    body_html: '<p>Words.</p>',
  }
  const bytes = new TextEncoder().encode(JSON.stringify(item))
  expect((await act('Reporter', 'story.previewImport', { name: 'a.json', bytes })).fields).toEqual({
    byline: [{ name: 'Kim Ji-woo' }],
    dateline: { place: 'Busan', date: '' },
    embargo: '2027-01-05T06:00:00Z',
    edNote: 'Hold.',
  })
})

const text = (words: string) => new TextEncoder().encode(words)

test('a preview names the stories that the library has under the same headline, and no others', async () => {
  const { act } = await busanDesk()
  const file = { name: 'a.md', bytes: text('# Cranes stand still\n\nFourteen vessels were waiting.\n') }
  expect((await act('Reporter', 'story.previewImport', file)).known).toBeUndefined()
  const first = await act('Reporter', 'story.import', file)
  await act('Reporter', 'story.setField', { story: first.id, field: 'slug', value: 'cranes' })
  const second = await act('Reporter', 'story.import', file)
  expect((await act('Reporter', 'story.previewImport', file)).known).toEqual([
    { id: second.id, slug: '', headline: 'Cranes stand still', stage: 'draft' },
    { id: first.id, slug: 'cranes', headline: 'Cranes stand still', stage: 'draft' },
  ])
  const other = { name: 'b.md', bytes: text('# Cranes stand\n\nFourteen vessels were waiting.\n') }
  expect((await act('Reporter', 'story.previewImport', other)).known).toBeUndefined()
  const without = { name: 'c.json', bytes: text('{"body_html": "<p>Words.</p>"}') }
  await act('Reporter', 'story.import', without)
  expect((await act('Reporter', 'story.previewImport', without)).known).toBeUndefined()
})

test('a headline with a protected name is found, and another name behind the same mask is not', async () => {
  const { act } = await busanDesk()
  await act('Editor', 'source.add', { name: 'Amina Okafor', kind: 'person', protected: true, aliases: ['Tunde Bello'] })
  const file = (name: string) => ({ name: 'a.md', bytes: text(`# Mayor met ${name}\n\nThey talked.\n`) })
  const { id } = await act('Reporter', 'story.import', file('Amina Okafor'))
  const known = async (name: string) => (await act('Reporter', 'story.previewImport', file(name))).known
  expect([await known('Amina Okafor'), await known('Tunde Bello')]).toEqual([
    [{ id, slug: '', headline: 'Mayor met Amina Okafor', stage: 'draft' }],
    undefined,
  ])
})
