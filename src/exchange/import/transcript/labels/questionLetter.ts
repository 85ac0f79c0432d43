/** The letter before a question or an answer: “Q.   Why?”, “Q. Why?”, “Q -- he lied”, “A yes”. */

/** “A. ”, “A ”, more spaces than a sentence has, or what may as well be words: “A yes”, “A) Yes”, “A.Yes”. */
export type LetterForm = 'wide' | 'stop' | 'space' | 'loose'

export interface Letter {
  readonly who: 'Q' | 'A'
  readonly rest: string
  readonly form: LetterForm
}

/** A page that lost its spaces has one behind the letter. */
const GAPS: readonly (readonly [LetterForm, string])[] = [
  ['wide', '\\.?(?:\\s{2,}|\\t)'],
  ['stop', '\\.(?:\\s|$)|$'],
  ['space', '\\s(?=["“\'‘(]?(?:\\p{Lu}|[–—…]|--?\\s|--|\\.\\.))'],
  ['loose', '\\)\\s?|\\.(?=\\S)|\\s|(?=[–—…]|--)'],
]
const LETTER = new RegExp(
  `^(?:\\d{1,2}\\s+)?(?<who>[QA])(?:${GAPS.map(([form, gap]) => `(?<${form}>${gap})`).join('|')})(?<rest>.*)$`,
  'su',
)

export function letterOf(text: string): Letter | undefined {
  const found = LETTER.exec(text)?.groups
  const form = GAPS.find(([one]) => found?.[one] !== undefined)?.[0]
  if (!found || !form) return undefined
  return { who: found['who'] === 'Q' ? 'Q' : 'A', rest: (found['rest'] ?? '').trim(), form }
}
