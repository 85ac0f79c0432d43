/** Characters, elements or attributes of the document by their Yjs ids. */
export interface DocumentPlace {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** What one merge brought. */
export interface Doubts {
  /** In doubt as long as nobody here trusts who typed it, on the machine that handed it over. */
  readonly typed: readonly DocumentPlace[]
  /** In doubt for good: the machine that handed it over had notes of other writers, or said who else wrote it. */
  readonly noted: readonly DocumentPlace[]
  /** Id of the key that handed it over. Absent: no card came along. */
  readonly key?: string
}
