import { createStore, type StoreApi } from 'zustand'
import type { FoundPlace } from '../../../story/assessment/copy/capturedText'
import { Attention } from './attention'
import { ChecksList } from './checksList'
import { FormDrafts, type CommentAsked } from './drafts'
import { OF_ONE_STORY, type Overlay } from './overlay'
import type { ReviewQuestion } from './reviewQuestion'
import type { NowTab, TabId } from './tabs'
import {
  DIALOG,
  findPlace,
  focusNow,
  isFocusLost,
  isMenuOpen,
  placeOfPerson,
  placesCalled,
  SELECTED_TAB,
  stopWaiting,
  TAB_AREA,
} from '../../ui/focus/focusService'
import { PLACES } from '../focusPlaces'

/** What the previous source says of a fact: places to sign with, or why the locator is asked for. */
export interface FoundInSource {
  readonly fact: string
  /** What the fact was then (`lookKey`). When it is something else, this says nothing of it. */
  readonly look: string
  readonly source: string
  /** The words that were looked for. */
  readonly sought: string
  readonly places: readonly FoundPlace[]
  /** Index of the place that is shown. Null: the person has not chosen. */
  readonly chosen: number | null
  /** Without places: one sentence. */
  readonly why?: string
}

/** A captured file that is read, and the source that it came from. */
export interface StoryFileRead {
  readonly story: string
  readonly source: string
  readonly file: string
  readonly fileName: string
}

const isIn = (place: string): boolean => placesCalled(place).some((part) => part.contains(document.activeElement))
const isInTabs = (): boolean => isIn(TAB_AREA)

/** Where the keyboard is in the list of stories: on the line that has the tab stop, else on the first story. */
const LIST = [PLACES.activeStory, PLACES.stories, PLACES.startStory]

/**
 * Blurs the focused field of the panel or of the settings. A field stores its value on blur, and this one is about to
 * be removed.
 */
export function leaveField(): void {
  const field = document.activeElement
  if (!isInTabs() && !isIn(PLACES.settings)) return
  if (field instanceof HTMLElement && field.matches('input, textarea, select')) field.blur()
}

/** The key of the one comment draft of a window. */
const THE_ONE = ''

export interface PanelsState {
  readonly tab: TabId
  /** The tab to whose fields a command moves the keyboard, until it is there. */
  readonly asking: NowTab | null
  /** The story for which a kill is being written. */
  readonly killing: string | null
  readonly overlay: Overlay | null
  /** The question before the window closes, over everything else. `go` closes it. */
  readonly closing: { readonly go: () => void } | null
  readonly review: boolean
  /** The captured file shown beside the copy, by fact and evidence. */
  readonly viewing: { readonly fact: string; readonly evidence: string } | null
  /** Ctrl+. folds both side panels; the rail stays. */
  readonly libraryFolded: boolean
  readonly panelFolded: boolean
  /** In a narrow window: the open drawer. */
  readonly drawer: 'library' | 'facts' | null
  readonly finding: boolean
  /** What a command asked of the library's search before that was on the page. */
  readonly seeking: 'search' | 'filter' | null
  /** Focus mode: only the words and the foot are shown. */
  readonly focused: boolean
  /** Review walks in the order of the text, or by the document behind the facts. */
  readonly walk: 'text' | 'backup'
  /** Review walks only these facts of a story: those of one kind in its list of issues. Null: all open ones. */
  readonly only: { readonly story: string; readonly title: string; readonly facts: ReadonlySet<string> } | null
  /** The history tab shows the ledger or the snapshots. */
  readonly history: 'ledger' | 'snapshots'
  /** The form asks for the name of a snapshot. */
  readonly naming: boolean
  /** The question that review asks in the row of the current fact. */
  readonly ask: ReviewQuestion | null
  /** Where the new comment goes. Null: none is being written. */
  readonly commenting: CommentAsked | null
  /** Review shows what changed since this person signed, instead of the backup. */
  readonly since: boolean
  /** The answer of the previous source for the current fact. */
  readonly found: FoundInSource | null
  /** Takes the selected words of the file as an excerpt, else the sentence of the match. Null: no file is shown. */
  readonly takeExcerpt: (() => void) | null
  /** A file that was dropped for the form of evidence that is open, until its field takes it. */
  readonly dropped: File | null
  /** The piece of evidence of the current fact that is shown, by id. Null: the first one. */
  readonly piece: { readonly fact: string; readonly evidence: string } | null
  /** A captured file of the story that is read beside facts that have no evidence from it. */
  readonly reading: StoryFileRead | null
  /** Recovery words by person, until that person has written them down. They stay in memory: main never keeps them. */
  readonly recoveryWords: ReadonlyMap<string, string>
  /** How large captured pages and pictures are shown. 1 is their own size. */
  readonly zoom: { readonly pdf: number | 'fit'; readonly picture: number | 'fit' }
}

