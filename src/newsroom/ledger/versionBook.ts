import type { VersionLine, VersionReason } from '../../story/requests/versions'
import { NewsroomError } from '../../story/requests/requests'
import { countWordsIn } from '../../story/text/words'
import type { StoryStore, StoryVersion } from '../../storage/disk/storyStore'

type Shelf = Pick<StoryStore, 'versionNumbers' | 'readVersion' | 'writeVersion' | 'removeVersion'>

/** The versions of every story: numbers them 1, 2, 3 …, one write at a time, and knows of each what the timeline says. */
export class VersionBook {
  readonly #turns = new Map<string, Promise<unknown>>()
  readonly #lines = new Map<string, Map<number, VersionLine>>()

  constructor(readonly store: Shelf) {}

  /** Oldest first; one that cannot be read says so. */
  list(story: string): Promise<readonly VersionLine[]> {
    return this.#inTurn(story, () => this.#listNow(story))
  }

  async has(story: string, n: number): Promise<boolean> {
    return (await this.store.versionNumbers(story)).includes(n)
  }

  /** Throws a usage error when there is none of that number. */
  async read(story: string, n: number): Promise<StoryVersion> {
    if (!(await this.has(story, n))) throw new NewsroomError('usage', `There is no kept state ${n} of this story.`)
    return this.store.readVersion(story, n)
  }

  /** The last version that can be read, or undefined. */
  async newest(story: string): Promise<StoryVersion | undefined> {
    for (const n of [...(await this.store.versionNumbers(story))].reverse()) {
      const version = await this.store.readVersion(story, n).catch(() => undefined)
      if (version) return version
    }
    return undefined
  }

  /** Keeps a version under the next number, after every earlier write of this story has ended. */
  keep(story: string, version: Omit<StoryVersion, 'n'>): Promise<StoryVersion> {
    return this.#inTurn(story, async () => {
      const numbers = await this.store.versionNumbers(story)
      const kept = { n: (numbers.at(-1) ?? 0) + 1, ...version }
      await this.store.writeVersion(story, kept)
      this.#lines.get(story)?.set(kept.n, lineOf(kept))
      return kept
    })
  }

  /** Takes away what `choose` names among the versions as they are now. */
  thin(story: string, choose: (versions: readonly VersionLine[]) => readonly number[]): Promise<void> {
    return this.#inTurn(story, async () => {
      for (const n of choose(await this.#listNow(story))) {
        await this.store.removeVersion(story, n)
        this.#lines.get(story)?.delete(n)
      }
    })
  }

  #inTurn<T>(story: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(story) ?? Promise.resolve()).then(work, work)
    this.#turns.set(story, turn)
    return turn
  }

  async #listNow(story: string): Promise<readonly VersionLine[]> {
    const known = this.#lines.get(story) ?? new Map<number, VersionLine>()
    this.#lines.set(story, known)
    const lines: VersionLine[] = []
    for (const n of await this.store.versionNumbers(story)) {
      const line = known.get(n) ?? (await this.#look(story, n))
      if (line.trouble === undefined) known.set(n, line)
      lines.push(line)
    }
    return lines
  }

  async #look(story: string, n: number): Promise<VersionLine> {
    try {
      return lineOf(await this.store.readVersion(story, n))
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
        trouble: error instanceof Error ? error.message : String(error),
      }
    }
  }
}

/** What the timeline says of a version. */
export function lineOf({ n, at, by, why, kind, name, state, view }: StoryVersion): VersionLine {
  return {
    n,
    at,
    by,
    why,
    kind: kind ?? reasonOf(why),
    ...(name === undefined ? {} : { name }),
    headline: view.blocks.find(({ role }) => role === 'headline')?.text ?? '',
    words: view.blocks.reduce((sum, { text }) => sum + countWordsIn(text), 0),
    facts: view.facts.filter(({ status }) => status !== 'cut' && status !== 'untagged' && status !== 'lost').length,
    // The state lies in base64 beside the readable view.
    bytes: Math.ceil(state.length / 3) * 4 + JSON.stringify(view).length,
  }
}

/** Versions of before the reason was noted. */
const reasonOf = (why: string): VersionReason => (why.startsWith('Export') ? 'export' : 'move')
