/**
 * Compares a quote with a transcript, word by word. The result is "matches transcript", never "verified". There is no
 * score: a sentence and its negation are 99 % alike.
 */
import { checksText } from '../../catalogue/rooms/checks'
import { wordsFor } from '../../catalogue/rooms/wordsFor'
import { joined } from '../finding/wording'
import type { Transcript, Turn } from '../../story/assessment/copy/transcript'
import { cutsOf, type Cut } from './cuts/cuts'
import { indexTranscript, type IndexedTranscript, type IndexedTurn } from './indexTranscript'
import { nearestPassage } from './nearestPassage'
import { placesOf, type QuotePlace } from './places'
import { readQuote, type ReadQuote } from './readQuote'
import { readAttribution, type QuoteInCopy } from './speaker/attribution/readAttribution'
import { sameSpeaker } from './speaker/name/compareNames'
import { distinctPeople } from './speaker/name/resolveSpeaker'
import { saidBy, type SaidBy } from './speaker/saidBy'
import { defined } from '../../story/text/defined'
import { isForeign, recognise } from './words/recognise'
import { scriptOf } from './words/tables'

const QUOTE_RESULTS = [
  'matches',
  'matchesWithElision',
  'matchesWithInsertion',
  'otherSpeaker',
  'differs',
  'notFound',
  'ambiguous',
  'noTranscript',
  'translation',
] as const
export type QuoteResult = (typeof QUOTE_RESULTS)[number]

const QUOTE_RESULT_WORDS = wordsFor(QUOTE_RESULTS, (result) => checksText(`quoteResult.${result}`))

/** Results that say: these words were said. What was cut or put in brackets is still for a person to accept. */
export const MATCHING_RESULTS: ReadonlySet<QuoteResult> = new Set<QuoteResult>([
  'matches',
  'matchesWithElision',
  'matchesWithInsertion',
])

/** The result in words. A quote of an open speaker, or cut near a word that weighs, does not read as a match. */
export function quoteResultWords({
  result,
  cuts,
  speakerOpen,
}: Pick<QuoteCheck, 'result' | 'cuts' | 'speakerOpen'>): string {
  if (!MATCHING_RESULTS.has(result)) return QUOTE_RESULT_WORDS[result]
  if (cuts.length > 0) return checksText('quoteResult.cut')
  return speakerOpen === undefined ? QUOTE_RESULT_WORDS[result] : checksText('quoteResult.speakerOpen')
}

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
  /** Where `said` stands if it matches: a turn, and offsets in its plain text. */
  readonly place?: { readonly turn: Turn; readonly from: number; readonly to: number }
  /** What the quote leaves out of its own sentence that can change its meaning. Each blocks until it is accepted. */
  readonly cuts: readonly Cut[]
  /** Words in [brackets]: the paper's own, which a person accepts. */
  readonly insertions: readonly string[]
  /** Fillers and titles of the desk by which alone it matches (taughtQuote.ts). Absent: it needs none. */
  readonly taught?: readonly string[]
  /** The speaker that tag or copy name could not be checked: the transcript names nobody. */
  readonly speakerUnchecked: boolean
  /** Why it is open whose words these are, one sentence. A person accepts it. Absent: one person is named. */
  readonly speakerOpen?: string
}

export interface QuoteToCheck {
  /** The quoted words as one string, with or without quotation marks. Attribution between marks is ignored. */
  readonly quote: string
  /** The speaker according to the tag. Without one the copy is read. */
  readonly speaker?: string | undefined
  /** Where the quotation stands. */
  readonly copy?: QuoteInCopy | undefined
  /** Absent or empty: no transcript. */
  readonly transcript?: Transcript | undefined
}

const NOTHING = { speakers: [], cuts: [], insertions: [], speakerUnchecked: false } as const

