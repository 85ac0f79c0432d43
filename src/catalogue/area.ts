import i18next from 'i18next'
import ICU from 'i18next-icu'
import { withParticles } from './particles'

/** Values of a message's placeholders. A number may choose a plural form; text goes in as it is. */
export type TextValues = Readonly<Record<string, string | number>>

/**
 * Asks one area of the catalogue for a text.
 * `key`: a key of the area's English file. `values`: a value for each placeholder. `language`: BCP 47, when it is not
 * the reader's own, as in an export that speaks the language of its story.
 */
export type AreaText<Key extends string> = (key: Key, values?: TextValues, language?: string) => string

type Messages = Readonly<Record<string, string>>

const catalogue = i18next.createInstance()

void catalogue.use(new ICU()).init({
  lng: 'en',
  fallbackLng: 'en',
  // Everything is at hand: the first text may be asked for in the same tick.
  initAsync: false,
  resources: {},
  // Keys hold points and messages hold colons.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
})

/** The messages as they are written, by language and area. */
const written = new Map<string, Map<string, Messages>>()

function add(language: string, name: string, messages: Messages): void {
  catalogue.addResourceBundle(language, name, messages)
  const areas = written.get(language) ?? new Map<string, Messages>()
  written.set(language, areas.set(name, messages))
}

/** Registers the English messages of an area, and returns the function that asks for them. */
export function area<English extends Messages>(name: string, english: English): AreaText<keyof English & string> {
  add('en', name, english)
  return (key, values = {}, language = languageNow()) => {
    // “ko-KR” reads “ko”.
    const known = written.has(language) ? language : (language.split('-')[0] ?? language)
    const text =
      simpleText(written.get(known)?.get(name)?.[key], values) ?? catalogue.t(key, { ...values, ns: name, lng: known })
    return known === 'ko' ? withParticles(text) : text
  }
}

/** The message as it is written, with its placeholders. Undefined if the language lacks it. */
export const writtenMessage = (language: string, name: string, key: string): string | undefined =>
  written.get(language)?.get(name)?.[key]

/** The language of a work that is not for the reader of now. */
let documentLanguage: string | undefined

/**
 * Runs `make`, whose texts are in another language than the reader's: a document that must read the same whoever makes
 * it. `make` does not wait for anything: what runs meanwhile would speak that language too.
 */
export function inLanguage<T>(wanted: string, make: () => T): T {
  const before = documentLanguage
  documentLanguage = wanted
  try {
    return make()
  } finally {
    documentLanguage = before
  }
}

/** Matches messages without plural forms and quoting: ICU puts the values in and changes nothing else. */
const SIMPLE = /^(?:[^{}']|'(?!['{}])|\{\w+\})*$/

/**
 * Returns the text of a simple message, or undefined if only ICU can format it. Most messages are simple, and a window
 * shows hundreds at its start: parsing each of them as ICU takes 0.2 ms.
 */
function simpleText(message: string | undefined, values: TextValues): string | undefined {
  if (message === undefined || !SIMPLE.test(message)) return undefined
  let isComplete = true
  const text = message.replace(/\{(\w+)\}/g, (_placeholder, name: string) => {
    const value = values[name]
    if (value === undefined) isComplete = false
    return String(value)
  })
  return isComplete ? text : undefined
}

/** Adds a translation of an area. Messages that it lacks are said in English. */
export function addTranslation(language: string, name: string, messages: Messages): void {
  add(language, name, messages)
}

/** Sets the language in which this process speaks to people. */
export async function setLanguage(language: string): Promise<void> {
  await catalogue.changeLanguage(language)
}

/** The language in which this process speaks to people, as BCP 47. */
export const languageNow = (): string => documentLanguage ?? catalogue.language
