import type { StoriesBack } from './stories/mergedStory'
import type { KillView } from '../../../story/requests/requests'
import type { Stage } from '../../../story/ledger/stages'
import type { ArrivedFile } from './incomingFile'
import type { BulkStory } from './stories/bulkWork'

/** Sections of the page of settings. */
export type SettingsSection =
  | 'you'
  | 'appearance'
  | 'keys'
  | 'roster'
  | 'rules'
  | 'newStories'
  | 'words'
  | 'backups'
  | 'doctor'
  | 'about'

/** A story that does not open: why (`unread`), and its kill. `headline`: as the list has it. */
export interface UnopenedStory {
  readonly story: string
  readonly headline: string
  readonly view: KillView
}

/** The overlay over the window, one at a time. The shell renders the matching component without props. */
export type Overlay =
  | { readonly kind: 'export' }
  | { readonly kind: 'print' }
  /** `files`: dropped on the window, or given at the start. */
  | { readonly kind: 'import'; readonly files?: readonly ArrivedFile[] }
  | { readonly kind: 'palette' }
  /** The page of settings, at a section. */
  | { readonly kind: 'settings'; readonly section: SettingsSection }
  | { readonly kind: 'firstRun' }
  | { readonly kind: 'recovery' }
  /**
   * Compares two snapshots of the open story. Without `to`: with the current copy. `version`: `from` has the words of
   * this published version.
   */
  | { readonly kind: 'compare'; readonly from: number; readonly to?: number; readonly version?: number }
  /** The words of a published version of the open story, from its snapshot. `at`: when it was published. */
  | { readonly kind: 'version'; readonly n: number; readonly version: number; readonly at: string }
  /** What came back since the open story was handed over. `back`: right after an import, with its other stories. */
  | { readonly kind: 'since'; readonly back?: StoriesBack }
  | { readonly kind: 'alert' }
  /** Moves the open story to a stage: shows the gate's verdict and asks for what the move needs. */
  | { readonly kind: 'move'; readonly to: Stage }
  /**
   * Attaches evidence to a fact. `verify` also signs it verified in the same action. `taken`: how many passages of a
   * captured file came into the open form; each shows the form again, with the passage in it.
   */
  | { readonly kind: 'evidence'; readonly fact: string; readonly verify?: boolean; readonly taken?: number }
  /**
   * Changes a piece of evidence. `attach`: gives it the file that it lacks, or the one that the library has lost.
   * `taken`: as above.
   */
  | {
      readonly kind: 'changeEvidence'
      readonly fact: string
      readonly evidence: string
      readonly attach?: boolean
      readonly taken?: number
    }
  /** Describes the picture of this file that is nearest to a position of the sheet. */
  | { readonly kind: 'picture'; readonly file: string; readonly near: number }
  /** The original words of a translated quote. */
  | { readonly kind: 'translation'; readonly fact: string }
  /** How a figure was calculated. */
  | { readonly kind: 'derivation'; readonly fact: string }
  /** Which names, dates or places without a tag need no check. */
  | { readonly kind: 'nothingToCheck'; readonly of: 'names' | 'dates' | 'places' }
  /** To whom the pen of the open story goes. */
  | { readonly kind: 'givePen' }
  /** Questions to send and answers received. */
  | { readonly kind: 'queries' }
  /** What waits for this person in every story. */
  | { readonly kind: 'queue' }
  /** Does one thing to every selected story. `undo`: puts back what was done last. */
  | { readonly kind: 'bulk'; readonly what: 'move' | 'desk' | 'assignee' | 'spike' | 'export' | 'undo' }
  /** Moves old stories to an archive. */
  | { readonly kind: 'archive' }
  /** Takes stories back from an archive. */
  | { readonly kind: 'takeBack' }
  /** Asks whether to delete these stories for good. */
  | { readonly kind: 'delete'; readonly stories: readonly BulkStory[] }
  /** Hands these stories over in one file. `to`: people who are chosen at first. */
  | { readonly kind: 'handOver'; readonly stories: readonly BulkStory[]; readonly to?: readonly string[] }
  /** A story that does not open. */
  | ({ readonly kind: 'unopened' } & UnopenedStory)
  /** Deleted stories whose folder is there again. */
  | { readonly kind: 'thereAgain' }
  /**
   * Asks for a reason. A draft comes back only for the same `about`. `words`: the words of the copy that it concerns.
   * `submit` resolves to true when it was done; the form then closes.
   */
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

/** The overlays about the open story. In another story they would show or change what they were not opened for. */
export const OF_ONE_STORY: ReadonlySet<OverlayKind> = new Set<OverlayKind>([
  ...(['move', 'evidence', 'changeEvidence', 'picture', 'translation', 'derivation', 'nothingToCheck'] as const),
  ...(['queries', 'compare', 'version', 'since', 'recovery', 'givePen', 'reason', 'export', 'print'] as const),
])
