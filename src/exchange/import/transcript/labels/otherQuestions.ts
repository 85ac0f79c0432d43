/** Questions and answers in other notations: “Q1. …”, “**Q.** …”, “문) …”, “PREGUNTA.- …”. They are nobody’s. */
import type { Labelled } from './labelled'
import { letterOf } from './questionLetter'
import type { TranscriptLine } from '../transcriptLine'

/** What begins a question, and what begins its answer. */
const PAIRS = [
  ['Q', 'A'],
  ['Question', 'Answer'],
  ['문', '답'],
  ['질문', '답변'],
  ['問', '答'],
  ['Frage', 'Antwort'],
  ['Question', 'Réponse'],
  ['Q', 'R'],
  ['P', 'R'],
  ['Pregunta', 'Respuesta'],
  ['D', 'R'],
  ['Domanda', 'Risposta'],
] as const
const OPEN = String.raw`^(?:[*_]{1,3}|[(\[<〈【「])?`
/** “1.”, “)”, “.-”, “ –” or the end of bold letters. */
const END = String.raw`(?:\s?[-.]?\s?\d{1,3})?(?:[)\]>〉】」*_]{1,4}[.):：]?|[.．。)/:：](?:[-–—]|\d{1,3}[.)])?|\s[-–—])`
const beginning = (word: string): RegExp => new RegExp(`${OPEN}${word}${END}`, 'iu')
const QUESTIONS = PAIRS.map(([question, answer]) => ({
  question: beginning(question),
  answer: beginning(answer),
}))
/** “P. Roe” and “R. Lee” may be people: so many questions have to be asked, and answered. */
const LEAST = 2

/** The lines that begin a question or an answer, in a file that has several. */
export function otherQuestions(lines: readonly TranscriptLine[]): ReadonlyMap<TranscriptLine, Labelled> {
  const found = new Map<TranscriptLine, Labelled>()
  const own = lines.flatMap((line) => {
    const isRead = line.speaker !== undefined || letterOf(line.text.trim()) !== undefined
    return isRead ? [] : [{ line, text: line.text.trim().normalize('NFKC') }]
  })
  for (const { question, answer } of QUESTIONS) {
    const asked = own.filter(({ text }) => question.test(text))
    const answered = own.filter(({ text }) => answer.test(text))
    if (asked.filter(({ text }) => text.includes('?')).length < LEAST || answered.length < LEAST) continue
    for (const { line } of [...asked, ...answered]) found.set(line, { rest: line.text.trim() })
  }
  return found
}