export function checkQuote({ quote, speaker, copy, transcript }: QuoteToCheck): QuoteCheck {
  if (!transcript || transcript.turns.every(({ text }) => text.trim() === ''))
    return { ...NOTHING, result: 'noTranscript', message: checksText('quote.noTranscript') }
  const indexed = indexTranscript(transcript)
  const { turns, labels, language } = indexed
  const readings = new Map<string, ReadQuote>()
  /** Languages write figures differently. */
  const readIn = (spoken: string): ReadQuote => {
    const before = readings.get(spoken)
    if (before) return before
    const made = readQuote(quote, { language: spoken }, copy?.graf.slice(copy.to, copy.to + 4))
    readings.set(spoken, made)
    return made
  }
  const read = readIn(language)
  if (read.fragments.length === 0) return { ...NOTHING, result: 'notFound', message: checksText('quote.noWords') }
  const said = labels.length > 0 ? saidBy(speaker, copy, labels) : undefined
  const mayHaveSaid = (turn: IndexedTurn): boolean => !said || speaks(said, turn)
  const everywhere = turns.flatMap((turn) => {
    const own = readIn(turn.language)
    return placesOf(own, turn).map((place): Found => ({ turn, place, read: own }))
  })
  const found = everywhere.filter(({ turn }) => mayHaveSaid(turn))
  if (found.length > 0) {
    if (said && said.resolved.kind !== 'one') return unclear(found, read, said)
    const unchecked = labels.length === 0 && isAttributed(speaker, copy)
    const check = matched(found, read, unchecked)
    if (!MATCHING_RESULTS.has(check.result)) return check
    // It marks where the speaker changes, but names nobody.
    if (unchecked && turns.length > 1) return { ...check, speakerOpen: checksText('quote.noneNamed') }
    return { ...check, ...speakerOpen(found, labels, said) }
  }
  const [other] = everywhere
  if (other && said) return byAnother(other, said)
  return notFound(read, indexed, mayHaveSaid, said)
}

/** Whether tag or copy say whose words they are. */
const isAttributed = (speaker: string | undefined, copy: QuoteInCopy | undefined): boolean =>
  (speaker ?? '').trim() !== '' || (copy !== undefined && readAttribution(copy, []) !== undefined)

/** Why it is open whose words these are: nobody is named of several people, or the copy names another than the tag. */
function speakerOpen(
  found: readonly Found[],
  labels: readonly string[],
  said: SaidBy | undefined,
): Pick<QuoteCheck, 'speakerOpen'> {
  if (said)
    return said.inCopy === undefined
      ? {}
      : { speakerOpen: checksText('quote.copyNamesAnother', { inCopy: said.inCopy, speaker: said.name }) }
  const isOnlyOne = labels.length === 0 || (distinctPeople(labels).length === 1 && found.every(isNamed))
  return isOnlyOne ? {} : { speakerOpen: checksText('quote.nobodyNamed') }
}

const isNamed = ({ turn }: Found): boolean => turn.turn.speaker !== undefined

const speaks = ({ resolved }: SaidBy, { turn }: IndexedTurn): boolean =>
  resolved.kind !== 'none' && turn.speaker !== undefined && resolved.labels.includes(turn.speaker)

interface Found {
  readonly turn: IndexedTurn
  readonly place: QuotePlace
  /** As a quote in the language of the turn. */
  readonly read: ReadQuote
}

/** The words are there, but the name fits several people, or one whom the labels do not name. */
function unclear(found: readonly Found[], read: ReadQuote, { name, resolved }: SaidBy): QuoteCheck {
  if (resolved.kind !== 'several') {
    const speakers = distinctSpeakers(found)
    return ambiguous(found, read, speakers, checksText('quote.nobodyMadeOut', { speakers: joined(speakers) }))
  }
  const speakers = distinctPeople(resolved.labels)
  return ambiguous(found, read, speakers, checksText('quote.nameFitsSeveral', { name, speakers: joined(speakers) }))
}

/** Nobody knows whose words they are, so what the quote leaves out of the words of any of them is cut. */
function ambiguous(found: readonly Found[], read: ReadQuote, speakers: readonly string[], message: string): QuoteCheck {
  const byPerson = new Map<string, Found[]>()
  const people = distinctSpeakers(found)
  for (const one of found) {
    const label = one.turn.turn.speaker
    const person = label === undefined ? '' : (people.find((known) => sameSpeaker(known, label)) ?? label)
    byPerson.set(person, [...(byPerson.get(person) ?? []), one])
  }
  const best = [...byPerson.values()].map((places) => bestOf(places))
  const worst = best.reduce((a, b) => (b.cuts.length > a.cuts.length ? b : a))
  const { insertions } = read
  return { ...NOTHING, result: 'ambiguous', message, speakers, said: saidAt(worst.one), cuts: worst.cuts, insertions }
}

