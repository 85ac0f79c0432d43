import type { Assessment } from '../../../story/assessment/assessment'
import { countWords, readingMinutes, type Copy } from '../../../story/copy/copy'
import { foldLedger, type LedgerState } from '../../../story/ledger/ledger'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import type { Fields } from '../../../story/ledger/fields'
import type { Verdict } from '../../../story/assessment/finding'
import type { Story } from '../../../story/assessment/story'
import type { Transcript } from '../../../story/assessment/transcript'

/** One moment of the open story, as the panels show it. Immutable; made anew when typing pauses. */
export interface StoryState {
  readonly story: Story
  readonly copy: Copy
  readonly fields: Fields
  readonly entries: readonly LedgerEntry[]
  /** In text order, then the tray. */
  readonly assessments: readonly Assessment[]
  /** What the gate says at the door "clear"; empty while not judged. */
  readonly clear: Verdict
  /** False for a moment after a story was opened, until its copy has been looked through. */
  readonly judged: boolean
  /** What was read of the files behind the facts. */
  readonly transcripts: ReadonlyMap<string, Transcript>
  readonly words: number
  readonly minutes: number
}

/** Before anything was judged. */
export const NOT_JUDGED: Verdict = { door: 'clear', blocks: [], warns: [], overridden: [] }

export const countCopy = (copy: Copy): Pick<StoryState, 'words' | 'minutes'> => {
  const words = countWords(copy)
  return { words, minutes: readingMinutes(words) }
}

/** The ledger with `entries` added; entries that are there already are left out. */
export function growLedger(
  known: readonly LedgerEntry[],
  state: LedgerState,
  entries: readonly LedgerEntry[],
): { readonly entries: readonly LedgerEntry[]; readonly state: LedgerState } {
  const fresh = entries.filter((entry) => entry.seq > state.seq)
  return fresh.length === 0
    ? { entries: known, state }
    : { entries: [...known, ...fresh], state: foldLedger(fresh, state) }
}
