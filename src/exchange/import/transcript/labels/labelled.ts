/** What a line says of whose words it begins. */
export interface Labelled {
  /** Absent: the speaker changes, but the transcript does not name the new one. */
  readonly speaker?: string
  readonly at?: string
  readonly rest: string
}
