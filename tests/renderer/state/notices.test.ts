import { expect, it } from 'vitest'
import { did, fakeRoom } from '../fakeRoom'

it('what was refused stays while the window looks things up by itself, and goes with the next thing that is done', async () => {
  const {
    room: { newsroom, notices },
  } = fakeRoom({
    answers: {
      'desk.queue': () => did([]),
      'version.list': () => did({ versions: [], bytes: 0, limit: 0 }),
      'roster.add': () => did({ roster: [] }),
    },
  })
  const said = (): readonly string[] => notices.store.getState().list.map(({ text }) => text)
  notices.showAlert('Reporter wrote these words.')
  await newsroom.act('desk.queue', {})
  await newsroom.act('version.list', { story: 'story' })
  expect(said()).toEqual(['Reporter wrote these words.'])
  await newsroom.act('roster.add', { name: 'Ana' })
  expect(said()).toEqual([])
})
