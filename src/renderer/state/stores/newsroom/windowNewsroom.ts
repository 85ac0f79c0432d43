import { windowText } from '../../../../catalogue/window/window'
import { createStore, type StoreApi } from 'zustand'
import type { Language, LanguageChoice } from '../../../../catalogue/language'
import type { Act, Bridge, Outcome } from '../../../../ipc/contract'
import type { DeskNews } from '../../../../ipc/deskFacts'
import type { OpenedStory } from '../../../../ipc/openedStory'
import type { Startup } from '../../../../ipc/startup'
import type { WindowLook, Theme } from '../../../../ipc/windowChoices'
import { READING_ACTIONS, type ActionName, type AnswerOf, type RequestOf } from '../../../../story/requests/requests'
import { HeldDesk } from './heldDesk'
import { factsFrom, type NewsroomState } from './newsroomState'
import type { Notices } from '../notices'
import { TRAY_MAP } from '../../../../story/copy/documentSchema'
import { SavedViews } from '../stories/savedViews'
import { StoryList } from '../stories/storyList'
import { StorySelection } from '../stories/storySelection'
import { momentNow, UndoList } from '../undoList'
import { WindowClipboard } from '../clipboard/windowClipboard'
import type { FindPlace } from '../../session/sheet/sheetNavigation'
import { StorySession } from '../../session/storySession'
import { saidTo } from '../../../../story/desk/saidTo'
import { defined } from '../../../../story/text/defined'

/** Actions that give verdicts. Undo takes none of them back. */
const VERDICTS: ReadonlySet<ActionName> = new Set<ActionName>(['fact.sign', 'fact.signAgain', 'fact.acceptContext'])

/** Actions that nobody expects undo to take back, or that undo takes back with the words. */
const NOT_FOR_UNDO: ReadonlySet<ActionName> = new Set<ActionName>([
  ...(['suggestion.accept', 'suggestion.reject', 'source.look'] as const),
  ...(['file.begin', 'file.write', 'file.keep', 'file.drop'] as const),
])

export interface Becoming {
  readonly sample?: Language | undefined
  readonly pin?: string | undefined
  /** Recovery words: then `pin` is the new PIN. */
  readonly words?: string | undefined
}

export interface StoryOpening {
  readonly ready?: OpenedStory | undefined
  readonly searched?: FindPlace | undefined
}

/** A PIN may come with recovery words, which nobody can make again. */
const ANSWERED_ONCE: ReadonlySet<ActionName> = new Set<ActionName>(['pin.set'])

/** One window's view of the library: who acts, which stories exist, which one is open. */
export class WindowNewsroom {
  readonly store: StoreApi<NewsroomState>
  readonly bridge: Bridge
  /** Stands before what leaves this window by clipboard or drag. */
  readonly clipboard: WindowClipboard
  /** What this window did outside the words and can take back. */
  readonly undoList: UndoList
  readonly storyList: StoryList
  readonly views: SavedViews
  readonly selection: StorySelection
  readonly #notices: Notices
  /** Each with the action that was asked for. */
  readonly #acting = new Map<Promise<Outcome<unknown>>, ActionName>()
  readonly #desk: HeldDesk
  /** When this window signed its last verdict in the open story: `momentNow`. 0: none. */
  signedAt = 0
  #opening = 0
  /** The story that was asked for last. */
  #wanted = ''
  /** Story → what happened in it since main read it, while this window has no session for it yet. */
  readonly #untold = new Map<string, readonly ((session: StorySession) => void)[]>()
  /** The mode that the person chose last: Suggesting or not. */
  #chosenMode: boolean

