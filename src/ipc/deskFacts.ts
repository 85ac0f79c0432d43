/** What every window knows of the desk, and how it hears of changes. */
import type { TrustLoss } from '../story/ledger/loss'
import type { DeskWords } from '../story/desk/deskWords'
import type { LibrarySettings, Person } from '../story/desk/roster'
import type { Source } from '../story/desk/source'

export interface DeskFacts {
  readonly roster: readonly Person[]
  readonly settings: LibrarySettings
  readonly sources: readonly Source[]
  /** Words that the desk taught the checks. Absent: none. */
  readonly words?: DeskWords
  /** What the library lost. Absent: nothing. */
  readonly losses?: readonly TrustLoss[]
  /** No editor has given a PIN since there are keys: the first one ends the PINs of others from before them. */
  readonly beforeFirstPin?: true
  /** Ids of the keys with which Stet signs its notes on other machines. Absent: none is known. */
  readonly notesElsewhere?: readonly string[]
}
export type DeskPart = keyof DeskFacts

/** The desk's facts with the number of the last change that is in them. */
export interface WholeDesk {
  readonly desk: DeskFacts
  readonly deskAt: number
}

/** Every part that changed after the change `since`, as it is since the change `at`. */
export interface DeskNews {
  readonly since: number
  readonly at: number
  readonly parts: Partial<DeskFacts>
  /** Parts that are not there any more. */
  readonly gone: readonly DeskPart[]
}
