/** A question to answer before a status or note can be given. */
export interface ReviewQuestion {
  readonly fact: string
  readonly label: string
  /** One sentence under the field. */
  readonly hint?: string
  readonly action: string
  /** Accepts an empty answer. */
  readonly optional: boolean
  readonly start?: string
  /** A query: also asks who is to answer and by when, and offers common questions. */
  readonly query?: boolean
  /** Also asks for the right words. Starts from these, the current ones. */
  readonly words?: string
  /** What closes them in the copy and is no part of the fact: a quotation mark, a comma, a period. */
  readonly closing?: string
  /** Also asks who said it. Starts from this name. */
  readonly speaker?: string
  /** Resolves to true when it was done; the field then closes. */
  readonly submit: (text: string, more: AskAnswer) => Promise<boolean>
}
/** Answers beside the text: who is asked and by when, the right words, or who said them. */
export interface AskAnswer {
  readonly addressee?: string
  readonly due?: string
  readonly proposed?: string
  readonly attributedTo?: string
}
