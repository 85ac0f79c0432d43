import type { Editor } from '@tiptap/core'
import type { StoreApi } from 'zustand'
import type { Bridge } from '../../../../ipc/contract'
import type { DeskFacts } from '../../../../ipc/deskFacts'
import type { Assessment } from '../../../../story/assessment/assessment'
import { Assessor, type AssessingDesk, type TaggedCopy } from '../../../../story/assessment/assessStory'
import type { Copy } from '../../../../story/copy/copy'
import { sourceBook, type Source } from '../../../../story/desk/source'
import { defined } from '../../../../story/text/defined'
import { deskNow } from '../../stores/deskClock'
import { AdaptiveDebounce } from './adaptiveDebounce'
import type { SaveTimers } from '../autosave'
import { laterChecks } from '../laterChecks'
import { SessionTranscripts } from './sessionTranscripts'
import { SteppedWork } from './steppedWork'
import { FactDecorations } from '../sheet/factDecorations'
import type { StoryContents } from '../storyContents'
import { countCopy, NOT_JUDGED, type SessionState, type StoryState } from '../storyState'

/** The parts of the desk that a story is read from. */
const READ_FROM = ['roster', 'settings', 'sources', 'words'] as const

/** A newly opened story is shown and takes keys first. */
const FIRST_READING_AFTER_MS = 150

/** A story with more facts is shown before they are read. */
const FACTS_AT_ONCE = 500

interface ReadStory {
  readonly contents: StoryContents
  /** Null: the story is shown without a sheet. */
  readonly editor: () => Editor | null
  /** Where what was read is shown to the panels. Asked for from `begin` on. */
  readonly store: () => StoreApi<Pick<SessionState, 'view' | 'stale'>>
  readonly desk: DeskFacts
  readonly bridge: Pick<Bridge, 'call'>
  readonly clock: SaveTimers
}

/**
 * Reads what the facts and statements of an open story are now. The sheet shows statuses with each letter, the lists
 * follow in a pause.
 */
export class SessionReading {
  readonly #story: ReadStory
  readonly #assessor = new Assessor()
  readonly #decorations = new FactDecorations()
  readonly #transcripts: SessionTranscripts
  readonly #pace: AdaptiveDebounce
  /** The first reading of facts and statements. */
  readonly #first: SteppedWork
  /** The reading of what was typed since the lists followed last. */
  readonly #typed: SteppedWork
  /** It goes on to its end: the lists have waited long enough. */
  #isLatest = false
  #desk: Pick<DeskFacts, (typeof READ_FROM)[number]>
  #sources: ReadonlyMap<string, Source>
  /** The copy whose statuses the sheet shows. */
  #copy: Copy = []
  /** False until the facts of a long story have been read. */
  #assessed: boolean
  /** Statuses of facts wait for the frame that shows the letter. */
  #awaitsFrame = false
  #cancelStatuses: (() => void) | null = null

