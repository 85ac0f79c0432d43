/**
 * Superlatives and comparisons, by the word tables of seven languages (words/): "largest", "the only", "for the first
 * time in six years", "more goals than anyone", "twice as much"; größte, le plus grand, la mayor, 가장, 最も, 最大, 比.
 *
 * Does not see: praise without a comparison ("historic"), a claim that only sense makes ("nobody lives longer here"),
 * comparisons in other languages (those sentences warn), irony.
 */
import type { DetectedLanguage } from './languages'
import { LANGUAGE_WORDS } from './languages'
import { findPatterns, type Match } from './patterns'
import { lazy } from '../../story/text/lazy'

const NUMBER =
  '(?:\\d[\\d,.]*|an?|the|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|many|several)'
const SPAN = '(?:years?|decades?|months?|weeks?|days?|centur(?:y|ies)|generations?|seasons?)'
const PERIOD =
  `(?:(?:in|for)\\s+(?:(?:more than|nearly|almost|at least|about|over|roughly|some|around|the past|the last)\\s+)?${NUMBER}[\\s-]${SPAN}` +
  '|since\\s+(?:the\\s)?(?:[a-z]+\\s){0,2}\\d{4}s?|since\\s+world\\swar\\s[a-z]+|in\\s(?:[a-z]+\\s)?(?:history|memory)|of\\sall\\stime|on\\srecord|ever|in\\sthe\\sworld)'
/** The period of a superlative, in the same clause. */
const TAIL = lazy(() => new RegExp(`^[^.;:!?"“”„«»\\n]{0,60}?\\b${PERIOD}\\b`))
const ONLY_PERIOD = lazy(() => new RegExp(`\\b${PERIOD}$`))
const NOT = /\b(?:not|no|nobody|nothing)\b|[a-z]n't\b/g

/** Written without spaces, or with particles: a match is read whole. */
const joined: ReadonlySet<DetectedLanguage> = new Set(['ko', 'ja', 'zh'])

/** `folded`: one sentence. */
export function findSuperlatives(
  folded: string,
  languages: readonly DetectedLanguage[],
  isCapital: (at: number) => boolean,
): readonly Match[] {
  return languages.flatMap((language) => {
    const words = LANGUAGE_WORDS[language]
    const found = findPatterns(folded, words, words.superlatives, words.notSuperlatives, isCapital)
    if (language !== 'en')
      return joined.has(language) ? found : found.map((match) => ({ ...match, from: match.coreFrom }))
    return [
      ...found.map((match) => ({ ...match, to: match.to + tailAfter(folded, match.to) })),
      ...negatedPeriods(folded),
    ]
  })
}

const tailAfter = (folded: string, end: number): number => TAIL().exec(folded.slice(end, end + 130))?.[0].length ?? 0

/** In "has not met in six years" a tag must cover the period. */
function negatedPeriods(folded: string): readonly Match[] {
  return [...folded.matchAll(NOT)].flatMap((match) => {
    const end = match.index + match[0].length
    const tail = folded.slice(end, end + tailAfter(folded, end))
    if (tail === '') return []
    const period = ONLY_PERIOD().exec(tail)
    const to = end + tail.length
    const number = to - (period?.[0].replace(/^(?:in|for|since|of)\s+/, '').length ?? tail.length)
    return [{ from: match.index, to, coreFrom: number, coreTo: to }]
  })
}
