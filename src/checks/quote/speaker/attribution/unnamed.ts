/**
 * Somebody without a name beside a verb of saying: “said a neighbor”, “his mother said”, “officials say”. It is nobody
 * who was named before.
 */
import { lazy } from '../../../../story/text/lazy'

/** Before a person whom nothing named before. “The farmer” may be the one named before. */
const DETERMINERS: Readonly<Record<string, string>> = {
  en: 'a an another one some several many two three his her their its my our both most every each no',
  fr: 'un une son sa ses leur leurs plusieurs certains certaines des quelques',
  es: 'un una unos unas otro otra otros otras su sus varios varias algunos algunas',
  pt: 'um uma uns umas outro outra outros outras seu sua seus suas vários várias',
  it: 'un una uno altro altra alcuni alcune',
}
/** Without a noun: “another said”. */
const ALONE = '[Aa]nother|[Oo]ne|[Ss]ome|[Mm]any|[Ee]ach|[Aa]ll|[Mm]ost|[Bb]oth|[Nn]obody|[Nn]o one|[Oo]tro|[Oo]tra'
/** Behind them it is no subject: “Hale in a speech said”. */
const PREPOSITIONS =
  'in|on|at|to|of|from|for|with|by|during|after|before|under|over|into|about|since|following|through|upon|amid|' +
  'inside|outside|behind|against|between|near|without|until|than|dans|à|de|pour|par|avec|sur|chez|lors|en|depuis|' +
  'devant|selon|sous|malgré|après|avant|sans|entre|a|para|por|con|tras|durante|desde|ante|sobre|hasta|sin|hacia|' +
  'em|no|na|do|da|ao|com|pelo|pela|após|su|per|nel|nella|dal|dalla|del|della|al|alla|col|dopo|tra|fra'
/** They end a noun: “Hale raised his hand and said”, “Hale sent a letter that said”. */
const LINKS =
  'and|but|or|then|that|which|to|before|after|when|while|as|because|et|puis|mais|ou|que|qui|y|e|pero|luego|mas|ma|poi'
const REST = String.raw`[\p{L}’'-]*`
/** “54-year-old” is one, too. */
const WORD = String.raw`(?!(?:${LINKS})\s)(?:\d+-)?\p{Ll}${REST}`
/** “His statement said”: he did. */
const OWN_WORDS = new RegExp(
  String.raw`(?:his|her|their|my|our)\s(?:\p{Ll}+\s)?` +
    String.raw`(?:statement|letter|post|message|tweet|e-?mail|memoir|book|note|text|testimony|voice)(?!\p{L})`,
  'iu',
)
/** Verbs that say no more of who speaks: “Hale posted a message saying”. */
const PARTICIPLE = /(?:ing|ant|ando|[ie]endo)$/u
const AUXILIARIES = String.raw`(?:(?:a|ont|avait|s[’']est|ha|han|había|le|les|lui|se)\s){0,2}`
/** Officials, aides, protesters: several people. */
const PEOPLE =
  String.raw`(?:\p{Ll}{2,}(?:ers|ors|ists|ants|ents|ials|itics|ees|ians|atives|nesses|izens|bours)|aides|sources|` +
  'police|people|others|victims|allies|fans|somebody|someone|everyone|everybody)'

interface Shapes {
  readonly before: RegExp
  readonly behind: RegExp
}

const shapesOf = (words: string): Shapes => {
  const determiner = words
    .split(' ')
    .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
    .join('|')
  return {
    before: new RegExp(
      String.raw`(?<!\p{L})(?=(?:${determiner})\s)(?<!(?<!\p{L})(?:${PREPOSITIONS})\s)\p{L}+(?:\s${WORD}){1,6}\s$|` +
        String.raw`^[^\p{L}]*(?:${ALONE})\s$`,
      'u',
    ),
    behind: new RegExp(String.raw`^\s(?:(?:à|a)\s\S+\s)?(?:${determiner})\s${WORD}|^\s(?:${ALONE})(?=[.,;]|$)`, 'u'),
  }
}
const shapes = lazy(() => new Map(Object.entries(DETERMINERS).map(([language, words]) => [language, shapesOf(words)])))

