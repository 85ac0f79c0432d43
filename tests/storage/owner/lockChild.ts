/** Runs in a process of its own: opens the library named on the command line and says how that went. */
import { LibraryInUse } from '../../../src/storage/owner/libraryLock'
import { openLibrary } from '../../../src/storage/openLibrary'

const [, , folder, how] = process.argv
const say = (message: Readonly<Record<string, unknown>>): void => {
  process.send?.(message)
}

async function open(): Promise<void> {
  try {
    const store = await openLibrary({
      folder: folder ?? '',
      create: true,
      brief: how === 'brief',
      now: () => '2026-10-30T09:00:00.000Z',
      newId: (kind) => kind,
    })
    if (how !== 'brief') store.serve(async (request) => ({ pid: process.pid, heard: request }))
    say({ is: 'owner', lock: store.lock })
    process.once('message', () => {
      void store.close().then(() => {
        say({ is: 'closed' })
        process.disconnect()
      })
    })
  } catch (error) {
    say(error instanceof LibraryInUse ? { is: 'inUse', by: error.lock?.pid } : { is: 'failed', message: String(error) })
    process.disconnect()
  }
}

// Contenders are held at the start line until all are ready.
if (how === 'wait') {
  say({ is: 'ready' })
  process.once('message', () => {
    void open()
  })
} else void open()
