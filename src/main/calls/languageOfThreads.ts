/** The language in the environment of this process. Its threads read it there. */
import type { App } from 'electron'
import type { Language } from '../../catalogue/language'

/** Gives the environment back as this process got it. */
let giveBack = (): void => undefined

/** Sets the language in which the threads of this process speak. */
export function setLanguageOfThreads(language: Language): void {
  const asked = process.env['STET_LANGUAGE']
  giveBack = () => {
    if (asked === undefined) delete process.env['STET_LANGUAGE']
    else process.env['STET_LANGUAGE'] = asked
  }
  process.env['STET_LANGUAGE'] = language
}

/**
 * Starts the app again when it ends. The new process gets the environment of this one: a language that only the threads
 * need would outrank what a person has chosen since.
 */
export function relaunch(app: Pick<App, 'relaunch'>, ...options: Parameters<App['relaunch']>): void {
  giveBack()
  app.relaunch(...options)
}
