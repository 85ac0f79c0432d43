import { MemoryStore } from '../builders/library/memoryStore'
import { describeStoryStore } from '../contracts/storyStore'
import { throwawayLibrary } from './throwawayLibrary'

describeStoryStore('a library in plain files', async () => {
  const library = await throwawayLibrary()
  return { store: await library.open(), remove: library.remove }
})

describeStoryStore('a library in memory', async () => ({
  store: new MemoryStore('Reporter'),
  remove: async () => undefined,
}))
