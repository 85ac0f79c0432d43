import type { LanguageChoice } from '../catalogue/language'
import type { WholeDesk } from './deskFacts'
import type { KeyChanges } from './keymap'
import type { OpenedStory } from './openedStory'
import type { PaneWidths, SavedView, Theme, WindowLook } from './windowChoices'

/** What a window starts with. */
export interface Startup extends WholeDesk {
  readonly library: string
  /** Who acts in this window. Absent on first run, until `becomePerson`. */
  readonly person?: string
  /** Who has to give a PIN before anybody acts in this window, or has left the desk. */
  readonly asks?: string
  readonly hasStories: boolean
  /** The first story of the list that can be shown and is not spiked. Absent: there is none, or `position` has one. */
  readonly first?: string
  /** The last story of this person, with caret and scroll position. */
  readonly position?: Position
  /**
   * The story that this window begins with. Sent with the answer, which saves a second call. Absent if there is none,
   * or if it could not be opened: `openStory` says why.
   */
  readonly opened?: OpenedStory
  readonly platform: string
  /** Why nothing can be written. Absent if the library can be written. */
  readonly readOnly?: string
  /** The library is an archive. `readOnly` says what that means. */
  readonly archive?: true
  /** The process that had the library gave it up: Stet can start again and write. `readOnly` says so. */
  readonly writableAgain?: true
  /** An error from before the window existed, such as a file that could not be imported. */
  readonly problem?: string
  /** Small files of the library that were healed from their twins. Absent: none. */
  readonly repairs?: readonly string[]
  readonly zoom: number
  readonly look?: WindowLook
  /** Widths that this person gave the panes. Absent: none. */
  readonly widths?: PaneWidths
  readonly theme: Theme
  readonly keys: KeyChanges
  /** This person wrote in Suggesting mode last time. */
  readonly suggesting?: true
  /** The language that was chosen for the app on this machine. Absent: that of the system. */
  readonly language?: LanguageChoice
  /** Spelling is not checked on this machine. */
  readonly spellingOff?: true
  /** Quotation marks, dashes and ellipsis stay as they are typed on this machine. */
  readonly straightQuotes?: true
  /** Assistive technology, such as a screen reader, reads the windows of this app. */
  readonly assisted?: true
  /** Searches that this person named here. Absent: none. */
  readonly views?: readonly SavedView[]
  /** Unsent form contents of this window, from before its page was reloaded. */
  readonly drafts?: readonly KeptDraft[]
  /** The library's clock (STET_NOW): window and main use the same time. */
  readonly now: string
  /** How this window makes ids for the facts it tags (STET_IDS). */
  readonly ids: 'random' | 'sequential'
}

/** Where a person was in a story. */
export interface Position {
  readonly story: string
  /** ProseMirror positions. */
  readonly anchor: number
  readonly head: number
  /** Blocks above the upper edge. 12.5 means half of the thirteenth is above it. */
  readonly scroll: number
}

/**
 * Unsent contents of a form. Only main's memory holds them, never the disk: a name in them may have to be sealed before
 * it is stored.
 */
export interface KeptDraft {
  /** The kind of form. `key` says which form of that kind. */
  readonly form: string
  readonly key: string
  /** JSON. */
  readonly text: string
}
