import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { SnapshotLine, SnapshotReason } from '../../story/requests/snapshotLine'
import { NewsroomError } from '../../story/requests/requests'
import { countWordsIn } from '../../story/text/words/words'
import type { StoryStore, StorySnapshot } from '../../storage/disk/storyStore'
import { defined } from '../../story/text/defined'
import { messageOf } from '../../story/text/messageOf'

type Shelf = Pick<
  StoryStore,
  'snapshotNumbers' | 'readSnapshot' | 'readSnapshotHead' | 'writeSnapshot' | 'removeSnapshot'
>
/** What tells whether a snapshot is thinned out. */
type Head = Pick<SnapshotLine, 'n' | 'at' | 'kind' | 'bytes'>

/**
 * The snapshots of every story: numbers them 1, 2, 3 …, writes one at a time, and caches their lines of the timeline.
 */
export class SnapshotBook {
  /** Story → the end of its last piece of work. Stories without any are not in it. */
  readonly #turns = new Map<string, Promise<void>>()
  readonly #lines = new Map<string, Map<number, SnapshotLine>>()

  constructor(readonly store: Shelf) {}

  /** Oldest first. A snapshot that cannot be read says so. */
  list(story: string): Promise<readonly SnapshotLine[]> {
    return this.#inTurn(story, () => this.#listNow(story))
  }

  /** Forgets the lines of a story that was deleted or let go. */
  forget(story: string): void {
    this.#lines.delete(story)
  }

  async has(story: string, n: number): Promise<boolean> {
    return (await this.store.snapshotNumbers(story)).includes(n)
  }

  /** Rejects with a usage error for an unknown number. */
  async read(story: string, n: number): Promise<StorySnapshot> {
    if (!(await this.has(story, n))) throw new NewsroomError('usage', newsroomText('snapshotBook.unknownState', { n }))
    return this.store.readSnapshot(story, n)
  }

  /** The last readable snapshot, or undefined. */
  async newest(story: string): Promise<StorySnapshot | undefined> {
    for (const n of [...(await this.store.snapshotNumbers(story))].reverse()) {
      const snapshot = await this.store.readSnapshot(story, n).catch(() => undefined)
      if (snapshot) return snapshot
    }
    return undefined
  }

  /** Keeps a snapshot under the next number, after all earlier writes of this story. */
  keep(story: string, snapshot: Omit<StorySnapshot, 'n'>): Promise<StorySnapshot> {
    return this.#inTurn(story, async () => {
      const numbers = await this.store.snapshotNumbers(story)
      const kept = { n: (numbers.at(-1) ?? 0) + 1, ...snapshot }
      await this.store.writeSnapshot(story, kept)
      this.#lines.get(story)?.set(kept.n, snapshotLineOf(kept))
      return kept
    })
  }

  /** Gives `work` the first free number. Until it ends, no other snapshot gets one. */
  reserve<T>(story: string, work: (first: number) => Promise<T>): Promise<T> {
    return this.#inTurn(story, async () => {
      const done = await work(((await this.store.snapshotNumbers(story)).at(-1) ?? 0) + 1)
      this.#lines.delete(story)
      return done
    })
  }

  /**
   * Deletes the autosaved snapshots that `choose` names. A history may have 64 MB: of those that stay only the
   * beginning is read.
   */
  thin(story: string, choose: (snapshots: readonly Head[]) => readonly number[]): Promise<void> {
    return this.#inTurn(story, async () => {
      for (const n of choose(await this.#heads(story))) {
        // Nobody has verified its head: one that is damaged, or was kept for another reason, stays.
        const { kind, trouble } = await this.#lineOf(story, n)
        if (kind !== 'auto' || trouble !== undefined) continue
        await this.store.removeSnapshot(story, n)
        this.#lines.get(story)?.delete(n)
      }
    })
  }

  /** Without those that cannot be read. */
  async #heads(story: string): Promise<readonly Head[]> {
    const heads: Head[] = []
    for (const n of await this.store.snapshotNumbers(story)) {
      const head = await this.#headOf(story, n)
      if (head) heads.push(head)
    }
    return heads
  }

  async #headOf(story: string, n: number): Promise<Head | undefined> {
    const known = this.#lines.get(story)?.get(n)
    const head = known ?? (await this.store.readSnapshotHead(story, n))
    if (head) return { ...head, n, kind: head.kind ?? reasonOf(head.why) }
    const line = await this.#readLine(story, n)
    return line.trouble === undefined ? line : undefined
  }

  #inTurn<T>(story: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(story) ?? Promise.resolve()).then(work)
    // A promise of nothing: one of the result would keep the whole snapshot that was written last.
    const over = turn.then(noop, noop)
    this.#turns.set(story, over)
    void over.then(() => {
      if (this.#turns.get(story) === over) this.#turns.delete(story)
    })
    return turn
  }

  async #listNow(story: string): Promise<readonly SnapshotLine[]> {
    const known = this.#lines.get(story) ?? new Map<number, SnapshotLine>()
    this.#lines.set(story, known)
    const lines: SnapshotLine[] = []
    for (const n of await this.store.snapshotNumbers(story)) {
      const line = await this.#lineOf(story, n)
      if (line.trouble === undefined) known.set(n, line)
      lines.push(line)
    }
    return lines
  }

  async #lineOf(story: string, n: number): Promise<SnapshotLine> {
    return this.#lines.get(story)?.get(n) ?? this.#readLine(story, n)
  }

  async #readLine(story: string, n: number): Promise<SnapshotLine> {
    try {
      return snapshotLineOf(await this.store.readSnapshot(story, n))
    } catch (error) {
      return {
        n,
        at: '',
        by: '',
        why: '',
        kind: 'auto',
        headline: '',
        words: 0,
        facts: 0,
        bytes: 0,
        trouble: messageOf(error),
      }
    }
  }
}

const noop = (): void => undefined

/** The line of the timeline about a snapshot. */
export function snapshotLineOf({ n, at, by, why, kind, name, state, view }: StorySnapshot): SnapshotLine {
  return {
    n,
    at,
    by,
    why,
    kind: kind ?? reasonOf(why),
    ...defined({ name }),
    headline: view.blocks.find(({ role }) => role === 'headline')?.text ?? '',
    words: view.blocks.reduce((sum, { text }) => sum + countWordsIn(text), 0),
    facts: view.facts.filter(({ status }) => status !== 'cut' && status !== 'untagged' && status !== 'lost').length,
    // The file holds the state in base64 beside the readable view.
    bytes: Math.ceil(state.length / 3) * 4 + JSON.stringify(view).length,
  }
}

/** For snapshots from before the reason was noted. */
const reasonOf = (why: string): SnapshotReason => (why.startsWith('Export') ? 'export' : 'move')