/** The words are there, but in another person's turn. */
function byAnother(other: Found, { name }: SaidBy): QuoteCheck {
  const who = other.turn.turn.speaker
  const place = { ...whereIs(other), said: saidAt(other) }
  if (who === undefined)
    return { ...NOTHING, ...place, result: 'notFound', message: checksText('quote.unnamedTurn', { speaker: name }) }
  return {
    ...NOTHING,
    ...place,
    result: 'otherSpeaker',
    speakers: [who],
    message: checksText('quote.otherSpeaker', { who, speaker: name }),
  }
}

function matched(found: readonly Found[], read: ReadQuote, speakerUnchecked: boolean): QuoteCheck {
  const speakers = distinctSpeakers(found)
  if (speakers.length > 1) {
    const message = checksText('quote.ambiguous', { speakers: joined(speakers) })
    return ambiguous(found, read, speakers, message)
  }
  const best = bestOf(found)
  const { place } = best.one
  const { insertions } = read
  const result = insertions.length > 0 ? 'matchesWithInsertion' : place.skipped > 0 ? 'matchesWithElision' : 'matches'
  const { cuts } = best
  const near = cuts.map(({ word }) => `“${word}”`)
  const words = quoteResultWords({ result, cuts })
  const stated =
    near.length > 0 ? checksText('quote.cutNear', { result: words, words: [...new Set(near)].join(', ') }) : words
  const message = checksText(speakerUnchecked ? 'quote.speakerUnchecked' : 'quote.stated', { stated })
  const said = saidAt(best.one)
  const at = { turn: best.one.turn.turn, ...rangeOf(best.one) }
  return { result, message, speakers, ...whereIs(best.one), said, place: at, cuts, insertions, speakerUnchecked }
}

interface Weighed {
  readonly one: Found
  readonly cuts: readonly Cut[]
}

/** If it was said several times, the place with the fewest omissions counts. `found` is not empty. */
const bestOf = (found: readonly Found[]): Weighed =>
  found
    .slice(0, MOST_WEIGHED)
    .map((one) => ({ one, cuts: cutsOf(one.turn, one.place, one.read) }))
    .reduce((a, b) => (weightOf(b.one.place, b.cuts) < weightOf(a.one.place, a.cuts) ? b : a))

/** A word that was said more often than this is no quotation that a place could clear. */
const MOST_WEIGHED = 500

const weightOf = (place: QuotePlace, cuts: readonly Cut[]): number =>
  place.skipped + new Set(cuts.map(({ word }) => word)).size * 100_000

function notFound(
  read: ReadQuote,
  { turns, language }: IndexedTranscript,
  mayHaveSaid: (turn: IndexedTurn) => boolean,
  said: SaidBy | undefined,
): QuoteCheck {
  const theirs = turns.filter(mayHaveSaid)
  const near = nearestPassage(read, theirs)
  if (near) {
    const who = near.turn.turn.speaker
    return {
      ...NOTHING,
      result: 'differs',
      speakers: who === undefined ? [] : [who],
      said: near.said,
      ...defined({ at: near.turn.turn.at }),
      message: checksText('quote.differs', { said: near.said }),
    }
  }
  const quoted = recognise(read.text)
  if (isForeign(read.text, language) || (language !== 'und' && scriptOf(quoted) !== scriptOf(language)))
    return { ...NOTHING, result: 'translation', message: checksText('quote.otherLanguage') }
  const message =
    said === undefined
      ? checksText('quote.notFound')
      : checksText(theirs.length === 0 ? 'quote.speakerAbsent' : 'quote.notSaid', { speaker: said.name })
  return { ...NOTHING, result: 'notFound', message }
}

/** One name for each speaker. Turns without a name count as one. */
const distinctSpeakers = (found: readonly Found[]): readonly string[] =>
  distinctPeople(found.flatMap(({ turn }) => turn.turn.speaker ?? []))

const whereIs = ({ turn }: Found): { readonly at?: string } => (turn.turn.at === undefined ? {} : { at: turn.turn.at })

function saidAt(found: Found): string {
  const { from, to } = rangeOf(found)
  return found.turn.text.slice(from, to)
}

const rangeOf = ({ turn, place }: Found): { readonly from: number; readonly to: number } => ({
  from: turn.words[place.stretches[0]?.from ?? 0]?.from ?? 0,
  to: turn.words[(place.stretches.at(-1)?.to ?? 1) - 1]?.to ?? 0,
})
