/** Requests about stories that leave the library. */
import type { Stage } from '../../ledger/stages'

/** What a question says before a story is deleted. */
export interface DeletionLine {
  readonly id: string
  readonly headline: string
  readonly slug: string
  readonly stage: Stage
  /** Kept texts, those that readers got among them. */
  readonly snapshots: number
  /** Why the asking person may not delete it, one sentence. Absent: they may. */
  readonly why?: string
  /** Its tombstone, if it was deleted already and its folder is there again. */
  readonly again?: { readonly by: string; /** ISO 8601 instant. */ readonly at: string }
}

/** Captured files that no other story uses. */
export interface SoleFiles {
  readonly count: number
  /** Bytes. */
  readonly size: number
  /** Those of them that stay for now: they are younger than a day, or a form has asked for them. */
  readonly waiting: number
}

export interface DeletionRequests {
  /**
   * What would go with these stories. Deletes nothing. `only`: answers for the stories, or for the captured files that
   * no story but these uses. So thousands of stories are asked in parts, and their files once. With `stories`,
   * one that cannot be read has the reason in its line.
   */
  'story.deletion': {
    request: { readonly stories: readonly string[]; readonly only?: 'stories' | 'files' }
    answer: {
      readonly stories: readonly DeletionLine[]
      readonly files: SoleFiles
      /** Why nobody can tell which files no other story uses. None is removed then. */
      readonly filesUnknown?: string
    }
  }
  /**
   * Deletes a spiked or killed story for good, with its snapshots and its history. Or removes the folder of a deleted
   * story that is there again.
   */
  'story.delete': {
    request: { readonly story: string }
    answer: {
      readonly headline: string
      /** False: files of it are still there. The next opening of the library removes them. */
      readonly removed: boolean
      /** SHA-256 of captured files that it named. Those that nothing else names go with `library.tidy`. */
      readonly files: readonly string[]
    }
  }
  /**
   * Takes a deleted story back whose folder is there again. `from`: folder of the archive to which it was moved, from
   * which it is copied first.
   */
  'story.takeBack': {
    request: { readonly story: string; readonly from?: string }
    answer: { readonly headline: string }
  }
  /** Deleted stories whose folder is there again. Nothing of them is shown anywhere else. */
  'story.thereAgain': { request: Record<string, never>; answer: readonly DeletionLine[] }
}
