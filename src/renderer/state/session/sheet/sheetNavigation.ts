import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { StoreApi } from 'zustand'
import { factSelected } from '../../../../editor/facts/factCommands'
import { factElement } from '../../../../editor/facts/factView'
import { positionsOf } from '../../../../editor/copy/readCopy'
import { settleScroll } from '../../../../editor/view/settleScroll'
import type { Position } from '../../../../ipc/startup'
import type { Place } from '../../../../story/assessment/finding'
import type { Copy, Range } from '../../../../story/copy/copy'
import type { SessionState } from '../storyState'
import { focusSheet } from './focusSheet'

/** Finds the place that a search is for. It comes with the search, which is loaded after the first frame. */
export type FindPlace = (copy: Copy) => Range | undefined

/** Goes to places in the sheet, and keeps the current fact. */
export class SheetNavigation {
  readonly #editor: Editor | null
  readonly #store: StoreApi<SessionState>
  readonly #refresh: () => void
  #place: Position | null = null
  #find: FindPlace | undefined

  /** `refresh`: updates the lists to the words on the screen. */
  constructor(editor: Editor | null, store: StoreApi<SessionState>, refresh: () => void) {
    this.#editor = editor
    this.#store = store
    this.#refresh = refresh
  }

  /** Sets the position for the next time that the sheet is shown. */
  readonly returnTo = (position: Position): void => {
    this.#place = position
  }

  /** Returns that position once. */
  readonly takePlace = (): Position | null => {
    const place = this.#place
    this.#place = null
    return place
  }

  /** Selects the place that was searched once the sheet is shown. The keyboard stays where it is. */
  readonly showSearched = (find: FindPlace | undefined): void => {
    this.#find = find
    if (this.#editor?.view.dom.isConnected) this.shown()
  }

  /** Call when the sheet is on the screen. */
  readonly shown = (): void => {
    const range = this.#find?.(this.#store.getState().view.copy)
    this.#find = undefined
    if (range) this.jump({ kind: 'text', ...range }, false)
  }

  /** Selects a place and scrolls to it. With `focus` false the keyboard stays where it is. */
  readonly jump = (place: Place, focus = true): void => {
    const editor = this.#editor
    const listed = this.#store.getState().view.copy
    // The lists may be older than the words. A selection of other words would be overtyped.
    if (this.#store.getState().stale) this.#refresh()
    const fact = 'fact' in place ? place.fact : undefined
    if (fact !== undefined) this.setCurrent(fact)
    const moved =
      place.kind === 'text' && listed[place.block]?.text !== this.#store.getState().view.copy[place.block]?.text
    const range = moved ? { ...place, from: 0, to: 0 } : this.#rangeOf(place)
    const target = editor && range && positionsOf(editor.state.doc, range)
    if (!editor || !target) return
    const { doc, tr } = editor.state
    // A fact that is only shown gets a wash. A selection would hide its status, and a stray letter would overtype it.
    const to = fact !== undefined && !focus ? target.from : target.to
    editor.view.dispatch(tr.setSelection(TextSelection.create(doc, target.from, to)))
    if (focus) focusSheet(editor)
    const element = fact === undefined ? editor.view.domAtPos(target.from).node : factElement(editor.view, fact)
    const shown = element instanceof Element ? element : element?.parentElement
    settleScroll(editor.view.dom, () => shown?.scrollIntoView({ block: 'center' }))
  }

  /**
   * Scrolls to a place and puts the caret before it. No words are selected: a stray letter overtypes nothing, and the
   * keyboard stays where it is.
   */
  readonly reveal = (place: Place): void => {
    const editor = this.#editor
    const fact = 'fact' in place ? place.fact : undefined
    if (fact !== undefined) this.setCurrent(fact)
    const range = this.#rangeOf(place)
    const target = editor && range && positionsOf(editor.state.doc, { ...range, to: range.from })
    if (!editor || !target) return
    const { doc, tr } = editor.state
    editor.view.dispatch(tr.setSelection(TextSelection.create(doc, target.from)))
    const { node } = editor.view.domAtPos(target.from)
    const shown = node instanceof Element ? node : node.parentElement
    settleScroll(editor.view.dom, () => shown?.scrollIntoView({ block: 'center' }))
  }

  /** Makes a fact the current one, or none. */
  readonly setCurrent = (fact: string | null): void => {
    if (fact !== this.#store.getState().current) this.#store.setState({ current: fact })
  }

  /** Makes a fact the current one and scrolls to its words. Caret and selection stay. */
  readonly showFact = (fact: string): void => {
    const editor = this.#editor
    this.setCurrent(fact)
    if (editor)
      settleScroll(editor.view.dom, () => factElement(editor.view, fact)?.scrollIntoView({ block: 'nearest' }))
  }

  /** Makes the fact at the caret or in the selection the current one. Outside of facts the current one stays. */
  readonly followSelection = (): void => {
    if (!this.#editor?.view.hasFocus()) return
    const fact = factSelected(this.#editor.state, this.#store.getState().current ?? undefined)
    if (fact !== undefined) this.setCurrent(fact)
  }

  #rangeOf(place: Place): Range | undefined {
    if (place.kind === 'text') return place
    if (place.kind !== 'fact') return undefined
    const ranges = this.#store.getState().view.assessments.find((fact) => fact.id === place.fact)?.ranges ?? []
    const first = ranges[0]
    const last = ranges.at(-1)
    if (!first || !last) return undefined
    return first.block === last.block ? { ...first, to: last.to } : first
  }
}
