import { expect, test, vi } from 'vitest'
import { suggestedName } from '../../../src/newsroom/exports/exportLeaks'
import { busanDesk } from '../newsDesk'

test('a history that leaves does not name the lost file of a source that is protected since', async () => {
  const { act, room, story } = await busanDesk()
  await act('Editor', 'source.add', { name: 'Jane Doe', kind: 'person', protected: true })
  const open = await room.story(story)
  const detail = 'The file Jane Doe call.m4a is missing.'
  vi.spyOn(open, 'value').mockReturnValue({ ...open.value(), losses: [{ kind: 'fileGone', where: 'f1', detail }] })
  expect((await act('Editor', 'story.exportHistory', { story })).chain).toMatchObject({
    whole: false,
    trouble: 'The file Source A call.m4a is missing.',
  })
})

test('what a person wrote as legal stays at the desk when the person has another role', async () => {
  const { act, story } = await busanDesk()
  await act('Editor', 'roster.add', { name: 'Legal', role: 'legal' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  await act('Legal', 'fact.sign', { story, fact, status: 'queried', reason: 'Our counsel expects a claim.' })
  const text = async () => {
    const { entries } = await act('Editor', 'story.exportHistory', { story, fact })
    const { notes, withheld } = entries.find(({ kind }) => kind === 'signed') ?? {}
    return { notes, withheld }
  }
  const kept = { notes: [], withheld: true }
  expect(await text()).toEqual(kept)
  await act('Editor', 'roster.add', { name: 'Legal', role: 'editor' })
  expect(await text()).toEqual(kept)
})

test('a person of the desk who is a protected source now is masked as one', async () => {
  const { act, story } = await busanDesk()
  await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  await act('Editor', 'source.add', { name: 'Reporter', kind: 'person', protected: true })
  const { entries } = await act('Editor', 'story.exportHistory', { story })
  expect(new Set(entries.map(({ by }) => by))).toEqual(new Set(['Source A']))
})

test('a dialog suggests no file name with a name that is protected since', async () => {
  const { act, room } = await busanDesk()
  expect(suggestedName(room, 'jane-doe-speaks.html')).toBe('jane-doe-speaks.html')
  await act('Editor', 'source.add', { name: 'Jane Doe', kind: 'person', protected: true })
  expect(suggestedName(room, 'jane-doe-speaks.html')).toBeUndefined()
})
