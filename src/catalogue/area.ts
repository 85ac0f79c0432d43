import { IntlMessageFormat } from 'intl-messageformat'
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

/** The messages as they are written, by language and area. */
const written = new Map<string, Map<string, Messages>>()

function add(language: string, name: string, messages: Messages): void {
  const areas = written.get(language) ?? new Map<string, Messages>()
  written.set(language, areas.set(name, messages))
}

/** Registers the English messages of an area, and returns the function that asks for them. */
export function area<English extends Messages>(name: string, english: English): AreaText<keyof English & string> {
  add('en', name, english)
  return (key, values = {}, language = languageNow()) => {
    // “ko-KR” reads “ko”.
    const known = written.has(language) ? language : (language.split('-')[0] ?? language)
    const translated = writtenMessage(known, name, key)
    const message = translated ?? writtenMessage('en', name, key) ?? key
    const text = simpleText(message, values) ?? icuText(message, values, translated === undefined ? 'en' : known)
    return known === 'ko' ? withParticles(text) : text
  }
}

/** The message as it is written, with its placeholders. Undefined if the language lacks it. */
export const writtenMessage = (language: string, name: string, key: string): string | undefined =>
  written.get(language)?.get(name)?.[key]

/** The language of a work that is not for the current reader. */
let documentLanguage: string | undefined

/**
 * Runs `make`, whose texts are in another language than the reader's: a document that must read the same for all who
 * make it. `make` does not wait for anything: what runs meanwhile would speak that language too.
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
function simpleText(message: string, values: TextValues): string | undefined {
  if (!SIMPLE.test(message)) return undefined
  let isComplete = true
  const text = message.replace(/\{(\w+)\}/g, (_placeholder, name: string) => {
    const value = values[name]
    if (value === undefined) isComplete = false
    return String(value)
  })
  return isComplete ? text : undefined
}

/** Parsed messages, by language and message. */
const parsed = new Map<string, IntlMessageFormat>()

/** Returns the message as it is written when it lacks a value. */
function icuText(message: string, values: TextValues, language: string): string {
  const name = `${language} ${message}`
  try {
    let format = parsed.get(name)
    // Angle brackets are words here, not tags.
    if (!format) parsed.set(name, (format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true })))
    return String(format.format(values))
  } catch {
    return message
  }
}

/** The language of this process. */
let spoken = 'en'

/** Adds a translation of an area. Messages that it lacks are said in English. */
export function addTranslation(language: string, name: string, messages: Messages): void {
  add(language, name, messages)
}

/** Sets the language in which this process speaks to people. */
export function setLanguage(language: string): void {
  spoken = language
}

/** The language in which this process speaks to people, as BCP 47. */
export const languageNow = (): string => documentLanguage ?? spoken
