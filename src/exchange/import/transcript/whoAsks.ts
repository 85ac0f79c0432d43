/**
 * Who asks in a court. “BY MS. LEE:” names the one who asks until somebody else says more than an objection. Then a
 * question is nobody’s, until the next such line: the reporter of a court writes one when she goes on.
 */

/** They ask nothing of a witness. */
const ASKS_NOTHING =
  /^(?:\d{1,2}\s+)?(?:the\s+)?(?:witness|deponent|interpreter|(?:court\s+)?reporter|clerk|videographer|bailiff)\b/iu
/** What is said between a question and its answer. */
const OBJECTION =
  /^(?:(?:your honor|judge)\W+)?(?:(?:same|continuing|the|we|i)\s)?(?:objec|sustained|overruled|(?:i\s)?move to strike)/iu
const ONE_GROUND =
  '(?:calls for\\s|lacks\\s)?(?:leading|hearsay|relevance|foundation|speculation|form|compound|vague|argumentative|asked and answered)'
const GROUND = new RegExp(
  `^${ONE_GROUND}(?:(?:[,;.]|\\s(?=and\\s))\\s?(?:and\\s)?${ONE_GROUND})*(?:\\W+(?:your honor|judge))?\\W*$`,
  'iu',
)
const GO_ON =
  /^(?:(?:please\s)?go (?:on|ahead)|(?:you (?:may|can) )?answer(?: the question)?|i['’]ll allow it|rephrase)\W*$/iu
/** “Objection, foundation. May I voir dire?” Who says so may ask next. */
const MAY_ASK =
  /\?|voir dire|\bquestions\b|\binquire\b|\b(?:may|can|could|if|let) (?:i|me|us|we)\b|\byour witness\b|good (?:morning|afternoon|evening)/iu
/** “I pass the witness.” Who hands the witness an exhibit, or has one further question, goes on. */
const PASSES =
  /(?<!\b(?:approach|hand|handing|show|showing) (?:the|this) )\bwitness\b|\b(?:nothing|no) (?:else|further|more|other)\b|(?<!\b(?:one|two|few|some) )\bfurther questions?\b|\b(?:that|those)(?:['’]s| is| are) all/iu

export class WhoAsks {
  /** As “BY MS. LEE:” writes it; undefined if nobody knows. */
  private named: string | undefined
  /** What somebody says beside questions and answers, as far as it is read. */
  private turn: { readonly speaker: string; said: string } | undefined

  get name(): string | undefined {
    this.weigh()
    return this.named
  }

  /** `name` asks from here on; undefined: another one, who is not named. */
  begins(name: string | undefined): void {
    this.turn = undefined
    this.named = name === undefined ? undefined : plain(name)
  }

  says(speaker: string, said: string): void {
    this.weigh()
    this.turn = { speaker, said }
  }

  /** The next line of what somebody says. */
  goesOn(text: string): void {
    if (this.turn) this.turn.said += ` ${text}`
  }

  private weigh(): void {
    if (this.turn && mayAskNext(this.turn, this.named)) this.named = undefined
    this.turn = undefined
  }
}

function mayAskNext({ speaker, said }: { readonly speaker: string; readonly said: string }, asks?: string): boolean {
  if (plain(speaker).toLowerCase() === asks?.toLowerCase()) return PASSES.test(said)
  if (ASKS_NOTHING.test(speaker)) return false
  // “Go ahead, Ms. Hale.”
  const words = said
    .trim()
    .toLowerCase()
    .replace(`, ${asks?.toLowerCase() ?? ''}`, '')
  const isBetween = [OBJECTION, GROUND, GO_ON].some((one) => one.test(words))
  return !isBetween || MAY_ASK.test(said)
}

const plain = (name: string): string => name.replace(/\s+/gu, ' ').trim()
