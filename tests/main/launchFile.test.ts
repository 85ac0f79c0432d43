import { expect, test, vi } from 'vitest'
import { argumentsWithoutFile, launchFile } from '../../src/main/calls/launchFile'

const app = vi.hoisted(() => ({ isPackaged: false }))
vi.mock('electron', () => ({ app }))

test.each([
  [false, ['electron', '--no-sandbox', '/stet', 'notes.txt', '--x'], 'notes.txt', ['--no-sandbox', '/stet', '--x']],
  [false, ['electron', '/stet'], undefined, ['/stet']],
  [true, ['stet-app', '--x', 'notes.txt', 'notes.txt'], 'notes.txt', ['--x', 'notes.txt']],
  [true, ['stet-app'], undefined, []],
])('packaged %s: %j', (isPackaged, argv, file, again) => {
  app.isPackaged = isPackaged
  expect([launchFile(argv), argumentsWithoutFile(argv)]).toEqual([file, again])
})
