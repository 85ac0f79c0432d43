import { expect, test } from 'vitest'
import { isLooser } from '../../../src/story/text/looserEmbargo'
import { busanDesk, publishBusan } from '../newsDesk'

const NOON = '2026-11-02T12:00:00Z'
const LATER = '2026-11-02T22:00:00+09:00'
const EARLIER = '2026-11-02T20:00:00+09:00'

test.each([
  ['set', '', NOON, false],
  ['moved later', NOON, LATER, false],
  ['the same instant in another zone', NOON, '2026-11-02T21:00:00+09:00', false],
  ['moved earlier', NOON, EARLIER, true],
  ['taken off', NOON, '', true],
  ['one that nobody can read, replaced', 'Monday', LATER, true],
  ['one that nobody can read, kept', 'Monday', 'Monday', false],
])('an embargo that is %s', (_what, before, now, looser) => expect(isLooser(before, now)).toBe(looser))

test('anyone sets an embargo and moves it later; only an editor moves it earlier or takes it off, and all is logged', async () => {
  const { act, story, room } = await busanDesk()
  const set = (by: string, value: string) => act(by, 'story.setField', { story, field: 'embargo', value })
  await set('Reporter', NOON)
  await set('Reporter', LATER)
  for (const by of ['Reporter', 'Legal'])
    for (const value of [EARLIER, ''])
      await expect(set(by, value)).rejects.toThrow(`to an earlier time, or lift it. ${by} is not an editor.`)
  await set('Editor', EARLIER)
  await set('Editor', '')
  const { entries } = await room.storyNow(story)
  expect(entries.flatMap((entry) => (entry.kind === 'fieldSet' ? [[entry.by, entry.from, entry.to]] : []))).toEqual([
    ['Reporter', '', NOON],
    ['Reporter', NOON, LATER],
    ['Editor', LATER, EARLIER],
    ['Editor', EARLIER, ''],
  ])
})

test('a kept state without the embargo takes it off for an editor only, and before anything else is restored', async () => {
  const { act, story } = await busanDesk()
  const { n } = await act('Reporter', 'version.keep', { story, name: 'before' })
  await act('Reporter', 'story.setField', { story, field: 'embargo', value: NOON })
  await act('Reporter', 'copy.replace', { story, replace: 'separately', with: 'together' })
  await expect(act('Reporter', 'version.restore', { story, n, fields: true })).rejects.toThrow('Only an editor')
  expect((await act('Reporter', 'story.show', { story })).blocks.at(-1)?.text).toContain('together')
  await act('Reporter', 'version.restore', { story, n })
  const { fields } = await act('Editor', 'version.restore', { story, n, fields: true })
  expect(fields).toEqual(['embargo'])
})

test('what leaves is put back without a later embargo, and without the fields of the desk', async () => {
  const desk = await busanDesk()
  const { act, story, room } = desk
  await publishBusan(desk)
  const { versions } = await act('Editor', 'version.list', { story })
  const { n } = versions[0] ?? { n: 0 }
  const now = async () => {
    const { copy, fields } = (await room.storyNow(story)).value()
    return [copy[1]?.text, fields.slug, fields.byline, fields.embargo, fields.desk, fields.wordTarget]
  }
  const published = ['Leaders meet in Busan to push trade deal', 'busan', [{ name: 'Reporter' }]]
  expect((await now()).slice(0, 3)).toEqual(published)
  for (const [field, value] of [
    ['embargo', NOON],
    ['desk', 'Sports'],
    ['wordTarget', 500],
    ['byline', 'Reporter, Legal'],
  ] as const)
    await act('Editor', 'story.setField', { story, field, value } as never)
  for (const by of ['Reporter', 'Editor']) {
    await act('Reporter', 'copy.replace', { story, replace: 'Leaders meet', with: 'Leaders met' })
    await act('Reporter', 'story.setField', { story, field: 'slug', value: 'talks' })
    const { fields, stayed } = await act(by, 'version.restore', { story, n, fields: 'leaving' })
    const isEditor = by === 'Editor'
    // Only an editor takes the name of somebody else out of the byline.
    expect([fields, stayed]).toEqual(isEditor ? [['slug', 'byline'], ['embargo']] : [['slug'], ['byline', 'embargo']])
    const byline = isEditor ? published[2] : [{ name: 'Reporter' }, { name: 'Legal' }]
    expect(await now()).toEqual([...published.slice(0, 2), byline, NOON, 'Sports', 500])
  }
})

test('a version published under an embargo is found as embargoed after Fields took it off', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  await act('Reporter', 'story.setField', { story, field: 'embargo', value: NOON })
  await publishBusan(desk)
  const row = async () => (await act('Editor', 'story.list', {})).find(({ id }) => id === story)
  const found = async (query: string) => (await act('Editor', 'story.search', { query })).map((hit) => hit.id)
  expect(await row()).toMatchObject({ embargo: NOON, heldUntil: NOON })
  await act('Editor', 'story.setField', { story, field: 'embargo', value: '' })
  expect(await row()).toMatchObject({ embargo: '', heldUntil: NOON })
  expect([await found('is:embargoed'), await found('-is:embargoed')]).toEqual([[story], []])
})
