import { expect, test, vi } from 'vitest'
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
