import { createStore } from 'zustand'
import type { ArchivedStory, Bridge } from '../../../ipc/contract'
import { archiveText } from '../../../catalogue/window/archive'

export interface TakeBackState {
  /** `folder`: no archive is open yet. `choosing`: the person chooses stories. `asking`: the person decides. */
  readonly phase: 'folder' | 'opening' | 'choosing' | 'asking' | 'moving' | 'done'
  /** Of the archive. */
  readonly folder: string
  readonly chosen: readonly ArchivedStory[]
  /** Stories that are in the library again. */
  readonly back: readonly ArchivedStory[]
  /** Why the others are not, one sentence each. */
  readonly failed: readonly string[]
  readonly isStopped: boolean
  /** Why no archive was opened. */
  readonly problem?: string | undefined
}

const BEGIN: TakeBackState = { phase: 'folder', folder: '', chosen: [], back: [], failed: [], isStopped: false }

/** Resolves when the archive of the panel before is closed: the next one is opened after it. */
let ended: Promise<unknown> = Promise.resolve()

/** Opens an archive, and takes chosen stories back, one after the other: one that fails keeps no other back. */
export class TakeBackWork {
  readonly store = createStore<TakeBackState>(() => BEGIN)
  #running: Promise<void> = Promise.resolve()
  #isLeft = false

  constructor(private readonly call: Bridge['call']) {}

  /** Whether its panel is closed. */
  get isLeft(): boolean {
    return this.#isLeft
  }

  /** Asks for an archive. Without one, all stays as it is. */
  readonly open = (): Promise<void> => {
    const { phase } = this.store.getState()
    if (phase === 'opening') return this.#running
    this.store.setState({ phase: 'opening', problem: undefined })
    return (this.#running = this.#open(phase))
  }

  readonly toggle = (story: ArchivedStory): void =>
    this.store.setState(({ chosen }) => {
      const others = chosen.filter(({ id }) => id !== story.id)
      return { chosen: others.length < chosen.length ? others : [...chosen, story] }
    })

  /** Chooses these too, or none of them. The others stay as they are. */
  readonly chooseAll = (stories: readonly ArchivedStory[], isChosen: boolean): void =>
    this.store.setState(({ chosen }) => {
      const ids = new Set(stories.map(({ id }) => id))
      const others = chosen.filter(({ id }) => !ids.has(id))
      return { chosen: isChosen ? [...others, ...stories] : others }
    })

  readonly ask = (): void => this.store.setState({ phase: 'asking' })
  readonly goBack = (): void => this.store.setState({ phase: 'choosing' })

  /** Ends after the story that is under way. */
  readonly stop = (): void => this.store.setState({ isStopped: true })

  /** Resolves when no story is under way any more. */
  readonly move = (): Promise<void> => {
    if (this.store.getState().phase !== 'asking') return this.#running
    this.store.setState({ phase: 'moving', isStopped: false })
    return (this.#running = this.#move())
  }

  readonly enter = (): void => {
    this.#isLeft = false
  }

  /** Stops, and closes the archive when nothing uses it any more. */
  readonly leave = (): void => {
    this.#isLeft = true
    this.stop()
    ended = this.#running.then(() => this.call('endTakeBack', {}))
  }

  async #open(before: TakeBackState['phase']): Promise<void> {
    await ended
    const outcome = await this.call('chooseTakeBack', {})
    if (!outcome.ok) return this.store.setState({ ...BEGIN, problem: outcome.message })
    if (outcome.value.folder === undefined) return this.store.setState({ phase: before })
    this.store.setState({ ...BEGIN, phase: 'choosing', folder: outcome.value.folder })
  }

  async #move(): Promise<void> {
    for (const story of this.store.getState().chosen) {
      if (this.store.getState().isStopped) break
      const outcome = await this.call('takeBackStory', { story: story.id })
      this.store.setState(({ back, failed }) =>
        outcome.ok
          ? { back: [...back, story] }
          : {
              failed: [...failed, archiveText('takeBack.failed', { headline: named(story), message: outcome.message })],
            },
      )
    }
    this.store.setState({ phase: 'done' })
  }
}

export const named = ({ headline, slug, id }: ArchivedStory): string => headline.trim() || slug || id

/** What came back, and what did not. */
export function tookBack({ chosen, back, failed }: TakeBackState): string {
  const left = chosen.length - back.length - failed.length
  return [
    archiveText('takeBack.did', { count: back.length }),
    ...(left > 0 ? [archiveText('takeBack.stopped', { count: left })] : []),
  ].join(' ')
}
