/** A transcript: who said what. */

export interface Turn {
  /** As the label reads, without its colon; absent when the transcript does not say. */
  readonly speaker?: string
  readonly text: string
  /** Where the turn begins: a timecode or "p. 3"; absent when the transcript does not say. */
  readonly at?: string
}

export interface Transcript {
  readonly turns: readonly Turn[]
}
