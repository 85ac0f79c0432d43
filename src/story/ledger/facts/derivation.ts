/** How a figure was derived: inputs, expression, a rate with source and date, and rounding. */

export interface DerivedInput {
  /** Its name in the expression: a letter, then letters and digits. */
  readonly name: string
  /** As the source writes it: "11:01", "3500억", "2019-06-29". Empty: the current words of `fact`. */
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
  /** The rounding step in the figure's own unit: 10 for "about 100 minutes". Absent: its last written digit. */
  readonly roundedTo?: number
}
