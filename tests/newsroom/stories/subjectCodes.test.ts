import { describe, expect, test } from 'vitest'
import { busanDesk } from '../newsDesk'

const desk = async () => {
  const { act, story, room } = await busanDesk()
  const set = async (value: string | readonly string[]): Promise<readonly string[]> =>
    (await act('Reporter', 'story.setField', { story, field: 'subjects', value: value as string })).fields.subjects
  return { act, story, room, set }
}

describe('the subjects of a story', () => {
  test('are given by code or by name in English or Korean, and kept as codes', async () => {
    const { set } = await desk()
    expect(await set('labour market, medtop:11000000, 20000574, 국제관계')).toEqual([
      'medtop:20000523',
      'medtop:11000000',
      'medtop:20000574',
      'medtop:20000638',
    ])
    expect(await set('economy, business and finance, Election, election')).toEqual([
      'medtop:04000000',
      'medtop:20000574',
    ])
    expect(await set(['Economy, business and finance'])).toEqual(['medtop:04000000'])
    expect(await set('')).toEqual([])
  })

  test('take a code that is newer than the list, and codes of other schemes', async () => {
    const { set } = await desk()
    expect(await set('medtop:20009999, desk:harbour')).toEqual(['medtop:20009999', 'desk:harbour'])
  })

  test('that the story had before stay, also free words', async () => {
    const { act, story, room, set } = await desk()
    const open = await room.storyNow(story)
    const { setField } = await import('../../../src/document/editStory')
    await open.edit('Reporter', (doc) => setField(doc, 'subjects', ['harbour talks'])).saved
    expect((await act('Reporter', 'story.show', { story })).fields.subjects).toEqual(['harbour talks'])
    expect(await set(['harbour talks', 'medtop:11000000'])).toEqual(['harbour talks', 'medtop:11000000'])
  })

  test('of an unknown name are refused, with the nearest ones', async () => {
    const { set } = await desk()
    await expect(set('labour mark')).rejects.toThrow(
      'There is no Media Topic “labour mark”. Nothing was changed. Do you mean: labour market (medtop:20000523)? ' +
        '“stet topics WORD” finds topics by name.',
    )
    await expect(set('medtop:11000000, harbour talks')).rejects.toThrow('There is no Media Topic “harbour talks”.')
    expect(await set('politics')).toEqual(['medtop:11000000'])
  })
})
