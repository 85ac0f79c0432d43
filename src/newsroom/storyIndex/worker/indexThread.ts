import { newsroomText } from '../../../catalogue/rooms/newsroom'
import type { StoryStore } from '../../../storage/disk/storyStore'
import type { BeginIndex, BegunIndex, IndexCall, IndexCalls, IndexLink, TellIndex } from './indexCalls'
import { localLink } from './localLink'
import { openIndexLink, type IndexOptions } from './openIndexLink'
import { IndexEnded } from './workerLink'

/** How often a thread that ended is begun again. */
const MOST_THREADS = 3

/**
 * The way to the index that outlives its thread: one that ended is begun again, and in the end the index is in this
 * thread.
 */
export class IndexThread {
  #link: IndexLink | undefined
  #begun: Promise<BegunIndex> | undefined
  #ended = 0

  constructor(
    private readonly store: StoryStore,
    private readonly options: IndexOptions,
    private readonly how: () => BeginIndex,
    private readonly tell: TellIndex,
  ) {}

  get isBegun(): boolean {
    return this.#begun !== undefined
  }

  begin(): Promise<BegunIndex> {
    this.#begun ??= this.#beginNow()
    return this.#begun
  }

  async ask<C extends IndexCall>(call: C, request: IndexCalls[C]['request']): Promise<IndexCalls[C]['answer']> {
    await this.begin()
    const link = this.#link
    try {
      if (!link) throw new IndexEnded(call)
      return await link.ask(call, request)
    } catch (error) {
      if (!(error instanceof IndexEnded)) throw error
      if (this.#link === link) {
        this.#begun = undefined
        await this.begin()
        this.tell('restarted', {})
      }
      return this.ask(call, request)
    }
  }

  end(): void {
    this.#link?.end()
  }

  async #beginNow(): Promise<BegunIndex> {
    for (;;) {
      const link =
        this.#ended < MOST_THREADS
          ? openIndexLink(this.store, this.options, this.tell)
          : localLink(this.store, this.tell)
      this.#link = link
      try {
        const begun = await link.ask('begin', this.how())
        const problem = this.#ended < MOST_THREADS ? begun.problem : newsroomText('storyIndex.noThread')
        if (problem !== undefined) this.tell('problem', { message: problem })
        return begun
      } catch (error) {
        if (!(error instanceof IndexEnded)) throw error
      } finally {
        this.#ended += 1
      }
    }
  }
}
