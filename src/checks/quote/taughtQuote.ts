/**
 * Reads a quote that its transcript refuses once more with the fillers and titles that the desk taught. What matches then
 * is for a person to accept: a word of the desk never lets a quote pass by itself.
 */
import type { Transcript } from '../../story/assessment/transcript'
import type { DeskWord, DeskWords } from '../../story/desk/deskWords'
import type { Finder } from '../detect/taught/phrases'
import { finderOf, placesIn } from '../detect/taught/taughtWords'
import { checkQuote, type QuoteCheck, type QuoteToCheck } from './checkQuote'
import { indexTranscript } from './indexTranscript'
import { isJoinedScript } from './speaker/parseName'

/** Results that block. */
const REFUSED: ReadonlySet<QuoteCheck['result']> = new Set<QuoteCheck['result']>(['differs', 'otherSpeaker', 'notFound'])
const MATCHING: ReadonlySet<QuoteCheck['result']> = new Set<QuoteCheck['result']>([
  'matches',
  'matchesWithElision',
  'matchesWithInsertion',
])

interface Finders {
  readonly fillers: (language: string) => Finder<DeskWord> | undefined
  readonly titles: Finder<DeskWord> | undefined
}

/** The check as a reader without the desk's words makes it, or one that matches by `taught` words of the desk. */
export function withTaughtWords(plain: QuoteCheck, asked: QuoteToCheck, words: DeskWords | undefined): QuoteCheck {
  const { transcript, copy } = asked
  if (!words || words.length === 0 || !transcript || !REFUSED.has(plain.result)) return plain
  const { fillers, titles } = findersOf(words)
  const findFillers = fillers(indexTranscript(transcript).language)
  if (!findFillers && !titles) return plain
  const used = new Set<string>()
  const without = (text: string, find: Finder<DeskWord> | undefined, apart = false): string =>
    find ? blanked(text, find, apart, used) : text
  const read: Transcript = {
    turns: transcript.turns.map(({ speaker, text, ...turn }) => ({
      ...turn,
      text: without(text, findFillers, true),
      ...(speaker === undefined ? {} : { speaker: nameIn(speaker, without(speaker, titles)) }),
    })),
  }
  const graf = copy?.graf ?? ''
  const check = checkQuote({
    quote: asked.quote,
    transcript: read,
    speaker: asked.speaker === undefined ? undefined : nameIn(asked.speaker, without(asked.speaker, titles)),
    copy: copy && {
      ...copy,
      graf: without(graf.slice(0, copy.from), titles) + graf.slice(copy.from, copy.to) + without(graf.slice(copy.to), titles),
    },
  })
  return MATCHING.has(check.result) && used.size > 0 ? { ...check, taught: [...used] } : plain
}

const finders = new WeakMap<DeskWords, Finders>()

function findersOf(words: DeskWords): Finders {
  const known = finders.get(words)
  if (known) return known
  const all = words.filter(({ list }) => list === 'filler')
  const titles = words.filter(({ list }) => list === 'title')
  const byLanguage = new Map<string, Finder<DeskWord> | undefined>()
  const made: Finders = {
    // A sound of one language may be a word of another.
    fillers: (language) => {
      if (!byLanguage.has(language)) {
        const those = all.filter((word) => word.language?.split('-')[0] === language)
        byLanguage.set(language, those.length > 0 ? finderOf(those) : undefined)
      }
      return byLanguage.get(language)
    },
    titles: titles.length > 0 ? finderOf(titles) : undefined,
  }
  finders.set(words, made)
  return made
}

/** Each place becomes spaces, so that all offsets stay. `apart`: only between marks or at an end. */
function blanked(text: string, find: Finder<DeskWord>, apart: boolean, used: Set<string>): string {
  let read = text
  for (const { from, to, about } of placesIn(text, find)) {
    if (apart && !standsApart(text, from, to)) continue
    used.add(about.words)
    read = read.slice(0, from) + ' '.repeat(to - from) + read.slice(to)
  }
  return read
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
