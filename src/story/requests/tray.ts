/** The recovery tray: what could not be placed, with its origin, until a person puts it back or lets it go. */
export interface TrayEntry {
  /** Stable name of the entry; a `rescued` entry of the ledger with this name has settled it. */
  readonly ref: string
  /** `words`: typed by someone into text that somebody else took away. `file`: bytes of the story that could not be read. */
  readonly kind: 'words' | 'file'
  /** What can be put back; '' when nothing of it can be read. */
  readonly text: string
  /** The words that stood around it when it was lost. */
  readonly before: string
  readonly after: string
  /** Who typed it; empty when nobody knows. */
  readonly by: readonly string[]
  /** ISO 8601 instant at which it was noticed. */
  readonly at: string
  /** Where it comes from, one sentence for people. */
  readonly origin: string
}
