import { shownStored } from './storedText'

/** What the history says about one entry. */
export interface EntryWords {
  /** What the person did: "signed Verified", "moved Draft → Filed". Follows the name. */
  readonly did: string
  /** The words concerned, if any. */
  readonly words?: string
  /** Words before and after, for changes of words or of a field. */
  readonly change?: { readonly old: string; readonly now: string }
  /** Reason, source, verdict and the like, each a short line. */
  readonly notes: readonly string[]
}

/** A person's reason, as a note. */
export const reasonNote = (reason: string | undefined): readonly string[] =>
  reason ? [`“${shownStored(reason)}”`] : []
