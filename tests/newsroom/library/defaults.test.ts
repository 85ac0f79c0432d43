import { expect, test } from 'vitest'
import { machine } from '../merge/machines'

const desk = () =>
  machine(1, [
    ['Lee', 'editor'],
    ['Ben', 'reporter'],
  ])

test('new stories and alerts begin with what an editor set, and the change is logged without its values', async () => {
  const { act } = await desk()
  const defaults = {
    byline: true,
    place: ' BUSAN ',
    language: 'en-gb',
    provider: 'Harbour Times',
    copyrightLine: '',
    usageTerms: 'Web and print.',
  }
  expect((await act('Lee', 'library.settings', { defaults })).defaults).toEqual({
    ...{ byline: true, place: 'BUSAN', language: 'en-GB', provider: 'Harbour Times', usageTerms: 'Web and print.' },
  })
  const { id: story } = await act('Ben', 'story.create', {})
  const { id: alert } = await act('Ben', 'story.alert', { headline: 'Harbour closed', slug: 'harbour' })
  for (const id of [story, alert]) {
    const { fields } = await act('Ben', 'story.show', { story: id })
    expect(fields).toMatchObject({
      ...{ author: 'Ben', byline: [{ name: 'Ben' }], dateline: { place: 'BUSAN', date: '' }, language: 'en-GB' },
      ...{ provider: 'Harbour Times', copyrightLine: '', usageTerms: 'Web and print.' },
    })
  }
  const [logged] = (await act('Lee', 'library.history', {})).filter(({ kind }) => kind === 'defaultsSet')
  expect(logged).toMatchObject({ by: 'Lee', fields: ['byline', 'place', 'language', 'provider', 'usageTerms'] })
  expect(JSON.stringify(logged)).not.toContain('Harbour Times')
})

test('a default that is emptied is gone, and the same again changes nothing', async () => {
  const { act } = await desk()
  await act('Lee', 'library.settings', { defaults: { place: 'BUSAN', provider: 'Harbour Times' } })
  await act('Lee', 'library.settings', { defaults: { place: '', provider: 'Harbour Times' } })
  await act('Lee', 'library.settings', { defaults: { provider: 'Harbour Times' } })
  expect((await act('Ben', 'library.settings', {})).defaults).toEqual({ provider: 'Harbour Times' })
  const logged = (await act('Lee', 'library.history', {})).filter(({ kind }) => kind === 'defaultsSet')
  expect(logged.map((entry) => entry.kind === 'defaultsSet' && entry.fields)).toEqual([
    ['place', 'provider'],
    ['place'],
  ])
})

test('a default that is not sent stays', async () => {
  const { act } = await desk()
  await act('Lee', 'library.settings', { defaults: { place: 'BUSAN', byline: true } })
  await act('Lee', 'library.settings', { defaults: { provider: 'Harbour Times' } })
  await act('Lee', 'library.settings', { defaults: { byline: false } })
  expect((await act('Ben', 'library.settings', {})).defaults).toEqual({ place: 'BUSAN', provider: 'Harbour Times' })
})

test('only editors set them, and what is no language tag is refused', async () => {
  const { act } = await desk()
  await expect(act('Ben', 'library.settings', { defaults: { place: 'BUSAN' } })).rejects.toThrow('editor')
  await expect(act('Lee', 'library.settings', { defaults: { language: 'plain English' } })).rejects.toThrow(
    '“plain English” is not a language tag. Write a tag such as en, ko, zh-Hant or en-GB. Nothing was changed.',
  )
  expect((await act('Ben', 'library.settings', {})).defaults).toBeUndefined()
})

test('the zone of the newsroom is kept by its name, and what is no zone is refused', async () => {
  const { act } = await desk()
  expect((await act('Lee', 'library.settings', { defaults: { zone: 'asia/seoul' } })).defaults).toEqual({
    zone: 'Asia/Seoul',
  })
  await expect(act('Lee', 'library.settings', { defaults: { zone: 'Mokpo' } })).rejects.toThrow(
    '“Mokpo” is not a time zone. Write a name such as Asia/Seoul, Europe/London or UTC. Nothing was changed.',
  )
})
