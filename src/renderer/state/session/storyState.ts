import type { FactTag } from '../../../story/ledger/facts/fact'
import type { Assessment } from '../../../story/assessment/assessment'
import { countCharacters, countWords, readingMinutes, type Copy } from '../../../story/copy/copy'
import { foldLedger, type LedgerState } from '../../../story/ledger/ledger'
import { apartOf } from '../../../story/ledger/order/ledgerOrder'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import type { Fields } from '../../../story/ledger/fields'
import type { Verdict } from '../../../story/assessment/finding'
import type { Story } from '../../../story/assessment/story'
import { countsCharacters } from '../../../story/text/words/characters'
import type { Transcript } from '../../../story/assessment/copy/transcript'

/** The open story at one moment, as the panels show it. Immutable; replaced when typing pauses. */
export interface StoryState {
  readonly story: Story
  readonly copy: Copy
  readonly fields: Fields
  readonly entries: readonly LedgerEntry[]
  /** Entries of other machines that do not count here. Absent: none. */
  readonly apart?: readonly LedgerEntry[]
  /** In text order, then the tray. Empty while not assessed. */
  readonly assessments: readonly Assessment[]
  /** False until the facts of a newly opened long story have been read. Nothing is known of them before. */
  readonly assessed: boolean
  /** The gate's verdict at the door "clear". Empty while not judged. */
  readonly clear: Verdict
  /** False until the copy of a newly opened story has been checked. */
  readonly judged: boolean
  /** The transcripts of the files behind the facts. */
  readonly transcripts: ReadonlyMap<string, Transcript>
  readonly words: number
  /** Absent: the length of the story is counted in words. */
  readonly characters?: number
  readonly minutes: number
}

/** What changes while a story is open: the story as the panels show it, and what the person has chosen in it. */
export interface SessionState {
  readonly view: StoryState
  /** The current fact. */
  readonly current: string | null
  /** A fact that was just tagged by key or button. The next letter may choose its type. */
  readonly choosing: FactTag | null
  /** Pictures that were pasted or dropped and are not in the library yet. */
  readonly pictures: readonly File[]
  /** The current suggestion. */
  readonly suggestion: string | null
  /** The selected note beside the words: "comment ID" or "suggestion ID" (keyOfNote). */
  readonly note: string | null
  /** Whether the lists are older than the words in the sheet. They follow after a pause. */
  readonly stale: boolean
  /** How often an edit in Suggesting mode could not become a suggestion. */
  readonly unproposable: number
}

/** The verdict before anything is judged. */
export const NOT_JUDGED: Verdict = { door: 'clear', blocks: [], warns: [], overridden: [] }

export const countCopy = (copy: Copy, language: string): Pick<StoryState, 'words' | 'characters' | 'minutes'> => {
  const words = countWords(copy)
  return {
    words,
    minutes: readingMinutes(words),
    ...(countsCharacters(language) ? { characters: countCharacters(copy) } : {}),
  }
}

/** Adds `entries` to the ledger. Skips those that it has already. */
export function growLedger(
  known: readonly LedgerEntry[],
  state: LedgerState,
  entries: readonly LedgerEntry[],
  apart: readonly LedgerEntry[] = [],
): { readonly entries: readonly LedgerEntry[]; readonly state: LedgerState } {
  const fresh = entries.filter((entry) => entry.seq > state.seq)
  return fresh.length === 0
    ? { entries: known, state }
    : { entries: [...known, ...fresh], state: foldLedger(fresh, state, apartOf(apart)) }
}
