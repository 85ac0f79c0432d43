/**
 * The words outside a quotation's own sentences that decide who says what: names, pronouns, verbs of saying, negations,
 * numbers, quotation and question marks (rule 4).
 */
import { guessLanguage } from '../language/guessLanguage'
import { SAYING_TABLES } from '../language/sayings'
import { WORD_TABLES } from '../language/wordTables'
import { lazy } from '../text/lazy'

const TOKEN = /[\p{L}\p{M}]+(?:['’\-][\p{L}\p{M}]+)*|[\p{Sc}+\-−±]?\p{N}[\p{N}.,:/]*[%‰]?|["“”„«»「」『』？?]/gu

const telling = lazy<ReadonlyMap<string, ReadonlySet<string>>>(
  () =>
    new Map(
      Object.entries(SAYING_TABLES).map(([language, { pronoun, saying }]) => {
        const { negation = '', number = '' } = WORD_TABLES[language] ?? {}
        return [language, new Set([pronoun, saying, negation, number].join('|').split('|'))]
      }),
    ),
)

/** Words that begin sentences and are no names. */
const OPENERS = lazy(
  () =>
    new Set(
      (
        'the a an in on at by for from to of as after before during since until while when where if but and or so ' +
        'yet ' +
        'also still even such with without under over between only just some many most all each about nearly almost ' +
        'last next more less meanwhile however then later now here there earlier although though because instead ' +
        'ein eine am im bei mit nach vor und aber auch doch dann damit dabei zudem im auf in an zu von für wenn als ' +
        'un une en dans pour avec sans mais et ou après avant alors puis les des el los las un una por para con pero ' +
        'cuando después antes mientras también'
      ).split(' '),
    ),
)

/**
 * Whether a change of the rest of a graf may change who says what in its quotations. Any change does in a language
 * without tables, and where the language is not clear. `near`: the context, which helps to tell the language.
 */
export function changesTelling(before: string, now: string, near: string): boolean {
  if (before === now) return false
  const language = guessLanguage(`${near} ${before} ${now}`)
  const words = telling().get(language)
  const own = guessLanguage(now)
  if (!words || (own !== 'und' && own !== language)) return true
  return tellingTokens(before, words) !== tellingTokens(now, words)
}

/** The telling tokens in text order. Letters of scripts without capitals always tell: a name does not show there. */
function tellingTokens(text: string, words: ReadonlySet<string>): string {
  const found: string[] = []
  let at = 0
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const starts = at === 0 || SENTENCE_END.test(text.slice(at, index))
    at = index + token.length
    const lower = token.toLowerCase()
    if (/^\p{Lu}/u.test(token) && !(starts && OPENERS().has(lower)) && !words.has(lower)) found.push(token)
    else if (!/^\p{L}/u.test(token) || /\p{Lo}/u.test(token) || isTelling(lower, words)) found.push(lower)
  }
  return found.join(' ')
}

const SENTENCE_END = /[.!?:…]["'”’»)\]]*\s+$|["“„«]$/u

/** Contractions count by their first word, and as negations: "he's", "isn’t". */
const isTelling = (word: string, words: ReadonlySet<string>): boolean =>
  words.has(word) || words.has(word.split(/['’]/u)[0] ?? word) || /n['’]t$/u.test(word)
