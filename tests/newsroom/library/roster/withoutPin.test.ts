import { expect, test } from 'vitest'
import { clockFrom } from '../../../../src/newsroom/environment/clock'
import { sequentialIds } from '../../../../src/newsroom/environment/ids'
import { WITHOUT_PIN } from '../../../../src/newsroom/people/withoutPin'
import { Newsroom } from '../../../../src/newsroom/state/newsroom'
import { READING_ACTIONS } from '../../../../src/story/requests/requests'
import { MemoryStore } from '../../../builders/library/memoryStore'
import { newsDesk } from '../../newsDesk'

test('from the first PIN on nobody gives a verdict or moves a story without one', async () => {
  const { act } = await newsDesk()
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Council meets in town\n\nA day there\n\nIt cost 100 won.'),
  })
  await act('Editor', 'pin.set', { pin: '4711' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100', type: 'figure' })
  await act('Legal', 'fact.sign', { story, fact, status: 'queried', reason: 'Sure?' })
  for (const status of ['verified', 'onAuthor', 'letStand', 'wrong'] as const)
    await expect(act('Legal', 'fact.sign', { story, fact, status, reason: 'so' })).rejects.toThrow(
      'Legal has no PIN yet',
    )
  await expect(act('Reporter', 'story.move', { story, to: 'filed' })).rejects.toThrow('Reporter has no PIN yet')
  await expect(act('Legal', 'library.settings', { deskOfOne: true })).rejects.toThrow('Legal has no PIN yet')
})

test('what is open without a PIN gives no verdict but a query, and moves and exports nothing', () => {
  const open = [...WITHOUT_PIN].filter((action) => !READING_ACTIONS.has(action))
  expect(
    open.filter((action) =>
      /^(?:story\.move|story\.export|finding|library|suggestion\.accept|correction)/.test(action),
    ),
  ).toEqual([])
})

test('a library with a PIN refuses STET_NOW', async () => {
  const store = new MemoryStore('Reporter')
  const pin = { person: 'Reporter', algorithm: 'scrypt', n: 2, r: 1, p: 1, salt: 'aa', hash: 'bb' } as const
  await store.writeRoster([{ name: 'Reporter', pin: true }], [pin])
  const open = (start: string | undefined) => Newsroom.open({ store, clock: clockFrom(start), ids: sequentialIds })
  await expect(open('2099-01-01T00:00:00Z')).rejects.toThrow('STET_NOW')
  await expect(open(undefined)).resolves.toBeDefined()
})
