import { isQuote, type Assessment } from '../../story/assessment/assessment'
import type { Transcript } from '../../story/assessment/copy/transcript'
import type { DeskWords } from '../../story/desk/deskWords'
import type { Copy } from '../../story/copy/copy'
import type { Evidence } from '../../story/ledger/facts/fact'
import { readingKey } from '../../story/text/format/readingKey'
import { evidenceSeen } from '../finding/supportingSources'
import { aroundQuotation, type QuoteInCopy } from './speaker/attribution/readAttribution'
import { withTaughtWords } from './taughtQuote'
import { indexTranscript } from './indexTranscript'
import { checkQuote, type QuoteCheck, type QuoteResult, type QuoteToCheck } from './checkQuote'

export interface QuoteOfFact {
  readonly check: QuoteCheck
  /** The compared words: those in the copy, or the original of a translation. */
  readonly compared: 'words' | 'original'
  /** The result. */
  readonly quoted: string
  /** SHA-256 of the transcript with this result. */
  readonly file?: string
  /** Its speakers by number, as they first speak: “2”, “1.3”. Keys of findings name nobody. Absent with no file. */
  readonly who?: string
}

/** The best result for the quote comes first. */
const ORDER: readonly QuoteResult[] = [
  'matches',
  'matchesWithElision',
  'matchesWithInsertion',
  'ambiguous',
  'otherSpeaker',
  'differs',
  'translation',
  'notFound',
  'noTranscript',
]

interface Known {
  readonly transcripts: ReadonlyMap<string, Transcript>
  /** The graf of the quotation, and those before it that may name its speaker. */
  readonly grafs: readonly string[]
  readonly words: DeskWords | undefined
  readonly answer: QuoteOfFact | undefined
}
const known = new WeakMap<Assessment, Known>()

/** The grafs before that a pronoun may mean somebody of. */
const MOST_EARLIER = 6

/**
 * Compares a fact's quote with the transcripts among its evidence. Undefined for facts without a quote or a tag. The
 * best result counts of the support that the giver of the verdict saw. If no transcript is among it, the worst counts
 * of the others. So nothing that somebody adds later, or that contradicts, lifts a block.
 *
 * A changed fact is a new assessment, so each is compared once, and again when its graf or one of those before changes.
 */
export function quoteOfFact(
  fact: Assessment,
  transcripts: ReadonlyMap<string, Transcript>,
  copy: Copy,
  words?: DeskWords,
): QuoteOfFact | undefined {
  const block = fact.ranges[0]?.block ?? 0
  const grafs = copy.slice(Math.max(0, block - MOST_EARLIER), block + 1).map(({ text }) => text)
  const last = known.get(fact)
  if (last?.transcripts === transcripts && last.words === words && sameTexts(last.grafs, grafs)) return last.answer
  const answer = compare(fact, transcripts, copy, words)
  known.set(fact, { transcripts, grafs, words, answer })
  return answer
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index])

function compare(
  fact: Assessment,
  transcripts: ReadonlyMap<string, Transcript>,
  copy: Copy,
  words: DeskWords | undefined,
): QuoteOfFact | undefined {
  if (!isQuote(fact) || fact.ranges.length === 0 || fact.status === 'untagged') return undefined
  const { translation } = fact.record
  const quoted = translation ? translation.original : fact.text
  const compared = translation ? 'original' : 'words'
  const place = placeInCopy(fact, copy)
  const heldAgainstFiles = (evidence: readonly Evidence[]): readonly QuoteOfFact[] =>
    evidence
      .flatMap(({ file, fileName }) => {
        const transcript = file === undefined ? undefined : transcripts.get(readingKey(file, fileName))
        if (!transcript || file === undefined) return []
        const speaker = fact.tag.attributedTo
        const against = (quote: string): QuoteCheck => {
          const plain = heldAgainst(quote, transcript, speaker, place)
          return words ? taughtOnce(plain, { quote, transcript, speaker, copy: place }, words) : plain
        }
        const check = against(quoted)
        // A transcript of what the interpreter said.
        if (check.result === 'translation' && translation?.officialInterpreter)
          return [withWho({ check: against(fact.text), compared: 'words', quoted: fact.text, file }, transcript)]
        return [withWho({ check, compared, quoted, file }, transcript)]
      })
      .toSorted(
        (a, b) =>
          Number(a.check.taught !== undefined) - Number(b.check.taught !== undefined) ||
          ORDER.indexOf(a.check.result) - ORDER.indexOf(b.check.result) ||
          Number(a.check.speakerOpen !== undefined) - Number(b.check.speakerOpen !== undefined) ||
          a.check.cuts.length - b.check.cuts.length,
      )
  const seen = evidenceSeen(fact).filter(({ stance }) => stance === 'supports')
  return (
    heldAgainstFiles(seen)[0] ??
    heldAgainstFiles(fact.evidence.filter((item) => !seen.includes(item))).at(-1) ?? {
      check: checkQuote({ quote: quoted }),
      compared,
      quoted,
    }
  )
}

/** Where the quotation stands. Undefined for a tag over several grafs: its first piece tells too little. */
export function placeInCopy({ ranges }: Pick<Assessment, 'ranges'>, copy: Copy): QuoteInCopy | undefined {
  const first = ranges[0]
  const last = ranges.at(-1)
  const graf = first && copy[first.block]
  if (!first || !last || !graf) return undefined
  const to = last.block === first.block ? last.to : graf.text.length
  const earlier = copy.slice(Math.max(0, first.block - MOST_EARLIER), first.block)
  return aroundQuotation({ graf: graf.text, from: first.from, to, earlier: earlier.map(({ text }) => text) })
}

/** By the check without the desk's words, which is kept with its transcript. */
const taught = new WeakMap<QuoteCheck, { readonly words: DeskWords; readonly check: QuoteCheck }>()

function taughtOnce(plain: QuoteCheck, asked: QuoteToCheck, words: DeskWords): QuoteCheck {
  const before = taught.get(plain)
  if (before?.words === words) return before.check
  const check = withTaughtWords(plain, asked, words)
  taught.set(plain, { words, check })
  return check
}

/** A moved quote is not compared again. */
const answers = new WeakMap<Transcript, Map<string, QuoteCheck>>()
const MOST_ANSWERS = 2000

function heldAgainst(
  quote: string,
  transcript: Transcript,
  speaker: string | undefined,
  copy: QuoteInCopy | undefined,
): QuoteCheck {
  const byQuote = answers.get(transcript) ?? new Map<string, QuoteCheck>()
  if (!answers.has(transcript) || byQuote.size >= MOST_ANSWERS) byQuote.clear()
  answers.set(transcript, byQuote)
  const place = copy ? [copy.graf, copy.from, copy.to, ...(copy.earlier ?? [])] : []
  const key = [speaker ?? '', quote, ...place].join('\u0000')
  const before = byQuote.get(key)
  if (before) return before
  const check = checkQuote({ quote, transcript, speaker, copy })
  byQuote.set(key, check)
  return check
}

function withWho(quote: QuoteOfFact, transcript: Transcript): QuoteOfFact {
  const { labels } = indexTranscript(transcript)
  const numbers = quote.check.speakers.map((speaker) => labels.indexOf(speaker) + 1)
  return { ...quote, who: numbers.toSorted((a, b) => a - b).join('.') }
}
