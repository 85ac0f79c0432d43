import { escapePattern } from '../../../../story/text/escapePattern'
import { foldForScan } from '../../readings/foldForScan'
import { foldLookalikes } from '../../readings/lookalikes/foldLookalikes'
import { likenessPattern } from '../../readings/lookalikes/likenessPattern'
import type { FoundAt, Prepared } from '../../prepared'
import type { ProtectedTerm } from '../../protectedTerms'
import { hangulPattern, standsInHangul } from './hangulName'
import { isBetweenValues, VALUE_BEFORE } from './betweenValues'
import { isMiddle } from './middleName'
import { isCommonName, isOrdinaryWord } from './ordinaryWord'
import { hanPattern } from './hanForms'
import { GAP_SIGN, joinPlaces, matchesIn, partsOf, wordsOf, type SoughtTerm } from '../sought'
import { endingsOf, isSpaced, standsAsWord } from './standsAsWord'
import { hasElision, hasPrefix, hasUmlaut, spellingsOf, withPrefixOn } from './spellings'

/**
 * Seeks a name of four letters or more, or in another script than Latin: its parts in either order, with middle names
 * and initials between them, in look-alike letters too.
 */
export function seekName(term: ProtectedTerm): SoughtTerm['find'] {
  const { written, apart, elided, marked } = spellingsOf(term.term)
  const isOneWord = partsOf(foldForScan(term.term).text).length < 2
  const finds = [
    seekSpelled(term, [...written, ...apart, ...(isOneWord ? [] : marked)], () => true),
    // One word alone may be another without its umlaut: “Laura” is no “Lauer”.
    ...(isOneWord && marked.length > 0 ? [seekSpelled(term, marked, hasUmlaut)] : []),
    ...(elided.length > 0 ? [ifElided(seekSpelled(term, elided, hasElision))] : []),
  ]
  const [find] = finds
  return find !== undefined && finds.length === 1 ? find : (text) => joinPlaces(...finds.map((one) => one(text)))
}

/** Few texts have “M’” at all. */
const ifElided =
  (find: SoughtTerm['find']): SoughtTerm['find'] =>
  (text) =>
    text.folded.text.includes("m'") || text.likened.text.includes("m'") ? find(text) : []

/** `mayBe`: whether the words at a place may be one of the spellings. */
function seekSpelled(
  { term, own = [] }: ProtectedTerm,
  spellings: readonly string[],
  mayBe: (words: string) => boolean,
): SoughtTerm['find'] {
  const parts = partsOf(foldForScan(term).text)
  // A name without a letter is sought as it is.
  if (parts.length === 0) {
    const asItIs = new RegExp(escapePattern(foldForScan(term).text), 'dgu')
    return (text) => matchesIn(text.folded, text.original, asItIs)
  }
  const declines = parts.length > 1 && isSlavic(term)
  const patterns = compile(
    spellings.flatMap((spelling) =>
      patternsOf(
        foldForScan(spelling).text,
        (part) => spelledOut(part, orApart(part, partPattern(part, declines), parts.length)),
        hasPrefix(spelling),
      ),
    ),
  )
  // Capitals may look like other letters than small ones do, so each case is folded by itself.
  const cases = spellings.flatMap((spelling) =>
    [spelling, spelling.toUpperCase(), spelling.toLowerCase()].map((form) => ({ form, is: hasPrefix(spelling) })),
  )
  const how = parts.length > 1 ? 'loose' : 'strict'
  const alike = compile(
    cases.flatMap(({ form, is }) => patternsOf(foldLookalikes(form).text, (part) => likenessPattern(part, how), is)),
  )
  const endings = endingsOf(term)
  const spaced = isSpaced(term)
  const common = parts.length === 1 && isCommonName(term)
  // “van Wood” is entered so: in a sentence it is the name.
  const hasParticle = /^\p{Ll}+\s(?:.*\s)?\p{Lu}/u.test(term)
  const allCommon = parts.length > 1 && parts.every(isCommonName) && !hasParticle
  const ordered = spellings.map((spelling) => foldForScan(withPrefixOn(familyLast(spelling))).text)
  const initials = spellings.flatMap((spelling) => {
    const [name, asWritten] = [false, true].map((keepCase) => foldForScan(familyLast(spelling), keepCase).text)
    const last = partsOf(asWritten ?? '').at(-1) ?? ''
    return spaced ? initialled(partsOf(name ?? ''), last, hasPrefix(familyLast(spelling))) : []
  })
  const addresses = ordered.flatMap((name) => addressesOf(partsOf(name.replaceAll("'", ''))))
  const isHangul = /^[가-힣]+$/.test(term.normalize('NFC'))

  const stands =
    ({ original }: Prepared) =>
    (place: FoundAt, gaps: readonly (FoundAt | undefined)[]): boolean =>
      mayBe(original.slice(place.from, place.to)) &&
      (!spaced || standsAsWord(original, place, common ? 1 : endings)) &&
      (!isHangul || standsInHangul(original, place)) &&
      !(common && isOrdinaryWord(original, place, own)) &&
      !(allCommon && isRunningText(original.slice(place.from, place.to))) &&
      gaps.every((gap) => gap === undefined || belongs(original, place, gap))
  return (text) =>
    joinPlaces(
      ...patterns.map((pattern) => matchesIn(wordsOf(text.folded), text.original, pattern, stands(text))),
      ...alike.map((pattern) => matchesIn(wordsOf(text.likened), text.original, pattern, stands(text))),
      ...initials.map((pattern) =>
        matchesIn(text.cased, text.original, pattern, (place) => standsAsWord(text.original, place, endings)),
      ),
      ...(text.folded.text.includes('@') ? addresses : []).map((pattern) =>
        matchesIn(text.folded, text.original, pattern),
      ),
    )
}

