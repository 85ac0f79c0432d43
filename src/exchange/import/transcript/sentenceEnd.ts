/** Whether the sentence before a line has ended. */

/** The end of a sentence, or a dash where somebody interrupts. */
const ENDED = /[.!?…:»”"'’)\]—–-]\s*$/u
/** Longer lines are no headlines. */
const LONGEST_HEADLINE = 200

/** Follows the lines of a transcript. */
export class SentenceEnd {
  isHere = true
  private hasEnded = true
  private isBetween = false

  follow(text: string): void {
    if (text === '') {
      if (!this.isBetween) this.isHere = true
      return
    }
    this.isBetween = isBetween(text)
    if (!this.isBetween) this.hasEnded = ENDED.test(text) || isHeadline(text)
    this.isHere = this.hasEnded
  }
}

/** Several words in capitals. */
const isHeadline = (text: string): boolean =>
  text.length <= LONGEST_HEADLINE &&
  !/\p{Ll}/u.test(text) &&
  text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length > 1

/** A page number, or one word in capitals: it may stand within a sentence. */
const isBetween = (text: string): boolean =>
  /^\[+page\s/iu.test(text) || !/\p{L}/u.test(text) || (!/\p{Ll}/u.test(text) && !/\s/u.test(text) && !ENDED.test(text))
