import { createStore } from 'zustand'
import type { Act, Bridge } from '../../../ipc/contract'
import type { ArchivableStory } from '../../../story/requests/requests'
import { archiveText } from '../../../catalogue/window/archive'

/** Stories that go together: the records of the library are compared once for them. As at the command line. */
const TOGETHER = 20

export interface ArchiveState {
  /** `looking`: finds what would move. `asking`: the person decides. */
  readonly phase: 'idle' | 'looking' | 'asking' | 'moving' | 'done'
  /** The beginning of the day before which stories go, as an instant. */
  readonly before: string
  /** Of the archive. */
  readonly folder: string
  /** Stories to look at or to move, and those gone through. 0: not known yet. */
  readonly of: number
  readonly done: number
  readonly going: readonly ArchivableStory[]
  readonly staying: readonly ArchivableStory[]
  readonly moved: number
  readonly isStopped: boolean
  /** Captured files that left the library. */
  readonly files: number
  /** What failed, one sentence each. */
  readonly problems: readonly string[]
}

const IDLE: ArchiveState = {
  phase: 'idle',
  before: '',
  folder: '',
  of: 0,
  done: 0,
  going: [],
  staying: [],
  moved: 0,
  isStopped: false,
  files: 0,
  problems: [],
}

/** Looks which old stories can go to the archive in the folder that the person chose, and moves them there. */
export class ArchiveWork {
  readonly store = createStore<ArchiveState>(() => IDLE)
  readonly #act: Act
  readonly #call: Bridge['call']
  #running: Promise<void> = Promise.resolve()

  constructor(act: Act, call: Bridge['call']) {
    this.#act = act
    this.#call = call
  }

  get #isRunning(): boolean {
    const { phase } = this.store.getState()
    return phase === 'looking' || phase === 'moving'
  }

  /** Back to the form. What runs goes on. */
  readonly reset = (): void => {
    if (!this.#isRunning) this.store.setState(IDLE, true)
  }

  /** Ends after the stories that are under way. */
  readonly stop = (): void => {
    if (this.#isRunning && !this.store.getState().isStopped) this.store.setState({ isStopped: true })
  }

  /** Resolves when nothing runs: after a stop, when the present stories are done. */
  get settled(): Promise<void> {
    return this.#running
  }

  /** Finds the stories that changed last before an instant, and asks of each whether it can move. Writes nothing. */
  readonly look = (before: string, folder: string): Promise<void> => {
    if (this.#isRunning) return this.#running
    this.store.setState({ ...IDLE, phase: 'looking', before, folder }, true)
    return (this.#running = this.#look(before))
  }

  /** Moves the stories that can go. */
  readonly move = (): Promise<void> => {
    const { phase, going } = this.store.getState()
    if (phase !== 'asking') return this.#running
    this.store.setState({ phase: 'moving', of: going.length, done: 0, isStopped: false })
    return (this.#running = this.#move())
  }

  async #look(before: string): Promise<void> {
    const found = await this.#act('story.archivable', { before })
    if (!found.ok) return this.#failed(found.message)
    this.store.setState({ of: found.value.length })
    for (const stories of batches(found.value)) {
      if (this.store.getState().isStopped) return this.store.setState(IDLE, true)
      const looked = await this.#call('archiveStories', { stories, before, preview: true })
      if (!looked.ok) return this.#failed(looked.message)
      const { moved, stayed } = looked.value
      this.store.setState(({ done, going, staying }) => ({
        done: done + stories.length,
        going: [...going, ...moved],
        staying: [...staying, ...stayed],
      }))
    }
    this.store.setState(this.store.getState().isStopped ? IDLE : { phase: 'asking' })
  }

  /** Nothing was moved: the form shows why. */
  #failed(problem: string): void {
    this.store.setState({ ...IDLE, problems: [problem] }, true)
  }

  async #move(): Promise<void> {
    const { going, before } = this.store.getState()
    const files = new Set<string>()
    for (const stories of batches(going)) {
      const { isStopped, problems } = this.store.getState()
      if (isStopped || problems.length > 0) break
      const answer = await this.#call('archiveStories', { stories, before })
      if (!answer.ok) {
        this.store.setState({ problems: [answer.message] })
        break
      }
      const { moved, stayed, problem } = answer.value
      for (const file of answer.value.files) files.add(file)
      this.store.setState((now) => ({
        done: now.done + stories.length,
        moved: now.moved + moved.length,
        staying: [...now.staying, ...stayed],
        problems: problem === undefined ? now.problems : [...now.problems, problem],
      }))
    }
    await this.#tidy([...files])
    this.store.setState({ phase: 'done' })
  }

  /** The files of moved stories leave the library by the rule of tidying. In the archive they stay. */
  async #tidy(only: readonly string[]): Promise<void> {
    if (only.length === 0) return
    const outcome = await this.#act('library.tidy', { only })
    this.store.setState(({ problems }) =>
      outcome.ok
        ? { files: outcome.value.removed.length }
        : { problems: [...problems, archiveText('filesStay', { message: outcome.message })] },
    )
  }
}

/** Ids of stories, in the parts in which they go. */
function batches(stories: readonly ArchivableStory[]): readonly (readonly string[])[] {
  const parts: string[][] = []
  for (let at = 0; at < stories.length; at += TOGETHER) parts.push(stories.slice(at, at + TOGETHER).map(({ id }) => id))
  return parts
}