/** Whether what is between two parts leaves them one name. */
function belongs(original: string, { from }: FoundAt, gap: FoundAt): boolean {
  const between = original.slice(gap.from, gap.to)
  const isNear = !FAR.test(between.replace(/\s+/gu, ' '))
  return (
    (isNear && isMiddle(between)) || isBetweenValues(between, original.slice(Math.max(0, from - VALUE_BEFORE), from))
  )
}

/** Four signs side by side, or four words. */
const FAR = /[^\p{L}\p{M}\p{N}\p{Cf}]{4}|(?:[\p{L}\p{M}\p{N}\p{Cf}]+[^\p{L}\p{M}\p{N}\p{Cf}]+){4}/u

const compile = (patterns: readonly string[]): readonly RegExp[] =>
  [...new Set(patterns)].map((pattern) => new RegExp(pattern, 'dgu'))

/**
 * Between two parts of a name: a few signs, or words that the caller looks at. Fields of JSON have more signs between
 * them than words of a text. One simple repetition: a choice of two here makes each scan slower by a quarter.
 */
const GAP = `(?:${GAP_SIGN}{0,3}|(${GAP_SIGN}{1,5}(?:[^${GAP_SIGN}]+${GAP_SIGN}{1,8}){1,4}?))`

/** `isPrefixed`: “Mc” or “O’” and what follows are one part, so that no pattern begins with two letters alone. */
function patternsOf(folded: string, pattern: (part: string) => string, isPrefixed: boolean): readonly string[] {
  const written = partsOf(folded)
  const parts = written.flatMap((part, at) => {
    const before = written[at - 1] ?? ''
    if (isPrefixed && at < written.length - 1 && PREFIX_PART.test(part)) return []
    return [isPrefixed && PREFIX_PART.test(before) ? `${before}${GAP_SIGN}{0,2}${pattern(part)}` : pattern(part)]
  })
  return inEitherOrder(parts).map((order) => order.join(GAP))
}
const PREFIX_PART = /^(?:ma?c|[mo])$/

/** Lists put the family name first, and languages differ: "Quill, Marta Ann" and "Min Jeong Kim". */
const inEitherOrder = (parts: readonly string[]): readonly (readonly string[])[] =>
  parts.length > 1 && parts.length <= MOST_TURNED
    ? parts.map((_, first) => [...parts.slice(first), ...parts.slice(0, first)])
    : [parts]
const MOST_TURNED = 4

/** “Quill, Marta” is Marta Quill. */
const familyLast = (term: string): string => term.replace(/^(\p{Lu}[\p{L}\s'’-]+),\s*(\p{Lu}[\p{L}\s.'’-]+)$/u, '$2 $1')

/** “Kim Minsu” is Kim Min-su: two syllables of a given name, written apart. */
function orApart(part: string, pattern: string, parts: number): string {
  if (parts < 2 || !/^[a-z]{4,12}$/.test(part)) return pattern
  const apart = [...part.slice(3)].flatMap((_, at) => {
    const [first, second] = [part.slice(0, at + 2), part.slice(at + 2)]
    const areSyllables = SYLLABLE.test(first) && SYLLABLE.test(second)
    return areSyllables && !(SMALL_WORDS.has(first) && SMALL_WORDS.has(second)) ? [`${first}${GAP_SIGN}${second}`] : []
  })
  return apart.length > 0 ? `(?:${[pattern, ...apart].join('|')})` : pattern
}
/** “Will be the” is not Will Bethe. */
const SMALL_WORDS = new Set(
  'an any are be by can day do for go her in man may me men my no not of on or so the to we'.split(' '),
)
const SYLLABLE = /^[bcdfghjklmnpqrstvwxyz]{0,2}[aeiouy]{1,3}(?:ng|[nmklptbgrh])?$/

