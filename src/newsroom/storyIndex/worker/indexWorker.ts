/** Entry of the thread that owns the index in the app: nothing that it does makes a window wait. */
import { parentPort, workerData } from 'node:worker_threads'
import { languageOfEnvironment, speak } from '../../../catalogue/language'
import { FileHandlePool } from '../../../storage/disk/appendFile'
import { nodeFiles } from '../../../storage/disk/fileLayer'
import { StoryFolders } from '../../../storage/story/storyFolders'
import { messageOf } from '../../../story/text/messageOf'
import type { IndexCall, IndexCalls } from './indexCalls'
import { IndexRoom } from '../indexRoom'
import type { FromWorker, ToWorker } from './workerLink'

const folders = new StoryFolders(
  nodeFiles,
  (workerData as { readonly library: string }).library,
  new FileHandlePool(),
  false,
)
const room = new IndexRoom(
  {
    listStories: () => folders.ids(),
    hasStamp: (id, stamp) => folders.hasStamp(id, stamp),
    readEntry: (id) => folders.entry(id),
  },
  (name, event) => post({ name, event }),
)

/** Why a story cannot be shown is said in the language of the process. */
const spoken = speak(languageOfEnvironment(process.env))

const post = (message: FromWorker): void => parentPort?.postMessage(message)

async function answer<C extends IndexCall>(id: number, call: C, request: IndexCalls[C]['request']): Promise<void> {
  try {
    await spoken
    post({ id, answer: await room.call(call, request) })
  } catch (error) {
    post({ id, error: messageOf(error) })
  }
}

parentPort?.on('message', ({ id, call, request }: ToWorker) => void answer(id, call, request as never))
