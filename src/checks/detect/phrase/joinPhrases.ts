/**
 * Statements that people say as one. Figures: “six and a half years”, “one in five children”, “hundreds of thousands”,
 * “6ft 2in”, “51 votes to 49”, “6-4, 3-6, 7-6 (7-5)”. Claims that overlap: 同比增长. They are shown, tagged and marked as
 * one, and each still has to be covered.
 */
import type { Statement, StatementKind } from '../statement'

/** In text order. */
export type Group<T> = readonly [T, ...T[]]

/**
 * Groups of statements. One that joins none is a group of its own. Only figures join figures, and claims claims; other
 * kinds may lie between.
 */
export function joinPhrases<T extends { readonly statement: Statement }>(
  text: string,
  all: readonly T[],
  mayJoin: (a: T, b: T) => boolean,
): readonly Group<T>[] {
  const groups: [T, ...T[]][] = []
  const last = new Map<StatementKind, [T, ...T[]]>()
  for (const one of all) {
    const { kind } = one.statement
    const group = last.get(kind)
    const before = group?.at(-1)
    if (group && before && isOnePhrase(text, before.statement, one.statement) && mayJoin(before, one)) group.push(one)
    else {
      const begun: [T, ...T[]] = [one]
      groups.push(begun)
      last.set(kind, begun)
    }
  }
  return groups
}

function isOnePhrase(text: string, a: Statement, b: Statement): boolean {
  const overlap = b.from < a.to
  if (a.kind !== 'figure') return a.kind === 'superlative' && overlap
  if (overlap) return true
  const gap = text.slice(a.to, b.from)
  if (gap.length > LONGEST_GAP) return false
  const [first, second] = [text.slice(a.coreFrom, a.coreTo), text.slice(b.coreFrom, b.coreTo)]
  if (SCORES_GAP.test(gap)) return SCORE.test(first) && SCORE.test(second)
  const bare = isBare(text, a)
  if (SPACE.test(gap)) {
    if (FOLLOWS.test(second)) return true
    if (THOUSANDS.test(second)) return LEADING.test(text.slice(a.coreFrom, a.to))
    return bare ? HALF.test(first) : MEASURED.test(text.slice(a.coreTo, a.to))
  }
  if (gap === 'の') return text.charAt(a.to - 1) === '分'
  if (OUT_OF.test(gap)) return bare
  if (TO.test(gap)) return (bare || isBare(text, b)) && !isRise(text, a, b)
  if (AND.test(gap))
    return bare && (FRACTION.test(second) || BETWEEN.test(text.slice(Math.max(0, a.from - 12), a.from)))
  return OR.test(gap) && bare
}

/** “fell 8% to €31.4 billion”, “halved to 40”: how much, and where it is now. */
const isRise = (text: string, a: Statement, b: Statement): boolean =>
  /[%‰％]|per\s?cent|(?:ed|ing)$/u.test(text.slice(a.coreFrom, a.to)) ||
  (b.from < b.coreFrom && a.from === a.coreFrom && /\p{Sc}|\p{Lu}/u.test(text.slice(b.from, b.coreFrom)))

/** “ out of every ” */
const LONGEST_GAP = 14

/** Nothing is counted yet: “six”, “6.5 billion”, “hundreds”. */
const isBare = (text: string, { coreTo, to }: Statement): boolean => SCALES.test(text.slice(coreTo, to))
const SCALES =
  /^(?:[\s\u00A0-]?(?:hundred|thousand|million|billion|trillion|lakh|crore|Millionen|Milliarden|bn|m|k|mn|tn))*$/u

const SCORE = /^\p{Nd}{1,3}[-–:]\p{Nd}{1,3}$/u
const SCORES_GAP = /^(?:,[\s\u00A0]|[\s\u00A0]\()$/u
const SPACE = /^[\s\u00A0\u202F]?$/u
const HALF = /^half$/iu
/** “deux mois et demi”, “neuf jours sur dix” */
const FOLLOWS = /^(?:et demie?|y media?|sur\s)/iu
/** “2 000 hectares” */
const THOUSANDS = /^\p{Nd}{3}(?!\p{Nd})/u
const LEADING = /^\p{Nd}{1,3}$/u
/** Units of which a smaller one follows: “6ft 2in”, “2 hours 41 minutes”, “9 stone 4 pounds”. */
const MEASURED =
  /^[\s\u00A0-]?(?:ft|feet|foot|st|stone|lbs?|pounds?|h|hrs?|hours?|mins?|minutes?|m|years?|Stunden?|시간|분)$/u
const OUT_OF = /^[\s\u00A0](?:of|out of|in|in every|out of every|von|sur|de cada|de)[\s\u00A0]$/u
const TO = /^[\s\u00A0](?:to|bis)[\s\u00A0]$/u
const AND = /^[\s\u00A0](?:and|und|et|y)[\s\u00A0]$/u
const OR = /^[\s\u00A0](?:or|oder|ou|o)[\s\u00A0]$/u
const FRACTION = /^(?:an? |one[- ]|two[- ]|three[- ])?(?:half|third|quarter)s?$/iu
const BETWEEN = /(?<!\p{L})(?:between|zwischen|entre)[\s\u00A0]$/iu