export class Panels {
  readonly store: StoreApi<PanelsState>
  /**
   * Facts whose verdict is being sent. A second key is ignored: it was meant for the next fact, which is not shown yet.
   */
  readonly signing = new Set<string>()
  readonly attention = new Attention()
  readonly checks = new ChecksList()
  #returnTo: HTMLElement | null = null
  /** Whether that place is in the library, whose rows and buttons may go while the overlay is open. */
  #returnsToList = false
  /** Whether the panel is folded in the other mode. Review begins with the evidence and the words alone. */
  #foldedInOther = true
  /** The number of changes of the drafts that the person has agreed to drop. */
  #dropped = -1
  /** The recovery words that the person has agreed to drop. */
  #droppedWords: PanelsState['recoveryWords'] | undefined
  #isSystemEnding = false

  constructor(readonly drafts = new FormDrafts()) {
    this.store = createStore<PanelsState>(() => ({
      tab: 'facts',
      asking: null,
      killing: null,
      overlay: null,
      closing: null,
      review: false,
      viewing: null,
      libraryFolded: false,
      panelFolded: false,
      drawer: null,
      finding: false,
      seeking: null,
      focused: false,
      walk: 'text',
      only: null,
      history: 'ledger',
      naming: false,
      ask: null,
      commenting: drafts.commenting.get(THE_ONE) ?? null,
      since: false,
      found: null,
      takeExcerpt: null,
      dropped: null,
      piece: null,
      reading: null,
      recoveryWords: new Map(),
      zoom: { pdf: 'fit', picture: 'fit' },
    }))
    this.store.subscribe(({ commenting }, before) => {
      if (commenting === before.commenting) return
      if (commenting === null) drafts.commenting.forget(THE_ONE)
      else drafts.commenting.keep(THE_ONE, commenting)
    })
  }

