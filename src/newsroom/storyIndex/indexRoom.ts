import { lacksTasks } from '../../storage/disk/storyStore'
import type { IndexedStory } from '../../storage/storyIndex/indexedStory'
import { removeUnusedIndexes } from '../../storage/storyIndex/file/unusedIndexes'
import { readWhole, writeWhole } from '../../storage/storyIndex/file/wholeNote'
import type { Person } from '../../story/desk/roster'
import type { Source } from '../../story/desk/source'
import { defined } from '../../story/text/defined'
import type {
  BeginIndex,
  BegunIndex,
  IndexCall,
  IndexCalls,
  IndexHandlers,
  StoriesOnDisk,
  TellIndex,
} from './worker/indexCalls'
import { indexQuestions } from './indexQuestions'
import { IndexInUse } from './indexInUse'
import { IndexNames } from './names/indexNames'
import type { StoryForIndex } from './storyForIndex'
import { stillHasStamp, storyOfEntry, sweepStories } from './sweepStories'
import { unreadable } from './unreadable'

/** Stamp of a story that cannot be read: never the one of its files. */
const UNREADABLE = '!'

/** The library is to blame, and not the index. */
class Unlisted extends Error {
  constructor(readonly why: unknown) {
    super('unlisted')
  }
}

/**
 * The index of one library with all that changes it, in whichever thread. A damaged index is started again
 * (indexInUse.ts); the keeper then sweeps it. Nobody sees an error of it.
 */
export class IndexRoom {
  readonly #inUse: IndexInUse
  #options: BeginIndex = { library: '', sources: [], roster: [], deleted: [], owns: false, found: '' }
  #names = new IndexNames([])
  /** Story id → the number of its last put. What was read before that is older. */
  readonly #puts = new Map<string, number>()
  #putsSoFar = 0
  readonly #deleted = new Set<string>()
  #sweeping: Promise<readonly string[]> | undefined

  constructor(
    private readonly stories: StoriesOnDisk,
    private readonly tell: TellIndex,
  ) {
    this.#inUse = new IndexInUse(tell)
  }

  async call<C extends IndexCall>(call: C, request: IndexCalls[C]['request']): Promise<IndexCalls[C]['answer']> {
    for (let times = 0; ; times++) {
      const { opened } = this.#inUse
      try {
        return await this.#handlers[call](request)
      } catch (error) {
        if (error instanceof Unlisted) throw error.why
        if (opened.index.kept === 'memory') throw error
        // Another call may have given it up meanwhile.
        if (this.#inUse.opened === opened) this.#inUse.giveUp(error, { forGood: times > 0 })
      }
    }
  }

  readonly #handlers: IndexHandlers = {
    ...indexQuestions(() => this.#index),
    headed: (headlines) => this.#index.headed([...new Set(headlines.flatMap((one) => this.#names.formsOf(one)))]),
    begin: (options) => this.#begin(options),
    put: (stories) => this.#put(stories),
    restamp: ({ id, stamp }) => {
      this.#inUse.changing()
      this.#index.restamp(id, stamp)
      return undefined
    },
    reread: (ids) => this.#reread(ids),
    putUnreadable: ({ id, why, standing }) => {
      this.#inUse.changing()
      this.#index.put([unreadable(id, why, UNREADABLE, standing)])
      return undefined
    },
    leave: (ids) => this.#leave(ids),
    return: (id) => void this.#deleted.delete(id),
    sweep: () => (this.#sweeping ??= this.#sweep().finally(() => (this.#sweeping = undefined))),
    sources: (sources) => this.#takeSources(sources),
    otherRoles: (roster) => this.#otherRoles(roster),
    rolesKnown: (roster) => this.#noteRoles(roster),
    state: () => this.#inUse.state(),
    throwAway: () => this.#inUse.throwAway(),
    areCurrent: (ids) => ids.every((id) => this.#isCurrent(id)),
    close: ({ library }) => {
      const { folder } = this.#options
      const { file } = this.#inUse.opened
      this.#index.close()
      if (library && folder !== undefined && file !== undefined)
        writeWhole(folder, { library, file, names: this.#names.hash })
      this.#inUse.forget()
      return undefined
    },
  }

  get #index() {
    return this.#inUse.opened.index
  }

  #begin(options: BeginIndex): BegunIndex {
    this.#options = options
    for (const id of options.deleted) this.#deleted.add(id)
    this.#names = new IndexNames(options.sources)
    const { problem, file } = this.#inUse.open(options)
    const whole = options.folder === undefined ? undefined : readWhole(options.folder)
    const isWhole =
      this.#wasSwept() && whole?.library === options.found && whole.file === file && whole.names === this.#names.hash
    return { isWhole: isWhole && options.found !== '', ...defined({ problem }) }
  }

  /** Whether the index had every story once. */
  #wasSwept(): boolean {
    try {
      return this.#index.note(SWEPT) !== undefined
    } catch (error) {
      this.#inUse.giveUp(error)
      return false
    }
  }

  #isCurrent(id: string): boolean {
    const stamp = this.#index.stampOf(id)
    return stamp === UNREADABLE || (stamp !== undefined && stillHasStamp(this.stories, id, stamp))
  }

  /** `still`: leaves out those that it rejects; see StoryIndex.put. */
  #put(stories: readonly StoryForIndex[], still?: (story: IndexedStory) => boolean): undefined {
    this.#inUse.changing()
    this.#index.put(
      stories.map((story) => this.#names.make(story)),
      still,
    )
    for (const { summary } of stories) this.#puts.set(summary.id, ++this.#putsSoFar)
  }

