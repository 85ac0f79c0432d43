/** Edits that this window asked the owner for. They arrive from elsewhere, and belong to this window's undo. */
export class RequestedEdits {
  /** Marks of edits that have not arrived yet. */
  readonly #marks = new Set<string>()
  #deciding = 0

  constructor(private readonly person: string) {}

  /** Creates a mark for an action. The update that carries it is this window's. */
  readonly mark = (): string => {
    const mark = crypto.randomUUID()
    this.#marks.add(mark)
    return mark
  }

  /** Runs a decision on suggestions. What the owner changes for this person meanwhile is this window's. */
  readonly deciding = async <T>(run: () => Promise<T>): Promise<T> => {
    this.#deciding++
    try {
      return await run()
    } finally {
      this.#deciding--
    }
  }

  /** Whether this window asked for the update that arrives now. Says so once for each mark. */
  readonly arrives = (origin: string | undefined, by: string): boolean =>
    (origin !== undefined && this.#marks.delete(origin)) || (this.#deciding > 0 && by === this.person)
}
