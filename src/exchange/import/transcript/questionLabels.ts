/** Questions and answers, as courts and the White House write them: “Q.   Did you see him?”, “A.   I did not.” */
import type { Labelled } from './labelled'
import type { TranscriptLine } from './transcriptLine'

const QUESTION_OR_ANSWER = /^(?:\d{1,2}\s+)?(?<who>[QA])(?:\.(?:\s+|$)|\s{2,}|\t)(?<rest>.*)$/su
/** “BY MS. LEE:” names who asks, not who answers. */
const EXAMINER =
  /^(?:\d{1,2}\s+)?BY\s+(?<name>(?:M[RS]|MRS|MISS|DR)\.?\s\p{L}[\p{L}'’. -]{0,40}?)(?:,\s[^:]{1,40})?\s*:\s*(?<rest>.*)$/isu
/** Another one asks from here on. */
const NEW_EXAMINER = /(?:^|\s)(?:[A-Z]+-)?EXAMINATION(?:\s|$)/u

/**
 * The lines that begin a question or an answer. The one who asks is named in a court; nobody says who answers. `read`:
 * the labels before a colon.
 */
export function labelsOfQuestions(
  lines: readonly TranscriptLine[],
  read: ReadonlyMap<TranscriptLine, Labelled>,
): ReadonlyMap<TranscriptLine, Labelled> {
  const found = new Map<TranscriptLine, Labelled>()
  const own = lines.filter(({ speaker }) => speaker === undefined)
  const hasQuestions = own.some(({ text }) => QUESTION_OR_ANSWER.exec(text.trim())?.groups?.['who'] === 'Q')
  let examiner: string | undefined
  const asked = (rest: string): Labelled => (examiner === undefined ? { rest } : { speaker: examiner, rest })
  for (const line of own) {
    const text = line.text.trim()
    if (NEW_EXAMINER.test(text)) examiner = undefined
    const by = EXAMINER.exec(text)?.groups
    if (by) {
      examiner = (by['name'] ?? '').replace(/\s+/gu, ' ').trim()
      const rest = by['rest'] ?? ''
      found.set(line, asked(QUESTION_OR_ANSWER.exec(rest)?.groups?.['rest'] ?? rest))
      continue
    }
    if (examiner !== undefined && read.get(line)?.speaker === 'Q') found.set(line, asked(read.get(line)?.rest ?? ''))
    const { who, rest = '' } = (hasQuestions ? QUESTION_OR_ANSWER.exec(text)?.groups : undefined) ?? {}
    if (who !== undefined) found.set(line, who === 'Q' ? asked(rest) : { rest })
  }
  return found
}
