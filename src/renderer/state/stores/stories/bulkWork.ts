import { storedText } from '../../../../story/history/storedText'
import { windowText } from '../../../../catalogue/window/window'
import { createStore } from 'zustand'
import type { Act, Bridge, Outcome } from '../../../../ipc/contract'
import type { ExportFormat, StoryView } from '../../../../story/requests/requests'
import { STAGE_WORDS, type Stage } from '../../../../story/ledger/stages'
import { defined } from '../../../../story/text/defined'
import { undoOfMove } from './undoOfMove'

/** What is done to each of many stories. */
export type BulkDeed =
  | { readonly kind: 'move'; readonly to: Stage; readonly reason?: string }
  | { readonly kind: 'field'; readonly field: 'desk' | 'assignee'; readonly value: string }
  /** For good: it has no undo. */
  | { readonly kind: 'delete' }
  /** Into the folder that the person has chosen. */
  | { readonly kind: 'export'; readonly format?: ExportFormat; readonly profile?: string }

export interface BulkStory {
  readonly id: string
  readonly headline: string
}
export interface BulkFailure extends BulkStory {
  readonly message: string
}
/** Puts one story back. */
interface UndoStep extends BulkStory {
  readonly deed: Exclude<BulkDeed, { kind: 'export' | 'delete' }>
  /** The stage or the value of the field that the story must still have. */
  readonly expected?: string
}

export interface BulkState {
  readonly phase: 'idle' | 'running' | 'done'
  readonly isUndo: boolean
  readonly of: number
  /** Stories gone through, and those for which it worked. */
  readonly done: number
  readonly succeeded: number
  readonly failed: readonly BulkFailure[]
  readonly isStopped: boolean
  /** What can be put back. */
  readonly undo: readonly UndoStep[]
  /** Stories are deleted for good. */
  readonly deletes: boolean
  /** What became of the captured files of deleted stories. */
  readonly remark?: string
}

const IDLE: BulkState = {
  phase: 'idle',
  isUndo: false,
  of: 0,
  done: 0,
  succeeded: 0,
  failed: [],
  isStopped: false,
  undo: [],
  deletes: false,
}

/**
 * Does one thing to many stories, one after the other, as single acts of the person: each story's own rules and gate
 * decide, and each act is signed and logged by itself. Nothing is bypassed.
 */
export class BulkWork {
  readonly store = createStore<BulkState>(() => IDLE)
  readonly #act: Act
  readonly #call: Bridge['call']
  #running: Promise<void> = Promise.resolve()
  /** Captured files that the stories named which were deleted. */
  #files = new Set<string>()

  constructor(act: Act, call: Bridge['call']) {
    this.#act = act
    this.#call = call
  }

  readonly reset = (): void => {
    if (this.store.getState().phase !== 'running') this.store.setState(IDLE, true)
  }

  /** Ends after the present story. */
  readonly stop = (): void => {
    const { phase, isStopped } = this.store.getState()
    if (phase === 'running' && !isStopped) this.store.setState({ isStopped: true })
  }

  /** Resolves when nothing runs: after a stop, when the present story is done. */
  get settled(): Promise<void> {
    return this.#running
  }

  readonly run = (stories: readonly BulkStory[], deed: BulkDeed): Promise<void> => {
    this.#files = new Set()
    return (this.#running = this.#each(stories, deed, (story) => this.#one(story, deed)))
  }

  /** Puts back what can be put back, the last story first. Resolves when it is done. */
  readonly undo = (): Promise<void> => {
    const steps = [...this.store.getState().undo].reverse()
    return (this.#running = this.#each(steps, 'undo', (step) => this.#one(step, step.deed, step.expected)))
  }

  async #each<S extends BulkStory>(
    stories: readonly S[],
    deed: BulkDeed | 'undo',
    one: (story: S) => Promise<Outcome<UndoStep | undefined>>,
  ): Promise<void> {
    if (this.store.getState().phase === 'running') return await this.#running
    const isUndo = deed === 'undo'
    const deletes = !isUndo && deed.kind === 'delete'
    this.store.setState({ ...IDLE, phase: 'running', isUndo, deletes, of: stories.length }, true)
    for (const story of stories) {
      if (this.store.getState().isStopped) break
      const outcome = await one(story)
      this.store.setState(({ done, succeeded, failed, undo }) => ({
        done: done + 1,
        succeeded: succeeded + (outcome.ok ? 1 : 0),
        failed: outcome.ok ? failed : [...failed, { ...named(story), message: outcome.message }],
        undo: outcome.ok && outcome.value && !isUndo ? [...undo, outcome.value] : undo,
      }))
    }
    this.store.setState({ phase: 'done', ...defined({ remark: await this.#tidied() }) })
  }

  /** Removes the files that nothing names any more, once for all stories. Resolves to what became of them. */
  async #tidied(): Promise<string | undefined> {
    if (this.#files.size === 0) return undefined
    const outcome = await this.#act('library.tidy', { only: [...this.#files] })
    if (!outcome.ok) return windowText('work.filesStay', { message: outcome.message })
    return windowText('work.filesGone', { count: outcome.value.removed.length })
  }

  async #one(story: BulkStory, deed: BulkDeed, expected?: string): Promise<Outcome<UndoStep | undefined>> {
    const { id } = story
    if (deed.kind === 'export') {
      const { format, profile } = deed
      return withValue(await this.#call('saveToFolder', { story: id, ...defined({ format, profile }) }), undefined)
    }
    if (deed.kind === 'delete') {
      const outcome = await this.#act('story.delete', { story: id })
      if (outcome.ok) for (const file of outcome.value.files) this.#files.add(file)
      return withValue(outcome, undefined)
    }
    const shown = await this.#act('story.show', { story: id })
    if (!shown.ok) return shown
    return deed.kind === 'move'
      ? this.#move(story, deed, shown.value, expected)
      : this.#set(story, deed, shown.value, expected)
  }

  async #move(
    story: BulkStory,
    { to, reason }: Extract<BulkDeed, { kind: 'move' }>,
    { stage }: StoryView,
    expected: string | undefined,
  ): Promise<Outcome<UndoStep | undefined>> {
    if (stage === to) return { ok: true, value: undefined }
    if (expected !== undefined && stage !== expected) return changedSince(STAGE_WORDS[stage])
    const back = undoOfMove(stage, to)
    const reasonOfUndo = back?.needsReason === true ? { reason: storedText('stored.undone') } : {}
    return withValue(
      await this.#act('story.move', { story: story.id, to, ...defined({ reason }) }),
      back && { ...named(story), deed: { kind: 'move', to: back.to, ...reasonOfUndo }, expected: to },
    )
  }

  async #set(
    story: BulkStory,
    { field, value }: Extract<BulkDeed, { kind: 'field' }>,
    { fields }: StoryView,
    expected: string | undefined,
  ): Promise<Outcome<UndoStep | undefined>> {
    const before = fields[field]
    if (before === value) return { ok: true, value: undefined }
    if (expected !== undefined && before !== expected) return changedSince(before)
    return withValue(await this.#act('story.setField', { story: story.id, field, value }), {
      ...named(story),
      deed: { kind: 'field', field, value: before },
      expected: value,
    })
  }
}

const named = ({ id, headline }: BulkStory): BulkStory => ({ id, headline })

/** Somebody changed the story after what is to be undone. `value`: what it has now. */
const changedSince = (value: string): Outcome<never> => ({
  ok: false,
  reason: 'refused',
  message: windowText('work.changedSince', { value }),
})

const withValue = <T>(outcome: Outcome<unknown>, value: T): Outcome<T> => (outcome.ok ? { ok: true, value } : outcome)