  /** Each mode has its own fold of the panel. Review opens with the facts behind it. */
  #inMode(review: boolean): Pick<PanelsState, 'review'> & Partial<PanelsState> {
    const now = this.store.getState()
    if (now.review === review) return { review }
    const panelFolded = this.#foldedInOther
    this.#foldedInOther = now.panelFolded
    return { review, panelFolded, ...(review ? { tab: 'facts' } : {}) }
  }
  readonly setReview = (review: boolean): void =>
    this.store.setState({ ...this.#inMode(review), only: null, focused: false })
  /** Review begins with these facts alone. */
  readonly reviewOnly = (only: PanelsState['only']): void =>
    this.store.setState({ ...this.#inMode(true), only, focused: false })
  readonly setViewing = (viewing: PanelsState['viewing']): void =>
    this.store.setState({ viewing, ...(viewing ? { piece: viewing } : {}), focused: false })
  /** Folds or unfolds both side panels. */
  readonly setFolded = (folded: boolean): void =>
    this.store.setState({ libraryFolded: folded, panelFolded: folded, focused: false })
  readonly setLibraryFolded = (libraryFolded: boolean): void => this.store.setState({ libraryFolded })
  readonly setPanelFolded = (panelFolded: boolean): void => this.store.setState({ panelFolded })
  readonly setDrawer = (drawer: PanelsState['drawer']): void => this.store.setState({ drawer })
  readonly setFocused = (focused: boolean): void =>
    this.store.setState(
      focused ? { ...this.#inMode(false), focused, only: null, viewing: null, drawer: null } : { focused },
    )
  readonly setFinding = (finding: boolean): void => this.store.setState({ finding })

  /** Shows the library in any mode. Its search takes the keyboard as soon as it is on the page. */
  readonly seek = (seeking: PanelsState['seeking']): void =>
    this.store.setState({
      ...this.#inMode(false),
      ...{ seeking, only: null, viewing: null, libraryFolded: false, drawer: 'library', focused: false },
    })

  readonly showTab = (tab: TabId): void => {
    const left = tab !== this.store.getState().tab && (isInTabs() || isMenuOpen())
    if (left) {
      leaveField()
      stopWaiting()
    }
    this.store.setState({ tab, panelFolded: false, drawer: 'facts', focused: false })
    // The focused element was removed with the previous panel, perhaps the open menu of a row. What the new panel
    // focuses keeps the keyboard.
    if (left)
      requestAnimationFrame(() => {
        if (isFocusLost() || document.activeElement?.getAttribute('role') === 'tab') focusNow(findPlace(SELECTED_TAB))
      })
  }

  /** Shows a tab of the story in place of an overlay, and moves the keyboard into its fields. */
  readonly ask = (tab: NowTab): void => {
    this.dismiss()
    this.showTab(tab)
    this.store.setState({ asking: tab })
  }

  readonly open = (overlay: Overlay): void => {
    if (this.store.getState().overlay === null) {
      const place = placeOfPerson()
      this.#returnTo = place
      this.#returnsToList = placesCalled(PLACES.pane('library')).some((pane) => pane.contains(place))
    }
    this.store.setState({ overlay })
  }

  /** Gives a dropped file to the open form of evidence, or opens the one that adds it to this fact. */
  readonly dropEvidence = (fact: string, dropped: File): void => {
    const takesFile = placesCalled(PLACES.evidenceFile).length > 0
    if (!takesFile) this.open({ kind: 'evidence', fact })
    this.store.setState({ dropped })
  }

  /** Closes the overlay and leaves the keyboard where it is: the person has moved on. */
  readonly dismiss = (): void => {
    this.store.setState({ overlay: null })
    this.#returnTo = null
  }

  /** Holds recovery words until the person has written them down: Stet cannot show them again. */
  readonly holdRecoveryWords = (person: string, words: string): void =>
    this.store.setState(({ recoveryWords }) => ({ recoveryWords: new Map([...recoveryWords, [person, words]]) }))

  /** The person has written the recovery words down. */
  readonly forgetRecoveryWords = (person: string): void =>
    this.store.setState(({ recoveryWords }) => ({
      recoveryWords: new Map([...recoveryWords].filter(([one]) => one !== person)),
    }))

  /**
   * Before the window closes: asks what happens to forms with written words and to recovery words that are held. `go`:
   * closes it, once they may go. Returns false if nothing is asked.
   */
  readonly asksToClose = (go: () => void): boolean => {
    if (this.#isSystemEnding) return false
    const { recoveryWords } = this.store.getState()
    const losesDrafts = this.drafts.changes() !== this.#dropped && this.drafts.written().length > 0
    const losesWords = recoveryWords !== this.#droppedWords && recoveryWords.size > 0
    if (losesDrafts || losesWords) this.store.setState({ closing: { go } })
    return losesDrafts || losesWords
  }

  /** The person lets all drafts and recovery words go, as they are now, and the window with them. */
  readonly leave = (): void => {
    const { closing, recoveryWords } = this.store.getState()
    this.#dropped = this.drafts.changes()
    this.#droppedWords = recoveryWords
    this.stay()
    closing?.go()
  }

  /** The system ends the app: nobody is there to answer. Nothing is asked from now on, and an open question is over. */
  readonly endWithSystem = (): void => {
    this.#isSystemEnding = true
    if (this.store.getState().closing !== null) this.leave()
  }

  /** The window stays open. */
  readonly stay = (): void => this.store.setState({ closing: null })

  /**
   * Another story is open: an overlay about the one before closes. Its drafts are kept. The panel of the stories that
   * came back goes on to the one that it has asked for, and keeps the keyboard.
   */
  readonly leaveStory = (opened?: string): void => {
    const { overlay } = this.store.getState()
    if (!overlay || !OF_ONE_STORY.has(overlay.kind)) return
    if (overlay.kind === 'since' && overlay.back?.opens !== undefined && overlay.back.opens === opened) {
      const { stories, at, merged } = overlay.back
      return this.store.setState({ overlay: { kind: 'since', back: { stories, at: at + 1, merged } } })
    }
    if (placesCalled(DIALOG).some((dialog) => dialog.contains(document.activeElement))) this.close()
    else this.dismiss()
  }

  /**
   * Closes the overlay and returns the keyboard to where it was. If that is gone: to the list of stories when it was
   * in the library, so that no key for a row reaches the words; else to the words.
   */
  readonly close = (): void => {
    const target = this.#returnTo
    const toList = this.#returnsToList
    const left = document.activeElement
    this.dismiss()
    requestAnimationFrame(() => {
      if (this.store.getState().overlay !== null) return
      // The person went elsewhere within this frame.
      if (!isFocusLost() && document.activeElement !== left) return
      const before = target?.isConnected && target !== document.body ? target : undefined
      before?.focus({ preventScroll: true })
      // It is gone, or in a panel that is hidden now.
      if (before === undefined || document.activeElement !== before)
        focusNow(findPlace(...(toList ? LIST : []), PLACES.sheet, ...LIST), { preventScroll: true })
    })
  }
}
