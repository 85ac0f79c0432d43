import type { StoryStore } from '../../../storage/disk/storyStore'
import { builtFile } from '../../../start/builtFile'
import type { IndexLink, TellIndex } from './indexCalls'
import { localLink } from './localLink'
import { WorkerLink } from './workerLink'

export interface IndexOptions {
  /** Of this library's index files. Absent: the index is kept in memory. */
  readonly folder?: string
  /**
   * Keeps the index in a thread of its own, from the start, and answers before every story was looked at. Absent: it
   * is opened with the first question, and every answer is whole.
   */
  readonly ahead?: boolean
}

/** Run from source there is no built worker: then the index is in this thread. */
export function openIndexLink(store: StoryStore, { ahead }: IndexOptions, tell: TellIndex): IndexLink {
  const program = ahead ? builtFile('indexer.cjs', import.meta.url) : undefined
  return program ? new WorkerLink(program, store.place, tell) : localLink(store, tell)
}
