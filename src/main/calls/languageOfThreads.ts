/** The language in the environment of this process. Its threads read it there. */
import type { App } from 'electron'
import type { Language } from '../../catalogue/language'
import { defined } from '../../story/text/defined'

const LANGUAGE = 'STET_LANGUAGE'
/** What this process was asked for. Undefined: it set no language yet. */
let got: { readonly language: string | undefined } | undefined

/** Sets the language in which the threads of this process speak. */
export function setLanguageOfThreads(language: Language): void {
  got = { language: process.env[LANGUAGE] }
  process.env[LANGUAGE] = language
}

/**
 * The environment as this process got it, for another Stet: a language that only the threads need would outrank what a
 * person chooses there.
 */
export function environmentForStart(): NodeJS.ProcessEnv {
  const { [LANGUAGE]: now, ...others } = process.env
  return { ...others, ...defined({ [LANGUAGE]: got ? got.language : now }) }
}

/** Starts the app again when it ends. The new process gets the environment of this one, as it was. */
export function relaunch(app: Pick<App, 'relaunch'>, ...options: Parameters<App['relaunch']>): void {
  const asked = environmentForStart()[LANGUAGE]
  if (asked === undefined) delete process.env[LANGUAGE]
  else process.env[LANGUAGE] = asked
  app.relaunch(...options)
}
