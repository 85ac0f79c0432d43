/**
 * Compares a quote with a transcript, word by word. The result is "matches transcript", never "verified". There is no
 * score: a sentence and its negation are 99 % alike.
 */
import { checksText } from '../../catalogue/rooms/checks'
import { wordsFor } from '../../catalogue/rooms/wordsFor'
import { joined } from '../finding/wording'
import type { Transcript } from '../../story/assessment/transcript'
import { indexTranscript, type IndexedTurn } from './indexTranscript'
import { languageOf, scriptOfLanguage } from '../../story/language/languageOf'
import { cutsOf, type Cut } from './cuts'
import { nearestPassage } from './nearestPassage'
import { placesOf, type QuotePlace } from './places'
import { readQuote, type ReadQuote } from './readQuote'
import { sameSpeaker } from './speakers'
import { defined } from '../../story/text/defined'

const QUOTE_RESULTS = [
  'matches',
  'matchesWithElision',
  'differs',
  'notFound',
  'ambiguous',
  'noTranscript',
  'translation',
] as const
export type QuoteResult = (typeof QUOTE_RESULTS)[number]

export const QUOTE_RESULT_WORDS = wordsFor(QUOTE_RESULTS, (result) => checksText(`quoteResult.${result}`))

export interface QuoteCheck {
  readonly result: QuoteResult
  /** One sentence for people. */
  readonly message: string
  /** The speaker in the transcript; several if ambiguous. */
  readonly speakers: readonly string[]
  /** Where its turn begins, if the transcript says so. */
  readonly at?: string
  /** The transcript's words from the first to the last used one, or the nearest passage. */
  readonly said?: string
  /** Omissions beside a negation, number or hedge of the same sentence. Each blocks until it is accepted. */
  readonly cuts: readonly Cut[]
  /** The speaker could not be checked: the transcript names nobody. */
  readonly speakerUnchecked: boolean
}

export interface QuoteToCheck {
  /** The quoted words as one string, with or without quotation marks. Attribution between marks is ignored. */
  readonly quote: string
  /** The speaker according to the copy. */
  readonly speaker?: string | undefined
  /** Absent or empty: no transcript. */
  readonly transcript?: Transcript | undefined
}

export function checkQuote({ quote, speaker, transcript }: QuoteToCheck): QuoteCheck {
  const nothing = { speakers: [], cuts: [], speakerUnchecked: false } as const
  if (!transcript || transcript.turns.every(({ text }) => text.trim() === ''))
    return { ...nothing, result: 'noTranscript', message: checksText('quote.noTranscript') }
  const read = readQuote(quote)
  if (read.fragments.length === 0) return { ...nothing, result: 'notFound', message: checksText('quote.noWords') }
  const { turns, labelled } = indexTranscript(transcript)
  const named = labelled && speaker !== undefined && speaker.trim() !== '' ? speaker : undefined
  const speakerUnchecked = !labelled && speaker !== undefined && speaker.trim() !== ''
  const mayHaveSaid = (turn: IndexedTurn): boolean =>
    named === undefined || (turn.turn.speaker !== undefined && sameSpeaker(named, turn.turn.speaker))
  const everywhere = turns.flatMap((turn) => placesOf(read, turn).map((place): Found => ({ turn, place })))
  const found = everywhere.filter(({ turn }) => mayHaveSaid(turn))
  if (found.length > 0) return matched(found, read, speakerUnchecked, transcript)
  const [other] = everywhere
  if (other && named !== undefined) {
    const who = other.turn.turn.speaker
    return {
      ...nothing,
      ...whereIs(other),
      result: 'notFound',
      speakers: who === undefined ? [] : [who],
      said: saidAt(other),
      message:
        who === undefined
          ? checksText('quote.unnamedTurn', { speaker: named })
          : checksText('quote.otherSpeaker', { who, speaker: named }),
    }
  }
  return notFound(read, turns, mayHaveSaid, named, transcript)
}

const languages = new WeakMap<Transcript, string>()

function spokenIn(transcript: Transcript): string {
  const known = languages.get(transcript)
  if (known !== undefined) return known
  const language = languageOf(
    transcript.turns
      .slice(0, 40)
      .map(({ text }) => text)
      .join(' '),
  )
  languages.set(transcript, language)
  return language
}

