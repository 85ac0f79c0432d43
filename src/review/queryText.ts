/** Writes queries as a numbered plain text to send, and reads numbered answers from a reply. */
import { reviewText } from '../catalogue/story/review'
import type { LedgerEntry } from '../story/ledger/ledgerEntry'
import { defined } from '../story/text/defined'

export interface Query {
  /** 1, 2, 3 … in the order of asking. The number never changes. */
  readonly number: number
  readonly fact: string
  readonly question: string
  readonly words: string
  readonly by: string
  readonly at: string
  readonly addressee?: string
  readonly due?: string
  /** Ledger sequence number of the question. */
  readonly entry: number
  /** Set if it was answered. */
  readonly answer?: string
}

/** Returns every query of a story, in order. */
export function queriesOf(entries: readonly LedgerEntry[]): readonly Query[] {
  const queries: Query[] = []
  for (const entry of entries) {
    if (entry.kind === 'signed' && entry.status === 'queried') {
      // The same question signed again for a changed sentence is the same query.
      const same = queries.findIndex(
        (query) => query.fact === entry.fact && query.question === (entry.reason ?? '') && query.answer === undefined,
      )
      const asked = {
        fact: entry.fact,
        question: entry.reason ?? '',
        words: entry.words,
        by: entry.by,
        at: entry.at,
        entry: entry.seq,
        ...defined({ addressee: entry.addressee, due: entry.due }),
      }
      if (same >= 0) queries[same] = { ...asked, number: queries[same]?.number ?? same + 1 }
      else queries.push({ ...asked, number: queries.length + 1 })
    }
    if (entry.kind === 'answered') {
      const at = queries.findLastIndex((query) => query.fact === entry.fact && query.answer === undefined)
      const query = queries[at]
      if (query) queries[at] = { ...query, answer: entry.text }
    }
  }
  return queries
}

/** Returns the text of a message: a greeting line with the slug, then the numbered questions. */
export function queryText(slug: string, queries: readonly Query[]): string {
  if (queries.length === 0) return ''
  const lines = queries.map(({ number, words, question, due = '' }) =>
    reviewText(due === '' ? 'queryText.question' : 'queryText.questionBy', {
      number: String(number),
      words: oneLine(words),
      question: oneLine(question),
      due,
    }),
  )
  return [
    reviewText('queryText.greeting', { slug: slug || reviewText('queryText.story'), count: queries.length }),
    ...lines,
  ].join('\n')
}

const oneLine = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^["“”„«»「」]+|["“”„«»「」]+$/gu, '')

export interface ReadAnswers {
  readonly answers: readonly { readonly number: number; readonly text: string }[]
  /** What answers no open query: lines before the first number, and what a closed query's number begins. */
  readonly rest: readonly string[]
}

/**
 * "1. Yes", "2) no", "#3: 100", "Q4 - the pool", "(5) …", "6번: …", full-width digits. Lines without a number continue
 * an answer.
 */
const NUMBERED = new RegExp(
  '^\\s*(?:>\\s*)*(?:[#(（]|Q\\.?\\s*|No\\.?\\s*)?(?<number>\\p{Nd}{1,4})(?:번|番|号)?' +
    '\\s*(?:[.)）:：、,．。]|\\s[-–—]\\s)\\s*(?<text>.*)$',
  'iu',
)

/**
 * `open`, `closed`: numbers of the queries. An answer ends where another query's number begins, also that of a closed
 * one. Any other number at the start of a line ("12. November") is part of an answer.
 */
export function readAnswers(
  text: string,
  open: ReadonlySet<number>,
  closed: ReadonlySet<number> = new Set(),
): ReadAnswers {
  const answers: { number: number; lines: string[] }[] = []
  const rest: string[] = []
  let current = rest
  for (const line of text.split(/\r?\n/u)) {
    const match = NUMBERED.exec(line)?.groups
    const number = Number((match?.['number'] ?? '').normalize('NFKC'))
    if (match && open.has(number) && !answers.some((answer) => answer.number === number)) {
      current = [match['text'] ?? '']
      answers.push({ number, lines: current })
      continue
    }
    if (match && closed.has(number)) current = rest
    if (line.trim() !== '') current.push(line.trim())
  }
  return {
    answers: answers
      .map(({ number, lines }) => ({ number, text: lines.join('\n').trim() }))
      .filter((answer) => answer.text !== ''),
    rest,
  }
}