const OPENS = new RegExp(String.raw`^[^\p{L}]*${AUXILIARIES}$`, 'u')
/** A crowd is no person, and “the report said” no word of who was named before. */
const BODIES =
  String.raw`[Tt](?:he|his|hat)\s(?:\p{Ll}+\s)?(?:crowd|audience|public|union|report|newspaper|sign|group|company|` +
  'agency|ministry|council|commission|committee|government|administration|campaign|coalition|couple|family)'
/** “People in the crowd” */
const WHERE = String.raw`(?:(?:in|at|from|near|outside|among)\s(?:the|an?)\s(?:\p{Ll}+\s){1,3})?`
const PEOPLE_BEFORE = new RegExp(
  String.raw`^[^\p{L}]*(?:(?:\p{L}${REST}\s){0,3}${PEOPLE}|${BODIES})\s${WHERE}(?:\p{Ll}+\s)?$`,
  'u',
)
const PEOPLE_BEHIND = new RegExp(String.raw`^\s(?:(?:${WORD}\s){0,3}${PEOPLE}|${BODIES})(?![\p{L}’'])`, 'u')
/** “A farmer, who gave no name, said” */
const LED = new RegExp(
  String.raw`^[^\p{L}]*(?:[Aa]n?|[Aa]nother|[Oo]ne)\s(?:${WORD}\s){0,4}${WORD},\s(?:.*,\s)?(?:\p{Ll}+\s){0,2}$`,
  'u',
)
/** “Farmers who said”: not who met them. */
const WHO_SAID = /\p{Ll}\swho\s(?:\p{Ll}+\s)?$/u
/** “The farmer told Hale” */
const TELLS = /^t(?:old|ells?)$/u
/** “dit-on”, “heißt es”. “Heißt es darin” is of what was named before. */
const ONE_SAYS: Readonly<Record<string, RegExp>> = {
  fr: /(?<!\p{L})(?:\p{L}+-(?:t-)?on(?!\p{L})|on\s(?:dit|assure|affirme|explique|répète)(?!\p{L}))/u,
  de: /(?<!\p{L})(?:heißt|hieß|heisst) es(?!\p{L}|\s(?:darin|dort|weiter))/u,
}
/** “a crié la foule”, “dijeron fuentes del Gobierno”, “a indiqué l’Élysée” */
const GROUPS: Readonly<Record<string, RegExp>> = {
  fr: /^\s(?:la foule|le public|l[’']assistance|(?:des|les|certaines)\ssources|l[’']\p{Lu})/u,
  de: /^\s(?:jemand|einige|viele|andere)(?![\p{L}\s])/u,
  es: /^\s(?:la gente|la multitud|el público|(?:las\s)?fuentes|alguien)(?!\p{L})/u,
}

/** Characters of a noun before its verb, at the most. */
const LONGEST = 160

interface Verb {
  readonly from: number
  readonly to: number
}

/** Whether nothing stands before the verb: “…,” said. */
export const isInverted = (text: string, verb: Verb): boolean => OPENS.test(text.slice(0, verb.from))

/** Not “comme on dit, Macron a répété”, nor “a dit Macron, dit-on”. */
const isOwn = (text: string, from: number, length: number, side: 'before' | 'after'): boolean =>
  side === 'after' ? !/\p{L}.*[,\s]/u.test(text.slice(0, from)) : !/[,;]/u.test(text.slice(from + length))

/** `verb`: where the verb of saying stands, if there is one. */
export function isUnnamed(text: string, language: string, verb: Verb | undefined, side: 'before' | 'after'): boolean {
  const oneSays = ONE_SAYS[language]?.exec(text)
  if (oneSays && isOwn(text, oneSays.index, oneSays[0].length, side)) return true
  if (verb && side === 'after' && isInverted(text, verb) && GROUPS[language]?.test(text.slice(verb.to)) === true)
    return true
  const its = shapes().get(language)
  if (!verb || !its || PARTICIPLE.test(text.slice(verb.from, verb.to))) return false
  const [before, behind] = [text.slice(0, verb.from), text.slice(verb.to)]
  const near = before.slice(-LONGEST)
  if (its.before.test(near)) return !OWN_WORDS.test(near)
  const inverted = isInverted(text, verb)
  if (inverted && its.behind.test(behind)) return !OWN_WORDS.test(behind)
  if (language !== 'en') return false
  if (WHO_SAID.test(near)) return true
  return side === 'after' && (PEOPLE_BEFORE.test(before) || (inverted && PEOPLE_BEHIND.test(behind)))
}

