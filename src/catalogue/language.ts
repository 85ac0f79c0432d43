import { setLanguage } from './area'

/** The languages of Stet itself. The first one is said where a text of another one is missing. */
export const LANGUAGES = ['en', 'ko'] as const
export type Language = (typeof LANGUAGES)[number]

/** What a person chooses. `system`: the first language of the system that Stet speaks. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number]

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((one) => one === value)

/**
 * The first of the wanted languages that Stet speaks. `wanted`: BCP 47 or POSIX locales (`ko-KR`, `ko_KR.UTF-8`), the
 * best one first; `undefined` and '' say nothing. English if none is known.
 */
export function languageFrom(wanted: readonly (string | undefined)[]): Language {
  for (const one of wanted) {
    const language = one?.split(/[-_.@]/u)[0]?.toLowerCase()
    if (isLanguage(language)) return language
    // “C” and “POSIX” ask for no language; any other one that Stet does not speak is followed by the next wish.
  }
  return 'en'
}

/** What a process's environment asks for: `STET_LANGUAGE`, else the locale for messages (POSIX.1-2017, 8.2). */
export function languageOfEnvironment(environment: Readonly<Record<string, string | undefined>>): Language {
  const { STET_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment
  if (isLanguage(STET_LANGUAGE)) return STET_LANGUAGE
  // The first one that is set decides, even if Stet does not speak it.
  return languageFrom([[LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== '')])
}

/** Loads the texts of a language, for documents in it. A language that Stet does not speak changes nothing. */
export async function learn(language: string): Promise<void> {
  if (language.split('-')[0] === 'ko') (await import('./ko/korean')).addKorean()
}

/**
 * Makes a window speak a language. Resolves when each text of its first frame is in that language; `learn` loads the
 * others.
 */
export async function speakAtStart(language: Language): Promise<void> {
  if (language === 'ko') (await import('./ko/atStart')).addKoreanAtStart()
  setLanguage(language)
}

/** Makes this process speak a language. Its texts are loaded first. Resolves when each text is in that language. */
export async function speak(language: Language): Promise<void> {
  await learn(language)
  setLanguage(language)
}
