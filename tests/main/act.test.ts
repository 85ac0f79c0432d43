import { expect, test } from 'vitest'
import { act } from '../../src/main/calls/act'
import type { CallContext } from '../../src/main/calls/callContext'
import type { WindowSession } from '../../src/main/windows/windows'
import type { ActionName } from '../../src/story/requests/requests'

const ARCHIVE =
  'A window cannot name the folder of an archive. Nothing was changed. Use “Archive stories…” or “Take stories back from an archive…” instead.'

// A page that was taken over could write to any folder otherwise. Main asks the person for it.
test.each<readonly [ActionName, object, string]>([
  [
    'library.backUp',
    { to: '/tmp/elsewhere' },
    'A window can back up only to the folder chosen for backups. Nothing was backed up. Choose the folder under “Backups…”.',
  ],
  ['story.archive', { stories: ['a'], to: '/tmp/elsewhere' }, ARCHIVE],
  ['story.takeBack', { story: 'a', from: '/tmp/elsewhere' }, ARCHIVE],
  [
    'profile.save',
    { name: 'Wire', folder: '/tmp/elsewhere' },
    'A window can save a profile only with a folder that was chosen for it. Nothing was saved. Choose its folder again.',
  ],
])('%s of a page that names a folder is refused and says what to do instead', async (action, request, message) => {
  const asked = act({} as CallContext, {} as WindowSession, action, request as never, () => undefined)
  await expect(asked).rejects.toMatchObject({ reason: 'refused', message })
})
