import { windowText } from '../../../catalogue/window'
import { createStore, type StoreApi } from 'zustand'
import type { Stage } from '../../../story/ledger/stages'
import { FormDrafts, type CommentAsked } from './drafts'
import type { IncomingFile } from './incomingFile'
import { findPlace, focusNow, isFocusLost, SELECTED_TAB, TAB_AREA } from '../../ui/focus/focusService'
import { PLACES } from '../focusPlaces'

export const TABS = ['facts', 'comments', 'suggestions', 'checks', 'sources', 'history', 'fields'] as const
export type TabId = (typeof TABS)[number]

export const tabName = (tab: TabId): string => windowText(`tab.${tab}`)

/** What lies over the window. One at a time; the shell renders the matching component and gives it no props. */
export type Overlay =
  | { readonly kind: 'export' }
  /** `files`: dropped on the window. */
  | { readonly kind: 'import'; readonly files?: readonly IncomingFile[] }
  | { readonly kind: 'palette' }
  | { readonly kind: 'roster' }
  | { readonly kind: 'doctor' }
  | { readonly kind: 'backups' }
  | { readonly kind: 'firstRun' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'recovery' }
  /** Two versions of the open story beside each other; absent `to`: the copy as it stands. */
  | { readonly kind: 'compare'; readonly from: number; readonly to?: number }
  | { readonly kind: 'alert' }
  /** Move the open story to a stage: shows the gate's verdict and asks for what the move needs. */
  | { readonly kind: 'move'; readonly to: Stage }
  /** Attach evidence to a fact; `verify` signs it verified with that evidence in the same action. */
  | { readonly kind: 'evidence'; readonly fact: string; readonly verify?: boolean }
  /** What is said about the picture of this file nearest to a position of the sheet. */
  | { readonly kind: 'picture'; readonly file: string; readonly near: number }
  /** The original words of a translated quote. */
  | { readonly kind: 'translation'; readonly fact: string }
  /** How a figure was worked out. */
  | { readonly kind: 'derivation'; readonly fact: string }
  /** Questions to send and answers that came. */
  | { readonly kind: 'queries' }
  /** What the version corrects, and who has to be told. */
  | { readonly kind: 'correction' }
  /** What waits for this person in every story. */
  | { readonly kind: 'queue' }
  /** Asks for a typed reason. `about`: what it is for, so that a reason that was begun comes back for nothing else. `words`: those of the copy that it concerns. `submit` answers true when it was done, and the form closes. */
  | {
      readonly kind: 'reason'
      readonly about: string
      readonly words?: string
      readonly title: string
      readonly label: string
      readonly action: string
      readonly submit: (reason: string) => Promise<boolean>
    }
export type OverlayKind = Overlay['kind']

/** A question that has to be answered before a status or note can be given. */
export interface ReviewQuestion {
  readonly fact: string
  readonly label: string
  readonly action: string
  /** Enter on an empty field is an answer too. */
  readonly optional: boolean
  readonly start?: string
  /** A query: asks to whom and until when as well, and offers common questions. */
  readonly query?: boolean
  /** Asks for the right words as well, starting from these, which stand. */
  readonly words?: string
  /** Asks who is said to have said it as well, starting from this name. */
  readonly speaker?: string
  /** True when it was done; the field then closes. */
  readonly submit: (text: string, more: AskAnswer) => Promise<boolean>
}
/** What is said beside the text: to whom a query goes and until when, the words that are right, or who said them. */
export interface AskAnswer {
  readonly addressee?: string
  readonly due?: string
  readonly proposed?: string
  readonly attributedTo?: string
}

const isInTabs = (): boolean => findPlace(TAB_AREA)?.contains(document.activeElement) === true

/** What is typed in a field of the panel is stored when it is left: one that is about to go is left first. */
export function leaveField(): void {
  const field = document.activeElement
  if (isInTabs() && field instanceof HTMLElement && field.matches('input, textarea, select')) field.blur()
}

