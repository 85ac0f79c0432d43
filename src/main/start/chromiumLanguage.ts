/** Chromium’s own language. Fields for a date or a time show and take it as that language writes it. */
import { isLanguage, languageFrom, type Language, type LanguageChoice } from '../../catalogue/language'
import type { CommandLine } from 'electron'

/** Chromium’s names of the languages of Stet. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', ko: 'ko' }

export interface LanguageWishes {
  /** `STET_LANGUAGE`. */
  readonly asked: string | undefined
  /** What a person chose in the settings. Undefined: nothing. */
  readonly chosen: LanguageChoice | undefined
  /** The languages of the system, the best one first. */
  readonly system: readonly string[]
}

/** The language of the app: that of the environment, of a person, or of the system. */
export function languageOfApp({ asked, chosen = 'system', system }: LanguageWishes): Language {
  if (isLanguage(asked)) return asked
  return chosen === 'system' ? languageFrom(system) : chosen
}

/**
 * Makes Chromium speak the language of the app. Call before the app is ready. Where the system speaks that language,
 * also after others, Chromium keeps the system’s way to write it: a day in en-GB begins with the day.
 */
export function speakInChromium(
  commandLine: Pick<CommandLine, 'appendSwitch' | 'hasSwitch'>,
  wishes: LanguageWishes,
): void {
  const language = languageOfApp(wishes)
  const locale = wishes.system.find((one) => speaks(one, language))
  const isFirstOfSystem = locale !== undefined && locale === wishes.system[0]
  // Without a choice, Chromium follows the system by itself.
  const isChosen = isLanguage(wishes.asked) || isLanguage(wishes.chosen)
  if (isChosen && !isFirstOfSystem && !commandLine.hasSwitch('lang'))
    commandLine.appendSwitch('lang', locale ?? LOCALES[language])
}

const speaks = (locale: string, language: Language): boolean => locale.split(/[-_.@]/u)[0]?.toLowerCase() === language
