/** Prepares a transcript for many quotes: the words of every turn, and their positions. */
import type { Transcript, Turn } from '../../story/assessment/transcript'
import { spokenWords, type SpokenWord } from './spokenWords'
import { withoutStageNotes } from './stageNotes'

export interface IndexedTurn {
  readonly turn: Turn
  readonly words: readonly SpokenWord[]
  /** The words' keys in lower case. */
  readonly lower: readonly string[]
  /** Positions by lower-case key, in order. */
  readonly places: ReadonlyMap<string, readonly number[]>
  /** All capitals, as in captions: case means nothing. */
  readonly caseless: boolean
}

export interface IndexedTranscript {
  readonly turns: readonly IndexedTurn[]
  /** Whether any turn names its speaker. */
  readonly labelled: boolean
}

const known = new WeakMap<Transcript, IndexedTranscript>()

export function indexTranscript(transcript: Transcript): IndexedTranscript {
  const before = known.get(transcript)
  if (before) return before
  const turns = transcript.turns.map(indexTurn)
  const indexed = { turns, labelled: turns.some(({ turn }) => turn.speaker !== undefined) }
  known.set(transcript, indexed)
  return indexed
}

function indexTurn(turn: Turn): IndexedTurn {
  const speech = withoutStageNotes(turn.text)
  const caseless = /\p{Lu}/u.test(speech) && !/\p{Ll}/u.test(speech)
  const words = spokenWords(speech, caseless)
  const lower = words.map(({ key }) => key.toLowerCase())
  const places = new Map<string, number[]>()
  lower.forEach((name, index) => {
    const list = places.get(name)
    if (list) list.push(index)
    else places.set(name, [index])
  })
  return { turn, words, lower, places, caseless }
}
