/** Prepares a transcript for many quotes: the words of every turn, and their positions. */
import type { Transcript, Turn } from '../../story/assessment/copy/transcript'
import { defined } from '../../story/text/defined'
import { lazy } from '../../story/text/lazy'
import { quotationsIn } from '../detect/quotes/quotationMarks'
import type { Region } from '../detect/statement'
import { hanStyle, type HanStyle } from './spoken/hanVariants'
import { plainText, spokenWords, type SpokenWord, smallOf } from './spokenWords'
import { heardIn } from './stageNotes'
import { languageOfTurn, recognise } from './words/recognise'

export interface IndexedTurn {
  readonly turn: Turn
  /** Its text as the offsets of the words count. */
  readonly text: string
  readonly words: readonly SpokenWord[]
  /** The words as compared, in lower case. */
  readonly lower: readonly string[]
  /** Positions by lower-case word, in order. */
  readonly places: ReadonlyMap<string, readonly number[]>
  /** All capitals, as in captions: case means nothing. */
  readonly caseless: boolean
  /** Its own: a briefing may be in two languages. */
  readonly language: string
  readonly style: HanStyle
  /** Round brackets that may be a note or speech. */
  readonly unclear: readonly Region[]
  /** Quotations inside it: words of others. */
  readonly quotations: () => readonly Region[]
}

export interface IndexedTranscript {
  readonly turns: readonly IndexedTurn[]
  /** The speakers named, each once. */
  readonly labels: readonly string[]
  /** That of most of it. */
  readonly language: string
}

const known = new WeakMap<Transcript, IndexedTranscript>()

export function indexTranscript(transcript: Transcript): IndexedTranscript {
  const before = known.get(transcript)
  if (before) return before
  const sample = transcript.turns
    .slice(0, 40)
    .map(({ text }) => text)
    .join(' ')
  const language = recognise(sample)
  const style = hanStyle(sample)
  const named = [...new Set(transcript.turns.flatMap(({ speaker }) => speaker ?? []))]
  const read = (turn: Turn): ReadTurn => indexTurn(turn, languageOfTurn(turn.text, language), style, named)
  const main = transcript.turns.map(read)
  // Those who only call out come last: the numbers of the others, which keys of findings hold, stay.
  // A speech without labels stays one.
  const isLabelled = named.length > 0
  const calls = isLabelled ? main.flatMap(({ interjections }) => interjections.map(read)) : []
  const turns = [...main, ...calls].map(({ indexed }) => indexed)
  const labels = [...new Set(turns.flatMap(({ turn }) => turn.speaker ?? []))]
  const indexed = { turns, labels, language }
  known.set(transcript, indexed)
  return indexed
}

interface ReadTurn {
  readonly indexed: IndexedTurn
  /** What others called out in it. */
  readonly interjections: readonly Turn[]
}

/** `named`: the speakers whom labels name. */
function indexTurn(turn: Turn, language: string, style: HanStyle, named: readonly string[]): ReadTurn {
  const text = plainText(turn.text)
  const { speech, added, unclear, asides, interjections } = heardIn(text, named)
  const caseless = /\p{Lu}/u.test(speech) && !/\p{Ll}/u.test(speech)
  const spoken = spokenWords(speech, { caseless, language })
  const words = withMark('aside', withMark('added', spoken, added), asides)
  const lower = words.map(({ same }) => smallOf(same))
  const places = new Map<string, number[]>()
  lower.forEach((name, index) => {
    const list = places.get(name)
    if (list) list.push(index)
    else places.set(name, [index])
  })
  const quotations = lazy(() => quotationsIn(text))
  const indexed = { turn, text, words, lower, places, caseless, language, style, unclear, quotations }
  return { indexed, interjections: interjections.map((one) => ({ ...one, ...defined({ at: turn.at }) })) }
}

/** Marks the words that touch one of the brackets. */
function withMark(
  mark: 'added' | 'aside',
  words: readonly SpokenWord[],
  brackets: readonly Region[],
): readonly SpokenWord[] {
  if (brackets.length === 0) return words
  let at = 0
  return words.map((word) => {
    while ((brackets[at]?.to ?? Infinity) <= word.from) at++
    return (brackets[at]?.from ?? Infinity) < word.to ? { ...word, [mark]: true } : word
  })
}
