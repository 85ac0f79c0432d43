import { isQuote, type Assessment } from '../../story/assessment/assessment'
import type { Transcript } from '../../story/assessment/transcript'
import { checkQuote, type QuoteCheck, type QuoteResult } from './checkQuote'

export interface QuoteOfFact {
  readonly check: QuoteCheck
  /** The compared words: those in the copy, or the original of a translation. */
  readonly compared: 'words' | 'original'
  /** The result. */
  readonly quoted: string
  /** SHA-256 of the transcript with this result. */
  readonly file?: string
}

/** The best result for the quote comes first. */
const ORDER: readonly QuoteResult[] = [
  'matches',
  'matchesWithElision',
  'ambiguous',
  'differs',
  'translation',
  'notFound',
  'noTranscript',
]

const known = new WeakMap<
  Assessment,
  { readonly transcripts: ReadonlyMap<string, Transcript>; readonly answer: QuoteOfFact | undefined }
>()

/**
 * Compares a fact's quote with the transcripts among its evidence. Undefined for facts without a quote or a tag. A
 * changed fact is a new assessment, so each is compared once.
 */
export function quoteOfFact(fact: Assessment, transcripts: ReadonlyMap<string, Transcript>): QuoteOfFact | undefined {
  const before = known.get(fact)
  if (before?.transcripts === transcripts) return before.answer
  const answer = compare(fact, transcripts)
  known.set(fact, { transcripts, answer })
  return answer
}

function compare(fact: Assessment, transcripts: ReadonlyMap<string, Transcript>): QuoteOfFact | undefined {
  if (!isQuote(fact) || fact.ranges.length === 0 || fact.status === 'untagged') return undefined
  const { translation } = fact.record
  const quoted = translation ? translation.original : fact.text
  const compared = translation ? 'original' : 'words'
  const found = fact.evidence.flatMap(({ file }) => {
    const transcript = file === undefined ? undefined : transcripts.get(file)
    return transcript && file !== undefined
      ? [{ check: heldAgainst(quoted, transcript, fact.tag.attributedTo), compared, quoted, file } as const]
      : []
  })
  const [best] = found.toSorted(
    (a, b) =>
      ORDER.indexOf(a.check.result) - ORDER.indexOf(b.check.result) || a.check.cuts.length - b.check.cuts.length,
  )
  return best ?? { check: checkQuote({ quote: quoted }), compared, quoted }
}

/** A moved quote is not compared again. */
const answers = new WeakMap<Transcript, Map<string, QuoteCheck>>()
const MOST_ANSWERS = 2000

function heldAgainst(quote: string, transcript: Transcript, speaker: string | undefined): QuoteCheck {
  const byQuote = answers.get(transcript) ?? new Map<string, QuoteCheck>()
  if (!answers.has(transcript) || byQuote.size >= MOST_ANSWERS) byQuote.clear()
  answers.set(transcript, byQuote)
  const key = `${speaker ?? ''}\u0000${quote}`
  const before = byQuote.get(key)
  if (before) return before
  const check = checkQuote({ quote, transcript, speaker })
  byQuote.set(key, check)
  return check
}