/** A window has one comment in the making. */
const THE_ONE = ''

export interface PanelsState {
  readonly tab: TabId
  readonly overlay: Overlay | null
  readonly review: boolean
  /** The captured file that is open beside the copy, by its fact and evidence. */
  readonly viewing: { readonly fact: string; readonly evidence: string } | null
  /** Ctrl+. : both side panels away. */
  readonly folded: boolean
  /** In a narrow window: which side panel is pulled out. */
  readonly drawer: 'library' | 'facts' | null
  readonly finding: boolean
  /** Review walks as the text runs, or by the document that backs the facts. */
  readonly walk: 'text' | 'backup'
  /** What the history tab shows: what was done, or the versions that were kept. */
  readonly history: 'ledger' | 'versions'
  /** The name of a version is being asked for. */
  readonly naming: boolean
  /** What review asks in a small field in the fact in hand. */
  readonly ask: ReviewQuestion | null
  /** A new comment is being written: where it goes; null: none is. */
  readonly commenting: CommentAsked | null
  /** What no button beside the fact does is shown in review, not only its letters. */
  readonly moreInReview: boolean
  /** Review shows what changed since this person signed, in place of the backup. */
  readonly since: boolean
}

export class Panels {
  readonly store: StoreApi<PanelsState>
  /** Facts whose verdict is on its way: a second key was meant for the fact that comes next, which nobody has seen yet. */
  readonly signing = new Set<string>()
  #returnTo: HTMLElement | null = null

  constructor(readonly drafts = new FormDrafts()) {
    this.store = createStore<PanelsState>(() => ({
      tab: 'facts',
      overlay: null,
      review: false,
      viewing: null,
      folded: false,
      drawer: null,
      finding: false,
      walk: 'text',
      history: 'ledger',
      naming: false,
      ask: null,
      commenting: drafts.commenting.get(THE_ONE) ?? null,
      moreInReview: false,
      since: false,
    }))
    this.store.subscribe(({ commenting }, before) => {
      if (commenting === before.commenting) return
      if (commenting === null) drafts.commenting.forget(THE_ONE)
      else drafts.commenting.keep(THE_ONE, commenting)
    })
  }

  readonly setReview = (review: boolean): void => this.store.setState({ review })
  readonly setViewing = (viewing: PanelsState['viewing']): void => this.store.setState({ viewing })
  readonly setFolded = (folded: boolean): void => this.store.setState({ folded })
  readonly setDrawer = (drawer: PanelsState['drawer']): void => this.store.setState({ drawer })
  readonly setFinding = (finding: boolean): void => this.store.setState({ finding })

  readonly showTab = (tab: TabId): void => {
    const left = tab !== this.store.getState().tab && isInTabs()
    if (left) leaveField()
    this.store.setState({ tab, folded: false, drawer: 'facts' })
    // What had the keyboard went with the panel before; what the new one gives it to keeps it.
    if (left)
      requestAnimationFrame(() => {
        if (isFocusLost() || document.activeElement?.getAttribute('role') === 'tab') focusNow(findPlace(SELECTED_TAB))
      })
  }

  readonly open = (overlay: Overlay): void => {
    if (this.store.getState().overlay === null)
      this.#returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null
    this.store.setState({ overlay })
  }

  /** Closes the overlay behind somebody who has gone on with something else: the keyboard stays where it is. */
  readonly dismiss = (): void => {
    this.store.setState({ overlay: null })
    this.#returnTo = null
  }

  /** Closes the overlay and gives the focus back to where it was, or to the words. */
  readonly close = (): void => {
    const target = this.#returnTo
    this.dismiss()
    requestAnimationFrame(() => {
      if (this.store.getState().overlay !== null) return
      if (target?.isConnected && target !== document.body) target.focus({ preventScroll: true })
      else focusNow(findPlace(PLACES.sheet) ?? findPlace(PLACES.stories), { preventScroll: true })
    })
  }
}
