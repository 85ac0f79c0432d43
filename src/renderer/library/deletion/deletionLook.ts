import { createStore } from 'zustand'
import type { Act } from '../../../ipc/contract'
import type { AnswerOf, DeletionLine } from '../../../story/requests/requests'
import type { BulkStory } from '../../state/stores/stories/bulkWork'

/** Stories that are asked about together. Each one is read. */
const TOGETHER = 20

export type DeletedFiles = Omit<AnswerOf<'story.deletion'>, 'stories'>

export interface DeletionState {
  /** Stories that were looked at. */
  readonly done: number
  readonly going: readonly DeletionLine[]
  readonly staying: readonly DeletionLine[]
  /** The captured files that would go with them. Undefined: not known yet. */
  readonly files: DeletedFiles | undefined
  /** Why nobody can tell what would go. */
  readonly problem: string | undefined
}

const NOTHING_YET: DeletionState = { done: 0, going: [], staying: [], files: undefined, problem: undefined }

/** Looks what would go with many stories, some at a time. Deletes nothing. */
export class DeletionLook {
  readonly store = createStore<DeletionState>(() => NOTHING_YET)
  readonly #act: Act
  /** The present look. Another one, or none, ends it after the stories that are under way. */
  #present: object | undefined

  constructor(act: Act) {
    this.#act = act
  }

  readonly stop = (): void => {
    this.#present = undefined
  }

  /** Begins again. Resolves when the files are known, when it failed, or after a stop. */
  readonly look = async (stories: readonly BulkStory[]): Promise<void> => {
    const own = (this.#present = {})
    this.store.setState(NOTHING_YET, true)
    for (let at = 0; at < stories.length; at += TOGETHER) {
      const part = stories.slice(at, at + TOGETHER)
      const asked = await this.#act('story.deletion', { stories: part.map(({ id }) => id), only: 'stories' })
      if (this.#present !== own) return
      if (!asked.ok) return this.store.setState({ ...NOTHING_YET, problem: asked.message })
      // Of a story that cannot be read the list knows the headline.
      const known = new Map(part.map(({ id, headline }) => [id, headline]))
      const lines = asked.value.stories.map((line) => ({
        ...line,
        headline: line.headline || (known.get(line.id) ?? ''),
      }))
      this.store.setState(({ done, going, staying }) => ({
        done: done + part.length,
        going: [...going, ...lines.filter(({ why }) => why === undefined)],
        staying: [...staying, ...lines.filter(({ why }) => why !== undefined)],
      }))
    }
    const ids = this.store.getState().going.map(({ id }) => id)
    if (ids.length === 0) return this.store.setState({ files: { files: { count: 0, size: 0, waiting: 0 } } })
    // Once for all: a file that two of the stories name would be the only file of neither.
    const asked = await this.#act('story.deletion', { stories: ids, only: 'files' })
    if (this.#present !== own) return
    this.store.setState(asked.ok ? { files: asked.value } : { ...NOTHING_YET, problem: asked.message })
  }
}
