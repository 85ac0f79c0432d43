import { expect, test } from 'vitest'
import { machine } from '../merge/machines'

const WHY = 'is a name that Stet gives to protected sources. Give this source another name. Nothing was changed.'

test('nobody may be called what a protected source is called, in any spelling', async () => {
  const { act } = await machine(1, [['Lee', 'editor']])
  for (const name of ['Source A', 'source b', '출처 A', 'Ｓource A', 'Source\u00a0A', 'Source \u200bA'])
    await expect(act('Lee', 'source.add', { name, kind: 'person' })).rejects.toThrow(WHY)
  await expect(act('Lee', 'source.add', { name: 'Kim', kind: 'person', aliases: ['Source A'] })).rejects.toThrow(WHY)
  const { id } = await act('Lee', 'source.add', { name: 'Source Analysis Ltd', kind: 'document' })
  await expect(act('Lee', 'source.edit', { source: id, name: 'Source C' })).rejects.toThrow(WHY)
  expect((await act('Lee', 'source.list', {})).map(({ name }) => name)).toEqual(['Source Analysis Ltd'])
})

test('a protected source keeps its pseudonym when something else of it is edited', async () => {
  const { act } = await machine(1, [['Lee', 'editor']])
  const { id } = await act('Lee', 'source.add', { name: 'Orsolya Vandersteen', kind: 'person', protected: true })
  await act('Lee', 'source.edit', { source: id, description: 'an aide' })
  expect((await act('Lee', 'source.list', {}))[0]).toMatchObject({ name: 'Source A', description: 'an aide' })
})
