/**
 * The files of a worker share one page and one board of commands. What a file leaves there the next one meets: a key
 * goes to a sheet that is long gone, or runs its command. The file that leaves it fails.
 */
import { afterAll, expect } from 'vitest'
import { commandBoard, commandTable } from '../../src/renderer/state/commands/commands'

afterAll(() => {
  const page = document.body.innerHTML
  // The next file does not fail for it.
  document.body.replaceChildren()
  expect({
    page,
    commands: commandTable().flatMap(({ id, enabled }) => (enabled ? [id] : [])),
    keys: commandBoard.store.getState().keys,
    isChoosingKey: commandBoard.choosingKey,
    platform: commandBoard.platform,
  }).toEqual({ page: '', commands: [], keys: {}, isChoosingKey: false, platform: 'linux' })
})
