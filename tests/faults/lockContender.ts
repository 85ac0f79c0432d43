/** Opens a library beside a rival that starts at the same moment. The owner adds a word to the story and prints it. */
import * as Y from 'yjs'
import type { FileStore } from '../../src/storage/fileStore'
import { LibraryInUse } from '../../src/storage/owner/libraryLock'
import { openLibrary } from '../../src/storage/openLibrary'
import { guidOf, NOW } from './writing'

export const STORY = 'busan'
export type ContenderSays = { readonly is: 'owner' | 'inUse' } | { readonly is: 'failed'; readonly message: string }

/** Adds the next of `w1 w2 w3 …`. The first makes the story. */
export async function contend(store: FileStore): Promise<void> {
  const doc = new Y.Doc({ gc: false })
  const copy = doc.getText('copy')
  if (!(await store.listStories()).includes(STORY)) {
    copy.insert(0, 'w1')
    return store.createStory({ id: STORY, guid: guidOf(STORY), created: NOW }, Y.encodeStateAsUpdate(doc))
  }
  for (const update of (await store.loadStory(STORY)).updates) Y.applyUpdate(doc, update)
  const before = Y.encodeStateVector(doc)
  copy.insert(copy.length, ` w${copy.toJSON().split(' ').length + 1}`)
  await store.appendUpdate(STORY, Y.encodeStateAsUpdate(doc, before))
}

async function run(folder: string): Promise<void> {
  const say = (message: ContenderSays): void => {
    process.send?.(message)
  }
  try {
    const store = await openLibrary({ folder, now: () => NOW, newId: (kind) => kind })
    await contend(store)
    say({ is: 'owner' })
    process.once('message', () => void store.close().then(() => process.disconnect()))
  } catch (error) {
    say(error instanceof LibraryInUse ? { is: 'inUse' } : { is: 'failed', message: String(error) })
    process.disconnect()
  }
}

const [, started, folder] = process.argv
// The campaign imports from here as well.
if (process.send && folder !== undefined && started?.includes('lockContender')) void run(folder)