interface Found {
  readonly turn: IndexedTurn
  readonly place: QuotePlace
}

function matched(
  found: readonly Found[],
  read: ReadQuote,
  speakerUnchecked: boolean,
  transcript: Transcript,
): QuoteCheck {
  const speakers = distinctSpeakers(found)
  if (speakers.length > 1) {
    return {
      result: 'ambiguous',
      message: checksText('quote.ambiguous', { speakers: joined(speakers) }),
      speakers,
      cuts: [],
      speakerUnchecked: false,
    }
  }
  const language = spokenIn(transcript)
  const weighed = found.map((one) => ({ one, cuts: cutsOf(one.turn.words, one.place, language) }))
  // If it was said several times, the place with the fewest omissions counts.
  const best = weighed.reduce((a, b) => (weightOf(b.one.place, b.cuts) < weightOf(a.one.place, a.cuts) ? b : a))
  const { place } = best.one
  const elided = place.skipped > 0 || read.inserted
  const result = elided ? 'matchesWithElision' : 'matches'
  const near = best.cuts.map(({ word }) => `“${word}”`)
  const stated =
    near.length > 0
      ? checksText('quote.cutNear', { result: QUOTE_RESULT_WORDS[result], words: [...new Set(near)].join(', ') })
      : QUOTE_RESULT_WORDS[result]
  const message = checksText(speakerUnchecked ? 'quote.speakerUnchecked' : 'quote.stated', { stated })
  return { result, message, speakers, ...whereIs(best.one), said: saidAt(best.one), cuts: best.cuts, speakerUnchecked }
}

const weightOf = (place: QuotePlace, cuts: readonly Cut[]): number =>
  place.skipped + new Set(cuts.map(({ word }) => word)).size * 100_000

function notFound(
  read: ReadQuote,
  turns: readonly IndexedTurn[],
  mayHaveSaid: (turn: IndexedTurn) => boolean,
  named: string | undefined,
  transcript: Transcript,
): QuoteCheck {
  const nothing = { speakers: [], cuts: [], speakerUnchecked: false } as const
  const theirs = turns.filter(mayHaveSaid)
  const near = nearestPassage(read, theirs)
  if (near) {
    const who = near.turn.turn.speaker
    return {
      ...nothing,
      result: 'differs',
      speakers: who === undefined ? [] : [who],
      said: near.said,
      ...defined({ at: near.turn.turn.at }),
      message: checksText('quote.differs', { said: near.said }),
    }
  }
  const quoted = languageOf(read.text)
  const spoken = spokenIn(transcript)
  const foreign = quoted !== 'und' && spoken !== 'und' && quoted !== spoken
  if (foreign || (spoken !== 'und' && scriptOfLanguage(languageOf(read.text)) !== scriptOfLanguage(spoken))) {
    return {
      ...nothing,
      result: 'translation',
      message: checksText('quote.otherLanguage'),
    }
  }
  if (named !== undefined && theirs.length === 0)
    return { ...nothing, result: 'notFound', message: checksText('quote.speakerAbsent', { speaker: named }) }
  return {
    ...nothing,
    result: 'notFound',
    message: named === undefined ? checksText('quote.notFound') : checksText('quote.notSaid', { speaker: named }),
  }
}

/** One name for each speaker. Turns without a name count as one. */
function distinctSpeakers(found: readonly Found[]): readonly string[] {
  const speakers: string[] = []
  for (const { turn } of found) {
    const name = turn.turn.speaker
    if (name !== undefined && !speakers.some((known) => known === name || sameSpeaker(known, name))) speakers.push(name)
  }
  return speakers
}

const whereIs = ({ turn }: Found): { readonly at?: string } => (turn.turn.at === undefined ? {} : { at: turn.turn.at })

const saidAt = ({ turn, place }: Found): string =>
  turn.turn.text.slice(
    turn.words[place.stretches[0]?.from ?? 0]?.from ?? 0,
    turn.words[(place.stretches.at(-1)?.to ?? 1) - 1]?.to ?? 0,
  )
