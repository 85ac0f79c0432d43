/** What a person chose for the windows of this machine. Main remembers it. */
import type { StorySort } from '../story/requests/requests'

export type Theme = 'system' | 'light' | 'dark'

/** How the window looks and helps, as chosen on this machine. What is absent is as in a new window. */
export interface WindowLook {
  /** Size of the words on the sheet. */
  readonly size?: 'small' | 'normal' | 'large' | 'largest'
  /** Width of the copy. */
  readonly width?: 'narrow' | 'normal' | 'wide'
  /** Which facts are underlined while writing. Review shows all. */
  readonly underlines?: 'all' | 'open' | 'none'
  /** When the toolbar of a selection comes. */
  readonly toolbar?: 'atOnce' | 'afterPause' | 'byKey'
  /** Stories of other authors open in Suggesting mode. */
  readonly suggestToOthers?: boolean
  /** The step of the tour, from 1, and whether it is shown. Absent: it never began. */
  readonly tour?: { readonly step: number; readonly open: boolean }
}

/** CSS pixels; evidence: per cent of the room for evidence and sheet. */
export type PaneWidths = Readonly<Partial<Record<'library' | 'panel' | 'evidence', number>>>

/** A search and its order under a name, kept for one person on this machine. */
export interface SavedView {
  readonly name: string
  readonly query: string
  readonly sort: StorySort
}
