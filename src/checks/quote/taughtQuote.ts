/**
 * Reads a quote that its transcript refuses once more with the fillers and titles that the desk taught. What matches
 * then is for a person to accept: a word of the desk never lets a quote pass by itself.
 */
import type { Transcript, Turn } from '../../story/assessment/copy/transcript'
import type { DeskWord, DeskWords } from '../../story/desk/deskWords'
import type { Finder } from '../detect/taught/phrases'
import { finderOf, placesIn } from '../detect/taught/taughtWords'
import { checkQuote, MATCHING_RESULTS, type QuoteCheck, type QuoteToCheck } from './checkQuote'
import { indexTranscript } from './indexTranscript'
import { isJoinedScript } from './speaker/name/foldedName'
import { plainText } from './spokenWords'

/** Results that block. */
const REFUSED: ReadonlySet<QuoteCheck['result']> = new Set<QuoteCheck['result']>([
  'differs',
  'otherSpeaker',
  'notFound',
])

/** The check as a reader without the desk's words makes it, or one that matches by `taught` words of the desk. */
export function withTaughtWords(plain: QuoteCheck, asked: QuoteToCheck, words: DeskWords | undefined): QuoteCheck {
  const { transcript, copy } = asked
  if (!words || words.length === 0 || !transcript || !REFUSED.has(plain.result)) return plain
  const heard = heardBy(transcript, words)
  if (!heard) return plain
  const { titles } = heard
  const beside = new Set<string>()
  const untitled = (text: string): string => (titles ? blanked(text, titles, beside).text : text)
  const speaker = asked.speaker === undefined ? undefined : nameIn(asked.speaker, untitled(asked.speaker))
  const { graf = '', from = 0, to = 0 } = copy ?? {}
  const check = checkQuote({
    quote: asked.quote,
    transcript: heard.transcript,
    speaker,
    // The same length, so that the offsets stay.
    copy: copy && { ...copy, graf: untitled(graf.slice(0, from)) + graf.slice(from, to) + untitled(graf.slice(to)) },
  })
  const turn = check.place && heard.turns.get(check.place.turn)
  if (!MATCHING_RESULTS.has(check.result) || !check.place || !turn) return plain
  const { from: start, to: end } = check.place
  const left = turn.left.filter((one) => one.from < end && one.to > start).map(({ words: one }) => one)
  const used = new Set([...left, ...turn.titles, ...beside])
  if (used.size === 0) return plain
  // As it was said, with the words that were left out.
  return { ...check, said: turn.text.slice(start, end), taught: [...used] }
}

/** A transcript without the desk's fillers, and labels without its titles. */
interface Heard {
  readonly transcript: Transcript
  readonly titles: Finder<DeskWord> | undefined
  readonly turns: ReadonlyMap<Turn, HeardTurn>
}
interface HeardTurn {
  /** Its plain text, as it was said. */
  readonly text: string
  readonly left: readonly Left[]
  readonly titles: readonly string[]
}
interface Left {
  readonly from: number
  readonly to: number
  readonly words: string
}

const known = new WeakMap<Transcript, { readonly words: DeskWords; readonly heard: Heard | undefined }>()

/** Read once for all quotes. Undefined: no word of the desk says anything about this transcript. */
function heardBy(transcript: Transcript, words: DeskWords): Heard | undefined {
  const before = known.get(transcript)
  if (before?.words === words) return before.heard
  const heard = hear(transcript, words)
  known.set(transcript, { words, heard })
  return heard
}

function hear(transcript: Transcript, words: DeskWords): Heard | undefined {
  const { language } = indexTranscript(transcript)
  // A sound of one language may be a word of another.
  const fillers = words.filter((word) => word.list === 'filler' && word.language?.split('-')[0] === language)
  const offices = words.filter(({ list }) => list === 'title')
  if (fillers.length + offices.length === 0) return undefined
  const findFillers = fillers.length > 0 ? finderOf(fillers) : undefined
  const titles = offices.length > 0 ? finderOf(offices) : undefined
  const turns = new Map<Turn, HeardTurn>()
  const read = transcript.turns.map(({ speaker, text: raw, ...rest }): Turn => {
    const text = plainText(raw)
    const heard = findFillers ? blanked(text, findFillers, new Set(), true) : { text, left: [] }
    const used = new Set<string>()
    const label = speaker !== undefined && titles ? nameIn(speaker, blanked(speaker, titles, used).text) : speaker
    const turn: Turn = { ...rest, text: heard.text, ...(label === undefined ? {} : { speaker: label }) }
    turns.set(turn, { text, left: heard.left, titles: [...used] })
    return turn
  })
  return { transcript: { turns: read }, titles, turns }
}

/** Each place becomes spaces, so that all offsets stay. `apart`: only between marks or at an end. */
function blanked(
  text: string,
  find: Finder<DeskWord>,
  used: Set<string>,
  apart = false,
): { readonly text: string; readonly left: readonly Left[] } {
  let read = text
  const left: Left[] = []
  for (const { from, to, about } of placesIn(text, find)) {
    if (apart && !standsApart(text, from, to)) continue
    used.add(about.words)
    left.push({ from, to, words: about.words })
    read = read.slice(0, from) + ' '.repeat(to - from) + read.slice(to)
  }
  return { text: read, left }
}

/** Signs of a filler that is no word of its sentence. In Korean, Chinese and Japanese a space is one. */
export function standsApart(text: string, from: number, to: number): boolean {
  const mark = isJoinedScript(text.slice(from, to)) ? /[^\p{L}\p{N}]/u : /[^\p{L}\p{N}\s'’-]/u
  const before = text.slice(0, from).trimEnd().slice(-1)
  const after = text.slice(to).trimStart().slice(0, 1)
  const isMark = (sign: string, beside: string): boolean =>
    sign === '' || mark.test(sign) || (beside === ' ' && mark.test(beside))
  return isMark(before, text.charAt(from - 1)) && isMark(after, text.charAt(to))
}

/** A label that is only a title stays. */
const nameIn = (label: string, name: string): string => (/\p{L}/u.test(name) ? name.trim() : label)