/** "It was a long day. Will it rain?": words with and without a capital are no name of one person. */
const isRunningText = (words: string): boolean =>
  /(?<!\p{L})\p{Lu}/u.test(words) && /(?<!\p{L})\p{Ll}/u.test(words) && !/[@#_/-]/.test(words)

/** "M a r t a", "M.A.R.T.A.": letter by letter. */
function spelledOut(part: string, plain: string): string {
  if (!/^[a-z]{3,24}$|^[\u0430-\u044f]{3,24}$/u.test(part)) return plain
  return `(?:${plain}|${[...part].join(`${GAP_SIGN}{1,2}`)})`
}

/** Polish, Czech and South Slavic names in Latin letters. */
const isSlavic = (term: string): boolean =>
  /[łąęśźżńřěůčšžđ]|(?:czyk|sk[iya]|ck[iya]|wicz|ov[áa]?|ev[áa]?|vi[ćc]|czak|[cč]uk|enko)$/iu.test(term.trim())

/** Slavic names decline in every part and change their last vowel: “Иванова”, “Ивановой”; “Marta”, “Marty”. */
function partPattern(part: string, declines: boolean): string {
  // Narrow columns and lists put spaces and line ends between ideographs: "渡 辺 健".
  if (/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{2,}$/u.test(part)) return [...part].map(hanPattern).join(`${GAP_SIGN}?`)
  if (/^[가-힣]{2,4}$/.test(part)) return hangulPattern(part)
  if (declines && /^[a-z]{3,}$/.test(part)) return `${part.replace(/[aoeiuy]$/, '')}[aoeiuymwhj]{0,3}`
  if (!/^\p{sc=Cyrillic}{3,}$/u.test(part)) return escapePattern(part)
  const stem = part.length >= 4 ? part.replace(/[аяоеиыуюэь]$/u, '') : part
  return `${stem}[^${GAP_SIGN}]{0,3}`
}

/**
 * "dokafor@", "daniel.o@", "@okafor_d": in an address or handle an initial stands for either part. The initial of the
 * family name needs a sign beside it: for Martin Adler "martina@" is another person.
 */
function addressesOf(parts: readonly string[]): readonly RegExp[] {
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length < 2 || ![first, last].every((part) => /^[a-z]{2,}$/.test(part))) return []
  const shortened = [
    { short: first, whole: last, sign: '[._-]?' },
    { short: last, whole: first, sign: '[._-]' },
  ].flatMap(({ short, whole, sign }) =>
    whole.length < 4 ? [] : [`${short[0]}${sign}${whole}`, `${whole}${sign}${short[0]}`],
  )
  if (shortened.length === 0) return []
  const either = `(?:${shortened.join('|')})`
  return [new RegExp(`(?<![a-z0-9])${either}[0-9]{0,4}@|@${either}(?![a-z])`, 'dgu')]
}

/**
 * "D. Okafor", "D.C. Okafor", "J. van der Berg": the initial of the first part with a point, other initials or the
 * parts between, and the last part with its capital, or as it is written: "J. McDonald". `isPrefixed`: the part before
 * the last one belongs to it. For Sean O’Brien, "S. Brien" is another person.
 */
function initialled(parts: readonly string[], asWritten: string, isPrefixed: boolean): readonly RegExp[] {
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length < 2 || last.length < 4 || !/^\p{L}/u.test(first)) return []
  const [initial = ''] = first
  const capital = (letter: string): string => escapePattern(letter.toUpperCase())
  const rest = [...new Set([last, last.toUpperCase(), asWritten])].map((one) => escapePattern(one.slice(1))).join('|')
  const forms = parts.map(
    (part) => `(?:${escapePattern(part)}|${capital(part.slice(0, 1))}${escapePattern(part.slice(1))}|${capital(part)})`,
  )
  const prefix = isPrefixed ? `${forms.at(-2) ?? ''}[ '-]?` : ''
  const between = forms
    .slice(1, isPrefixed ? -2 : -1)
    .map((form) => `${form}[ '-]`)
    .join('')
  const middle = `(?:(?:[^ .]{1,2}\\. ?){0,2}${between === '' ? '' : `|${between}`})`
  return [new RegExp(`${capital(initial)}\\. ?${middle}${prefix}${capital(last.slice(0, 1))}(?:${rest})`, 'dgu')]
}
