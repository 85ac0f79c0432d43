import type { LanguageChoice } from '../../../../catalogue/language'
import type { DeskFacts } from '../../../../ipc/deskFacts'
import type { Startup } from '../../../../ipc/startup'
import type { PaneWidths, Theme, WindowLook } from '../../../../ipc/windowChoices'
import type { TrayEntry } from '../../../../story/requests/tray'
import type { StorySession } from '../../session/storySession'
import type { UnopenedStory } from '../overlay'

/** What the window knows of the library and of who acts. */
export interface NewsroomFacts {
  /** The library's folder. */
  readonly library: string
  /** Who acts here. Undefined until the first run has asked. */
  readonly person: string | undefined
  /** Who has to give a PIN before anything is done in this window, or has left the desk. */
  readonly asks: string | undefined
  readonly desk: DeskFacts
  /** The library has a story. */
  readonly hasStories: boolean
  /** Why nothing can be written. Undefined if it can. */
  readonly readOnly: string | undefined
  /** The library is an archive. */
  readonly archive: boolean
  readonly platform: string
  readonly theme: Theme
  /** As of the start of the window. */
  readonly zoom: number
  readonly widths: PaneWidths
  readonly look: WindowLook
  readonly language: LanguageChoice
  /** The choice with which this window started. */
  readonly startLanguage: LanguageChoice
}

export interface NewsroomState extends NewsroomFacts {
  /** The open story. */
  readonly session: StorySession | null
  /** The story that was asked for last, if it does not open. */
  readonly unopened: UnopenedStory | null
  /** Everything that this person writes in this window becomes a suggestion, in every story. */
  readonly suggesting: boolean
  /** Misspelt words are marked, on this machine. */
  readonly spelling: boolean
  /** Quotation marks, dashes and ellipsis are set by the language while somebody types, on this machine. */
  readonly smartQuotes: boolean
  /** Counts the changes of stories that this window was told. */
  readonly storyChanges: number
  /** Text that could not be placed in the open story. */
  readonly tray: readonly TrayEntry[]
}

export const factsFrom = (startup: Startup): NewsroomFacts => ({
  library: startup.library,
  person: startup.person,
  asks: startup.asks,
  desk: startup.desk,
  hasStories: startup.hasStories,
  readOnly: startup.readOnly,
  archive: startup.archive === true,
  platform: startup.platform,
  theme: startup.theme,
  zoom: startup.zoom,
  widths: startup.widths ?? {},
  look: startup.look ?? {},
  language: startup.language ?? 'system',
  startLanguage: startup.language ?? 'system',
})
