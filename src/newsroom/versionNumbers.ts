import type { StoryStore } from '../storage/storyStore'

/** Numbers the versions of each story 1, 2, 3 …, one write at a time. */
export class VersionNumbers {
  readonly #turns = new Map<string, Promise<void>>()

  constructor(readonly store: Pick<StoryStore, 'listVersions'>) {}

  /** Calls `write` with the next number, after every earlier write of this story has ended. */
  put(story: string, write: (n: number) => Promise<void>): Promise<void> {
    const before = this.#turns.get(story) ?? Promise.resolve()
    const turn = before.catch(() => undefined).then(async () => {
      const versions = await this.store.listVersions(story)
      await write(versions.reduce((highest, { n }) => Math.max(highest, n), 0) + 1)
    })
    this.#turns.set(story, turn)
    return turn
  }
}
