/**
 * Somebody without a name beside a verb of saying: “said a neighbor”, “his mother said”, “officials say”. It is nobody
 * who was named before.
 */
import { lazy } from '../../../story/text/lazy'

/** Before a person whom nothing named before. “The farmer” may be the one named before. */
const DETERMINERS: Readonly<Record<string, string>> = {
  en: 'a an another one some several many two three his her their its my our both most',
  fr: 'un une son sa ses leur leurs plusieurs certains certaines des quelques',
  es: 'un una unos unas otro otra otros otras su sus varios varias algunos algunas',
  pt: 'um uma uns umas outro outra outros outras seu sua seus suas vários várias',
  it: 'un una uno altro altra alcuni alcune',
}
/** Without a noun: “another said”. */
const ALONE = '[Aa]nother|[Oo]ne|[Ss]ome|[Mm]any|[Oo]tro|[Oo]tra'
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
const WORD = String.raw`(?!(?:${LINKS})\s)\p{Ll}${REST}`
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
const PEOPLE_BEFORE = new RegExp(String.raw`^[^\p{L}]*(?:\p{L}${REST}\s){0,3}${PEOPLE}\s(?:\p{Ll}+\s)?$`, 'u')
const PEOPLE_BEHIND = new RegExp(String.raw`^\s(?:${WORD}\s){0,3}${PEOPLE}(?!\p{L})`, 'u')
/** “dit-on”, “heißt es”. “Heißt es darin” is of what was named before. */
const ONE_SAYS: Readonly<Record<string, RegExp>> = {
  fr: /(?<!\p{L})(?:\p{L}+-(?:t-)?on(?!\p{L})|on\s(?:dit|assure|affirme|explique|répète)(?!\p{L}))/u,
  de: /(?<!\p{L})(?:heißt|hieß|heisst) es(?!\p{L}|\s(?:darin|dort|weiter))/u,
}

/** Characters of a noun before its verb, at the most. */
const LONGEST = 160

interface Verb {
  readonly from: number
  readonly to: number
}

/** Whether nothing stands before the verb: “…,” said. */
export const isInverted = (text: string, verb: Verb): boolean => OPENS.test(text.slice(0, verb.from))

/** `verb`: where the verb of saying stands, if there is one. */
export function isUnnamed(text: string, language: string, verb: Verb | undefined, side: 'before' | 'after'): boolean {
  if (ONE_SAYS[language]?.test(text) === true) return true
  const its = shapes().get(language)
  if (!verb || !its || PARTICIPLE.test(text.slice(verb.from, verb.to))) return false
  const [before, behind] = [text.slice(0, verb.from), text.slice(verb.to)]
  const near = before.slice(-LONGEST)
  if (its.before.test(near)) return !OWN_WORDS.test(near)
  const inverted = isInverted(text, verb)
  if (inverted && its.behind.test(behind)) return !OWN_WORDS.test(behind)
  if (language !== 'en' || side === 'before') return false
  return PEOPLE_BEFORE.test(before) || (inverted && PEOPLE_BEHIND.test(behind))
}
