import { expect, test, vi } from 'vitest'
import { archiveStories, chooseArchiveFolder } from '../../src/main/calls/saving/archiveStories'
import type { WindowSession } from '../../src/main/windows/windows'
import { CALL_PARSERS } from '../../src/ipc/callParsers'
import type { Newsroom } from '../../src/newsroom/state/newsroom'

const asked = vi.hoisted(() => ({ answer: { canceled: false, filePaths: ['/old'] as string[] }, ran: [] as unknown[] }))
vi.mock('electron', () => ({ dialog: { showOpenDialog: () => Promise.resolve(asked.answer) } }))
vi.mock('../../src/newsroom/runAction', () => ({
  runAction: (_room: unknown, by: string, action: string, request: object) => {
    asked.ran.push({ by, action, ...request })
    return Promise.resolve({ archive: 'a', moved: [], stayed: [], files: [] })
  },
}))

const REQUEST = { stories: ['s1'], before: '2026-01-01T00:00:00.000Z' }

test('stories move only to the folder that a person chose in this window', async () => {
  const session = {} as WindowSession
  const archive = () => archiveStories({} as Newsroom, 'Editor', session, REQUEST)
  await expect(archive()).rejects.toMatchObject({ reason: 'usage', message: 'Choose a folder first.' })
  asked.answer = { canceled: true, filePaths: [] }
  expect(await chooseArchiveFolder(session)).toEqual({})
  await expect(archive()).rejects.toMatchObject({ reason: 'usage', message: 'Choose a folder first.' })
  expect(asked.ran).toEqual([])
  asked.answer = { canceled: false, filePaths: ['/old'] }
  expect(await chooseArchiveFolder(session)).toEqual({ folder: '/old' })
  await archive()
  expect(asked.ran).toEqual([{ by: 'Editor', action: 'story.archive', ...REQUEST, to: '/old' }])
})

test('a page that names a folder is not understood', () => {
  const parser = CALL_PARSERS.archiveStories()
  expect(parser.safeParse(REQUEST).success).toBe(true)
  expect(parser.safeParse({ ...REQUEST, to: '/elsewhere' }).success).toBe(false)
})