  #leave(ids: readonly string[]): undefined {
    this.#inUse.changing()
    this.#index.remove(ids)
    for (const id of ids) {
      this.#deleted.add(id)
      // What is being read of it is older.
      this.#puts.set(id, ++this.#putsSoFar)
    }
  }

  /** Whether a story was put after this number of puts. */
  #isTouched(id: string, since: number): boolean {
    return (this.#puts.get(id) ?? 0) > since
  }

  async #reread(ids: readonly string[]): Promise<readonly string[]> {
    const open: string[] = []
    for (const id of ids) {
      if (this.#deleted.has(id)) {
        this.#leave([id])
        continue
      }
      const since = this.#putsSoFar
      const entry = await this.stories.readEntry(id).catch(() => undefined)
      if (this.#isTouched(id, since)) continue
      // Another process may have put what was written since.
      if (entry) this.#put([storyOfEntry(entry)], () => stillHasStamp(this.stories, id, entry.stamp))
      if (!entry || lacksTasks(entry.file)) open.push(id)
    }
    return open
  }

  async #sweep(): Promise<readonly string[]> {
    const { opened } = this.#inUse
    const since = this.#putsSoFar
    if (opened.index.note(NAMES) !== this.#names.hash) await this.#rereadNamed()
    // Of another index: its stories are read as their files say, whatever the roles were.
    if (opened.index.note(ROLES) === undefined) this.#noteRoles(this.#options.roster)
    const open = await sweepStories(this.stories, opened.index, {
      list: () => this.#list(),
      make: (story) => this.#names.make(story),
      isTouched: (id) => this.#isTouched(id, since),
      isFirst: opened.index.note(SWEPT) === undefined,
      changing: () => this.#inUse.changing(),
      isCurrent: () => this.#inUse.opened === opened,
      tell: this.tell,
    })
    if (this.#inUse.opened !== opened) return this.#sweep()
    opened.index.finish()
    if (opened.index.note(SWEPT) === undefined) opened.index.setNote(SWEPT, 'yes')
    const { folder, owns } = this.#options
    if (owns && folder !== undefined) removeUnusedIndexes(folder)
    return open
  }

  async #list(): Promise<readonly string[]> {
    const listed = await this.stories.listStories().catch((error: unknown) => {
      throw new Unlisted(error)
    })
    return listed.filter((id) => !this.#deleted.has(id))
  }

  /** Source names changed while nobody kept the index: the stories that rest on any source are read again. */
  async #rereadNamed(): Promise<void> {
    const known = JSON.parse(this.#index.note(KNOWN) ?? '{}') as Readonly<Record<string, string>>
    const before = new Map(Object.entries(known))
    await this.#rereadResting(before)
  }

  /** Reads the stories again that rest on sources whose names are other ones now. */
  async #rereadResting(before: ReadonlyMap<string, string>): Promise<readonly string[]> {
    const open = await this.#reread(this.#index.resting(this.#names.changedSince(before)).map(({ row }) => row.id))
    this.#inUse.changing()
    this.#index.setNote(KNOWN, JSON.stringify(Object.fromEntries(this.#names.open)))
    this.#index.setNote(NAMES, this.#names.hash)
    return open
  }

  #otherRoles(roster: readonly Person[]): readonly string[] {
    const noted = this.#index.note(ROLES)
    if (noted === undefined) return []
    const before = new Map(JSON.parse(noted) as readonly (readonly [string, string])[])
    const now = this.#names.rolesIn(roster)
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name))
    return changed.length > 0 ? this.#index.signedBy(changed) : []
  }

  #noteRoles(roster: readonly Person[]): undefined {
    this.#options = { ...this.#options, roster }
    const roles = JSON.stringify([...this.#names.rolesIn(roster)])
    if (this.#index.note(ROLES) === roles) return
    this.#inUse.changing()
    this.#index.setNote(ROLES, roles)
  }

  async #takeSources(
    sources: readonly Source[],
  ): Promise<{ readonly isNew: boolean; readonly open: readonly string[] }> {
    const before = this.#names
    this.#options = { ...this.#options, sources }
    this.#names = new IndexNames(sources)
    if (this.#names.masksTheSameAs(before)) return { isNew: false, open: await this.#rereadResting(before.open) }
    // What is protected now must not stand in any file. What is not any more must be found.
    this.#index.close()
    this.#inUse.open(this.#options)
    return { isNew: true, open: [] }
  }
}

/** Note: the index had every story once. */
const SWEPT = 'swept'
/** Notes: a hash of the names of open sources that the index has, and the names by id. */
const NAMES = 'names'
const KNOWN = 'known'
/** Note: the roles of people with which the stories were read. */
const ROLES = 'roles'
