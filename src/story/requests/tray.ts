/** The recovery tray: words that could not be placed, until a person puts them back or discards them. */
export interface TrayEntry {
  /** Stable name of the entry. A `rescued` entry of the ledger with this name settles it. */
  readonly ref: string
  /** `words`: typed into text that another person deleted. `file`: bytes of the story that could not be read. */
  readonly kind: 'words' | 'file'
  /** The text to put back; '' if it cannot be read. */
  readonly text: string
  /** The words around it when it was lost. */
  readonly before: string
  readonly after: string
  /** Who typed it; empty if unknown. */
  readonly by: readonly string[]
  /** ISO 8601 instant at which the loss was noticed. */
  readonly at: string
  /** Where it comes from, one sentence for people. */
  readonly origin: string
}
