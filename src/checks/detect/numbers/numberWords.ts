/**
 * Figures in words, by the word tables of seven languages (words/): "six years", "two-thirds", "dozens of"; sechs
 * Jahre, deux tiers, 두 배, 수백 명, 六年.
 *
 * "one" counts only before a unit, a scale or a fraction. After a definite word ("the two leaders") a number up to
 * ten without a unit points back and is left out. A capitalised number inside a sentence belongs to a name ("Group of
 * Seven"). "one", "both" and "no one" count where something happens to people. Does not see:
 * "several", "a few", numbers in words of other languages (those sentences warn).
 */
import { LANGUAGE_WORDS, type DetectedLanguage } from '../languages'
import { findPatterns, type Match } from '../patterns'
import { noUnitAlternatives } from '../words/noUnits'
import { lazy } from '../../../story/text/lazy'

const FOLLOWING = lazy(
  () => new RegExp(`^[ -](?:per cent(?![a-zß-ɏ])|(?!(?:${noUnitAlternatives()})(?![a-zß-ɏ]))[a-zß-ɏ]+)`),
)
const FRACTION = lazy(
  () =>
    /(?:hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|ed|ing|ice|fold)$/,
)
const HEDGE = lazy(
  () =>
    /\b(?:about|nearly|almost|around|roughly|some|approximately|over|under|more than|less than|fewer than|at least|up to|only|just) $/,
)

/** `folded`: one sentence. */
export function findNumberWords(
  folded: string,
  languages: readonly DetectedLanguage[],
  isCapital: (at: number) => boolean,
): readonly Match[] {
  return languages.flatMap((language) => {
    const words = LANGUAGE_WORDS[language]
    return findPatterns(folded, words, words.figures, words.notFigures, isCapital)
      .filter(({ coreFrom, coreTo }) => !belongsToName(folded, coreFrom) && !beginsName(folded, coreTo, isCapital))
      .map((match) => ({ ...match, ...withUnit(folded, match, language) }))
  })
}

/** The second part of a compound: “Catch-Twenty”. “In his mid-fifties” tells an age. */
const belongsToName = (folded: string, from: number): boolean =>
  /[a-zß-ɏ]-$/.test(folded.slice(Math.max(0, from - 2), from)) &&
  !/(?:his|her|their) mid-$/.test(folded.slice(Math.max(0, from - 10), from))

/** The first part of a name: “Sept-Îles”, “Trois-Rivières”. */
const beginsName = (folded: string, to: number, isCapital: (at: number) => boolean): boolean =>
  folded.charAt(to) === '-' && isCapital(to + 1)

function withUnit(
  folded: string,
  { coreFrom, coreTo, to }: Match,
  language: DetectedLanguage,
): { from: number; to: number } {
  const hedge = HEDGE().exec(folded.slice(Math.max(0, coreFrom - 16), coreFrom))?.[0].length ?? 0
  const joined = language === 'ko' || language === 'ja' || language === 'zh'
  const isFraction = joined || FRACTION().test(folded.slice(coreFrom, coreTo))
  const unit = isFraction ? 0 : (FOLLOWING().exec(folded.slice(coreTo, coreTo + 40))?.[0].length ?? 0)
  return { from: coreFrom - hedge, to: Math.max(joined ? coreTo : coreTo + unit, Math.min(to, coreTo + unit)) }
}