  constructor(story: ReadStory) {
    this.#story = story
    const { contents, desk, bridge, clock } = story
    this.#desk = desk
    this.#sources = sourceBook(desk.sources)
    this.#transcripts = new SessionTranscripts(bridge, () => this.changed())
    this.#assessed = contents.tags.size <= FACTS_AT_ONCE
    this.#first = new SteppedWork(clock.whenIdle)
    this.#typed = new SteppedWork(clock.nextTask)
    this.#pace = new AdaptiveDebounce(clock, (isLatest) => {
      // The first reading ends with what was typed meanwhile.
      if (this.#assessed) this.#follow(isLatest)
    })
  }

  /** Reads while the window is idle what `state` could not say at once. */
  begin(): void {
    if (this.#assessed) this.#readStatements(FIRST_READING_AFTER_MS)
    else this.#readFacts()
  }

  /** The story as it is now. `judged`: with the verdict, if the checks are loaded. */
  state(judged: boolean): StoryState {
    const { contents } = this.#story
    const { fields, entries, apart } = contents
    const doc = this.#story.editor()?.state.doc
    const copy = contents.copyIn(doc)
    const story = contents.storyWith(copy, doc)
    const assessments = this.#assessed ? this.#assessor.assess(story, this.#assessing()) : []
    if (this.#assessed) this.#show(this.#assessor.inCopy(story, this.#assessing()), copy)
    this.#transcripts.want(assessments)
    const transcripts = this.#transcripts.known
    const desk = { ...this.#assessing(), ...defined({ words: this.#desk.words }), transcripts, now: deskNow() }
    const checks = judged ? laterChecks.ready() : undefined
    const clear = checks?.clearVerdict(story, desk, assessments, checks.writersIn(contents.doc, copy)) ?? NOT_JUDGED
    return {
      story,
      copy,
      fields,
      entries,
      ...(apart.length > 0 ? { apart } : {}),
      assessments,
      assessed: this.#assessed,
      transcripts,
      clear,
      judged: checks !== undefined,
      ...countCopy(copy, fields.language),
    }
  }

  /** Something in the sheet is other than before. The letter is drawn first, its effect on facts in the next frame. */
  sheetChanged(): void {
    if (!this.#awaitsFrame) {
      this.#awaitsFrame = true
      this.#cancelStatuses = this.#story.clock.afterFrame(() => {
        this.#awaitsFrame = false
        this.#refreshStatuses()
      })
    }
    this.changed()
  }

  /** The lists are older than the story. They follow after a pause. */
  changed(): void {
    const store = this.#story.store()
    if (!store.getState().stale) store.setState({ stale: true })
    this.#pace.changed()
  }

  /** Updates the lists to the words on the screen at once. */
  refresh(): void {
    this.#first.stop()
    this.#typed.stop()
    this.#isLatest = false
    this.#assessed = true
    this.#pace.run(() => this.#story.store().setState({ view: this.state(true), stale: false }))
    // The verdict follows as soon as the checks are loaded.
    if (!laterChecks.ready()) this.#readStatements()
  }

  /** Something beside the words decides otherwise now. A first reading begins again: nobody waits for it. */
  again(): void {
    if (this.#assessed) return this.refresh()
    this.#story.store().setState({ view: this.state(false) })
    this.#readFacts()
  }

  /** Parts that are the same objects as before did not change, and what was read from them stays. */
  setDesk(desk: DeskFacts): void {
    const before = this.#desk
    this.#desk = desk
    if (desk.sources !== before.sources) this.#sources = sourceBook(desk.sources)
    if (READ_FROM.some((part) => desk[part] !== before[part])) this.again()
  }

  stop(): void {
    this.#pace.stop()
    this.#first.stop()
    this.#typed.stop()
    this.#cancelStatuses?.()
  }

  /** Reads the facts of a long story while the window is idle. Until then the sheet shows them as “to check”. */
  #readFacts(): void {
    this.#first.run(
      this.#assessor.ahead(this.#tagged(), this.#assessing()),
      () => {
        this.#assessed = true
        this.#story.store().setState({ view: this.state(false) })
        this.#readStatements()
      },
      FIRST_READING_AFTER_MS,
    )
  }

  /** The first look for statements costs most. It goes on while the window is idle. The lists show the verdict then. */
  #readStatements(afterMs = 0): void {
    const ahead = this.#statementsAhead()
    if (ahead) this.#first.run(ahead, () => this.refresh(), afterMs)
    else this.#first.run([].values(), () => void this.#loadChecks(), afterMs)
  }

  /** Reads what was typed in short tasks, between which keys are taken. Then the lists follow. */
  #follow(isLatest: boolean): void {
    // Somebody who types slowly would begin it again with each letter.
    if (this.#isLatest) return
    this.#isLatest = isLatest
    const ahead = this.#statementsAhead()
    if (!ahead) return this.refresh()
    this.#first.stop()
    this.#typed.run(ahead, () => this.refresh())
  }

  /** Reads the statements of the copy as it is now, in steps. Undefined: the checks are not loaded. */
  #statementsAhead(): Iterator<void> | undefined {
    const { words } = this.#desk
    const checks = laterChecks.ready()
    if (!checks) return undefined
    const { statementsAhead } = checks
    const { copy } = this.#tagged()
    return (function* () {
      for (const block of copy) yield* statementsAhead(block, words)
    })()
  }

  async #loadChecks(): Promise<void> {
    await laterChecks.load()
    if (!this.#story.contents.doc.isDestroyed) this.#readStatements()
  }

  /** Statuses follow every keystroke. The lists wait for a pause. */
  #refreshStatuses(): void {
    if (!this.#story.editor() || !this.#assessed) return
    const tagged = this.#tagged()
    if (tagged.copy === this.#copy) return
    this.#show(this.#assessor.inCopy(tagged, this.#assessing()), tagged.copy)
  }

  /** What decides about the facts, as it is on the screen. */
  #tagged(): TaggedCopy {
    const { contents, editor } = this.#story
    return contents.tagged(contents.copyIn(editor()?.state.doc))
  }

  /** `facts`: those in the copy. */
  #show(facts: readonly Assessment[], copy: Copy): void {
    this.#copy = copy
    const editor = this.#story.editor()
    if (editor) this.#decorations.show(editor.view, copy, facts)
  }

  #assessing(): AssessingDesk {
    return { roster: this.#desk.roster, settings: this.#desk.settings, sources: this.#sources }
  }
}
