import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { StoriesOnDisk } from '../../../src/newsroom/storyIndex/indexCalls'
import { IndexRoom } from '../../../src/newsroom/storyIndex/indexRoom'
import type { StoryForIndex } from '../../../src/newsroom/storyIndex/storyForIndex'

it('begins one other file after an error of reading, and is in memory when that does no better', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-room-'))
  const told: (readonly [string, unknown])[] = []
  const none: StoriesOnDisk = {
    listStories: async () => [],
    isStill: () => false,
    readEntry: async () => undefined,
  }
  const room = new IndexRoom(none, (name, event) => void told.push([name, event]))
  await room.call('begin', { folder, library: 'library', sources: [], deleted: [], owns: true, found: '' })
  const unreadable = {
    get summary(): never {
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' })
    },
  } as unknown as StoryForIndex
  await expect(room.call('put', [unreadable])).rejects.toThrow('disk I/O error')
  const message =
    'The list of stories is kept in memory from now on: disk I/O error. Nothing is lost. ' +
    'Look at the free space of the disk, and start Stet again.'
  expect(told).toEqual([
    ['begunAnew', {}],
    ['problem', { message }],
    ['begunAnew', {}],
  ])
  expect(await room.call('standing', undefined)).toEqual({ kept: 'memory', stories: 0, problem: message })
  expect(readdirSync(folder).filter((name) => name.endsWith('.db')).length).toBe(1)
  rmSync(folder, { recursive: true })
})
