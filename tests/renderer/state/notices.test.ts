import { expect, it } from 'vitest'
import { did, fakeWindow } from '../fakeWindow'

it('a refusal stays while the window only reads, and goes with the next action', async () => {
  const {
    services: { newsroom, notices },
  } = fakeWindow({
    answers: {
      'desk.queue': () => did({ items: [], total: 0, kinds: {} }),
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

it('lasting trouble stays until it is dismissed, however much of it there is', () => {
  const { notices } = fakeWindow().services
  const said = (): readonly string[] => notices.store.getState().list.map(({ text }) => text)
  const troubles = ['1', '2', '3', '4', '5'].map((nth) => `Repaired part ${nth}.`)
  troubles.forEach(notices.showLastingAlert)
  notices.say('Saved.')
  notices.settle()
  expect(said()).toEqual(troubles)
})