interface Named {
  readonly from: number
  readonly to: number
}

/** “said a tearful Hale”, “said police chief Dana Allen”: the words before the name say who it is. */
export function isNameBehind(text: string, verb: Verb, { from, to }: Named): boolean {
  return BEFORE_NAME.test(text.slice(verb.to, from)) && BEHIND_NAME.test(text.slice(to))
}
const BEFORE_NAME = new RegExp(
  String.raw`^\s(?:an?\s)?(?:(?!(?:${PREPOSITIONS}|who|whom|whose)\s)${WORD}\s){0,3}$`,
  'u',
)
/** Not “said a critic Hale appointed”. */
const BEHIND_NAME = new RegExp(
  String.raw`^(?:\s*$|\s?[^\p{L}\s’']|\s\p{Lu}|\s(?:${PREPOSITIONS}|${LINKS}|who|last|this|late|early|(?:later|earlier)(?!\s\p{Ll})|` +
    String.raw`today|yesterday|via|despite|outside|alongside|beside)(?!\p{L}))`,
  'u',
)

/** “The man who beat Hale said”, “the judge she appointed said”: whom a clause names is not who speaks. */
export function isInClause(text: string, verb: Verb, { from, to }: Named): boolean {
  const before = text.slice(0, from).slice(-LONGEST)
  // “Among those who spoke was Hale, who said”
  if (to > verb.from || /(?<!\p{L})(?:was|were|is)\s$/u.test(before)) return false
  return BEAT.test(before) || (NOUN.test(before) && APPOINTED.test(text.slice(to, verb.from)))
}
const ARTICLE = String.raw`(?<!\p{L})(?<!(?<!\p{L})(?:${PREPOSITIONS})\s)(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]hose|[Hh]is|[Hh]er|[Tt]heir)\s`
const OPPOSING =
  'opposing|backing|supporting|challenging|suing|defending|accusing|representing|criticizing|fighting|replacing'
const BEAT = new RegExp(
  String.raw`(?:${ARTICLE}(?:${WORD}\s){0,3}?|${PEOPLE}\s)(?:whom?\s(?:\p{Ll}+\s){1,4}|that\s\p{Ll}+\s|(?:${OPPOSING})\s)$|` +
    String.raw`${ARTICLE}(?:${WORD}\s){0,3}${WORD},\s(?:whom?|whose)\s[^,]*$`,
  'u',
)
const NOUN = new RegExp(String.raw`${ARTICLE}(?:${WORD}\s){1,3}$`, 'u')
const APPOINTED =
  /^\s(?!(?:also|then|has|had|have|once|never|ever|often|just|still|now|first|and|but|later|soon|in|on|at|is|was|\p{L}+(?:ly|self))\s)\p{Ll}+\s(?:(?!and\s|then\s)\p{Ll}+\s)?$/u

/** Whether a verb of telling has no subject, but somebody behind it whom it is told to. */
export const isToldTo = (
  text: string,
  verb: Verb,
  mentions: readonly (Named & { readonly known: boolean })[],
): boolean =>
  TELLS.test(text.slice(verb.from, verb.to)) && mentions.some(({ from, known }) => known && from === verb.to + 1)

/** “A farmer, who gave no name, said”, where nobody is named. */
export const isLed = (text: string, verb: Verb): boolean => LED.test(text.slice(0, verb.from))

/** Before the quotation: “to chants of”, “protesters shouting”, “a sign that said” */
export const isChanted = (text: string): boolean => CHANTED.test(text.slice(-LONGEST))
const CHANTED = new RegExp(
  String.raw`(?<!\p{L})(?:(?:chants?|cries|shouts|jeers|boos|choruses)\sof|${PEOPLE}\s(?:chant|shout|yell|scream)ing|` +
    String.raw`(?:signs?|banners?|placards?|posters?|caps?|hats?|shirts?)\s(?:that\s)?(?:said|saying|reads?|reading))[\s:]*$`,
  'u',
)
