/** How a figure was worked out: its inputs, the expression, a rate with its source and date, and the rounding. */

export interface DerivedInput {
  /** Its name in the expression: a letter, then letters and digits. */
  readonly name: string
  /** As it is written where it comes from: "11:01", "3500억", "2019-06-29". Empty: the words of `fact` as they stand. */
  readonly value: string
  /** Another fact of the story. */
  readonly fact?: string
  /** Source and place: "Pool 3 ¶ 2". */
  readonly from?: string
}

export interface Derivation {
  /** Names, numbers, + - * / ( ), and minutes(a, b), days(a, b), years(a, b), change(a, b), share(a, b). */
  readonly expression: string
  readonly inputs: readonly DerivedInput[]
  /** A rate of exchange or the like, "rate" in the expression. */
  readonly rate?: { readonly value: string; readonly source: string; /** ISO 8601 date. */ readonly date: string }
  /** The step that the figure is rounded to, in its own unit: 10 for "about 100 minutes". Absent: to its last written digit. */
  readonly roundedTo?: number
}