  constructor(bridge: Bridge, notices: Notices, startup: Startup) {
    this.bridge = bridge
    this.#notices = notices
    this.#desk = new HeldDesk(startup)
    this.clipboard = new WindowClipboard(this, notices)
    this.undoList = new UndoList(notices)
    this.storyList = new StoryList(bridge)
    this.views = new SavedViews(bridge)
    this.views.show(startup.views ?? [])
    this.#chosenMode = startup.suggesting ?? false
    this.selection = new StorySelection(this.storyList, bridge)
    this.store = createStore<NewsroomState>(() => ({
      ...factsFrom(startup),
      session: null,
      unopened: null,
      suggesting: startup.suggesting ?? false,
      spelling: startup.spellingOff !== true,
      smartQuotes: startup.straightQuotes !== true,
      storyChanges: 0,
      tray: [],
    }))
    this.store.subscribe(({ session }, before) => {
      if (session?.id === before.session?.id) return
      this.undoList.clear()
      this.signedAt = 0
    })
    bridge.on('storiesChanged', ({ rows, gone }) => {
      this.store.setState(({ storyChanges, hasStories }) => ({
        storyChanges: storyChanges + 1,
        hasStories: hasStories || rows.length > 0,
      }))
      this.#letGo(gone)
    })
    bridge.on('deskChanged', (change) => this.#takeDesk(change))
    bridge.on('askPin', () => this.store.setState(({ person }) => ({ asks: person })))
    bridge.on('storyUpdated', ({ story, update, by, origin }) =>
      this.#tell(story, (session) => session.receive(update, origin, by)),
    )
    bridge.on('ledgerGrew', ({ story, entries, apart }) => this.#tell(story, (session) => session.grow(entries, apart)))
    bridge.on('lossesChanged', ({ story, losses, unproven }) =>
      this.#tell(story, (session) => session.setLosses(losses, unproven)),
    )
    bridge.on('openStory', ({ story }) => void this.openStory(story))
    bridge.on('storageFailed', ({ story, message }) => {
      if (story === '' || this.#sessionOf(story)) this.#notices.showLastingAlert(message)
    })
  }

  /** Asks for what changed of the library without this window. */
  readonly catchUpDesk = async (): Promise<void> => {
    const missed = await this.call('deskSince', { at: this.#desk.at })
    if (missed.ok) this.#takeDesk(missed.value)
  }

  #takeDesk(change: DeskNews): void {
    if (this.#desk.take(change)) this.#showDesk()
    else void this.catchUpDesk()
  }

  #showDesk(): void {
    const { facts: desk } = this.#desk
    const { desk: shown, session } = this.store.getState()
    if (desk === shown) return
    this.store.setState({ desk })
    session?.setDesk(desk)
  }

  /** Reads `tray` from the owner of the library. */
  readonly readTray = async (): Promise<void> => {
    const session = this.store.getState().session
    const outcome = session ? await this.act('tray.list', { story: session.id }) : undefined
    if (this.store.getState().session === session) this.store.setState({ tray: outcome?.ok ? outcome.value : [] })
  }

  readonly call: Bridge['call'] = (name, request) => this.bridge.call(name, request)

  /**
   * Asks for a newsroom action. Saves what was typed first, because the owner judges the words on the screen. If saving
   * fails, the action is not sent.
   */
  readonly act: Act = async <A extends ActionName>(action: A, request: RequestOf<A>): Promise<Outcome<AnswerOf<A>>> => {
    const acting = this.#actNow(action, request)
    if (READING_ACTIONS.has(action)) return acting
    this.#acting.set(acting, action)
    try {
      const outcome = await acting
      // With a mark it becomes a step of the words' undo. A preview does nothing.
      if (outcome.ok && !NOT_FOR_UNDO.has(action) && !('mark' in request || 'preview' in request))
        this.undoList.noteAct(action)
      if (outcome.ok && VERDICTS.has(action)) this.signedAt = momentNow()
      return outcome
    } finally {
      this.#acting.delete(acting)
    }
  }

  /** Undo has said that it does not take back what was done after `before`. The next undo goes on before that. */
  readonly passActs = (before: number): void => {
    this.undoList.passActs(before)
    this.signedAt = 0
  }

  /** The actions that are not answered yet, without those that only read. */
  get acting(): readonly Promise<Outcome<unknown>>[] {
    return [...this.#acting.keys()]
  }

  /** Those of them whose answer cannot be had again. */
  get actingOnce(): readonly Promise<Outcome<unknown>>[] {
    return [...this.#acting].flatMap(([acting, action]) => (ANSWERED_ONCE.has(action) ? [acting] : []))
  }

  async #actNow<A extends ActionName>(action: A, request: RequestOf<A>): Promise<Outcome<AnswerOf<A>>> {
    const session = this.store.getState().session
    if (session && !READING_ACTIONS.has(action) && !(await session.autosave.flush())) {
      const state = session.autosave.store.getState().state
      return {
        ok: false,
        reason: 'failed',
        message: windowText('newsroom.notDone', { why: typeof state === 'string' ? '' : state.error }).trim(),
      }
    }
    // A lookup by the window is not an action of the person: notices stay until they are read.
    if (!READING_ACTIONS.has(action)) this.#notices.settle()
    const outcome = await this.bridge.call('act', { action, request })
    if (outcome.ok) for (const remark of outcome.remarks ?? []) this.#notices.say(remark)
    else return { ...outcome, message: saidTo(this.store.getState().person, outcome.message) }
    // The contract types answers by action. Main parses the request and runs exactly that action.
    return outcome as Outcome<AnswerOf<A>>
  }

  /**
   * Opens a story in this window, at the place that `searched` finds. `ready`: the story, if it was already sent.
   * Resolves to false if the story cannot be read or the open one cannot be saved; that one then stays open. Resolves
   * to false, too, if another story was asked for meanwhile, or the open one again.
   */
  readonly openStory = async (id: string, { ready, searched }: StoryOpening = {}): Promise<boolean> => {
    const open = this.store.getState().session
    const turn = ++this.#opening
    this.#wanted = id
    if (open?.id === id) {
      open.navigation.showSearched(searched)
      return true
    }
    if (open && !(await open.autosave.mayLeave())) {
      this.#notices.showAlert(windowText('newsroom.storyStaysOpen'))
      return false
    }
    const opened = ready ?? (await this.#read(id))
    // Words that were typed while the story was read are saved before their sheet closes.
    const isSaved = !open || this.store.getState().session !== open || (await open.autosave.mayLeave())
    if (turn !== this.#opening || !isSaved) {
      if (turn === this.#opening) this.#notices.showAlert(windowText('newsroom.storyStaysOpen'))
      // Main sends this window what happens in a story until it is closed.
      if (opened && (turn === this.#opening || id !== this.#wanted)) void this.#release(id)
      return false
    }
    if (!opened) return false
    const { person, desk, readOnly } = this.store.getState()
    const session = new StorySession({
      opened,
      person: person ?? '',
      desk,
      readOnly: readOnly !== undefined,
      bridge: this.bridge,
      say: this.#notices.sayWhile,
      announce: this.#notices.announce,
      quotes: () => this.store.getState().smartQuotes,
      clipboard: this.clipboard,
    })
    for (const tell of this.#untold.get(id) ?? []) tell(session)
    this.#untold.delete(id)
    // Notices about the previous story leave with it.
    this.#notices.settle()
    session.navigation.showSearched(searched)
    this.store.setState({ session, tray: [], suggesting: this.#suggests(session) })
    // Text that a merge drops while the story is open goes into its document.
    session.doc.getMap(TRAY_MAP).observe(() => void this.readTray())
    void this.readTray()
    // What was lost stands above the sheet until somebody accepts it.
    const lost = new Set(opened.losses.map(({ detail }) => detail))
    for (const repair of opened.repairs) if (!lost.has(repair)) this.#notices.showLastingAlert(repair)
    if (open) {
      open.close()
      await this.#release(open.id)
    }
    return true
  }

  /** The story as main has it. Undefined if it cannot be read: then its history tells, or a notice says why. */
  async #read(id: string): Promise<OpenedStory | undefined> {
    const outcome = await this.call('openStory', { story: id })
    if (outcome.ok) return outcome.value
    const known = outcome.reason === 'failed' ? await this.act('kill.show', { story: id }) : undefined
    if (known?.ok && known.value.unread !== undefined) {
      const headline = (await this.storyList.lookUp(id))?.headline ?? ''
      this.store.setState({ unopened: { story: id, headline, view: known.value } })
    } else this.#notices.check(outcome)
    return undefined
  }

  readonly closeStory = async (): Promise<void> => {
    const open = this.store.getState().session
    if (!open || !(await open.autosave.mayLeave())) return
    this.store.setState({ session: null })
    open.close()
    await this.#release(open.id)
  }

  /** Tells the open story at once, and one that is being opened as soon as it is there. */
  #tell(story: string, tell: (session: StorySession) => void): void {
    const session = this.#sessionOf(story)
    if (session) tell(session)
    else this.#untold.set(story, [...(this.#untold.get(story) ?? []), tell])
  }

  /** Main sends no more of what happens in the story. */
  async #release(story: string): Promise<void> {
    await this.call('closeStory', { story })
    if (!this.#sessionOf(story)) this.#untold.delete(story)
  }

  /** Closes the open story when it was deleted, here or elsewhere. Nothing of it can be saved any more. */
  #letGo(gone: readonly string[]): void {
    const open = this.store.getState().session
    if (!open || !gone.includes(open.id)) return
    this.store.setState({ session: null, tray: [] })
    open.close()
    void this.#release(open.id)
    this.#notices.say(windowText('newsroom.storyDeleted'))
  }

  /**
   * Sets who acts, with that person's PIN. Opens the sample story if asked to. Resolves to why it was not done, or
   * undefined.
   */
  readonly becomePerson = async (name: string, { sample, pin, words }: Becoming = {}): Promise<string | undefined> => {
    const open = this.store.getState().session
    // Text typed under the old name can only be saved under it.
    if (open && name !== this.store.getState().person) return windowText('newsroom.nameNotChanged')
    const outcome = await this.call('becomePerson', { name, ...defined({ sample, pin, words }) })
    if (!outcome.ok) return outcome.message
    for (const remark of outcome.remarks ?? []) this.#notices.say(remark)
    const startup = outcome.value
    this.#chosenMode = startup.suggesting ?? false
    this.#desk.replace(startup)
    const { facts: desk } = this.#desk
    this.store.setState({ ...factsFrom(startup), desk, suggesting: this.#chosenMode })
    open?.setDesk(desk)
    this.views.show(startup.views ?? [])
    if (open) {
      void open.autosave.flush()
      return undefined
    }
    const first = startup.position?.story ?? (startup.hasStories ? await this.#firstStory() : undefined)
    if (first) await this.openStory(first)
    return undefined
  }

  /** The story that changed last, of those that can be shown. */
  async #firstStory(): Promise<string | undefined> {
    const page = await this.act('story.page', { offset: 0, limit: 20, flat: true })
    const rows = page.ok ? page.value.rows : []
    return (rows.find(({ unavailable }) => unavailable === undefined) ?? rows[0])?.id
  }

  /** Whether a story opens in Suggesting mode. */
  #suggests(session: StorySession): boolean {
    const { person, look } = this.store.getState()
    const { author } = session.store.getState().view.story.fields
    return this.#chosenMode || (look.suggestToOthers === true && author !== '' && author !== person)
  }

  readonly setSuggesting = (on: boolean): void => {
    this.#chosenMode = on
    this.store.setState({ suggesting: on })
    void this.call('setSuggesting', { on })
  }

  readonly setTheme = (theme: Theme): void => {
    this.store.setState({ theme })
    void this.call('setTheme', { theme })
  }

  readonly setLook = (look: WindowLook): void => {
    this.store.setState(({ look: before }) => ({ look: { ...before, ...look } }))
    void this.call('setLook', { look })
  }

  readonly setLanguage = (language: LanguageChoice): void => {
    this.store.setState({ language })
    void this.call('setLanguage', { language })
  }

  readonly setSpelling = (on: boolean): void => {
    this.store.setState({ spelling: on })
    void this.call('setSpelling', { on })
  }

  readonly setTyping = ({ quotes }: { readonly quotes: boolean }): void => {
    this.store.setState({ smartQuotes: quotes })
    void this.call('setTyping', { quotes })
  }

  #sessionOf(story: string): StorySession | null {
    const session = this.store.getState().session
    return session?.id === story ? session : null
  }
}
