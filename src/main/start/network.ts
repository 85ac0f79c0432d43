/** Nothing leaves this computer. The pages' own rules are in windows/lockDown.ts. This is for Chromium's own services. */
import type { CommandLine, Session } from 'electron'

/**
 * Gives no name of a host an address, and asks no proxy. Call before the app is ready: the network service starts with
 * these switches. https://www.electronjs.org/docs/latest/api/command-line-switches
 */
export function closeNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('no-proxy-server')
}

/**
 * Turns Chromium's spell-checker off for the whole profile. `spellcheck: false` of a window alone does not: the profile
 * still fetches dictionaries from Google. Stet has a spell-checker of its own.
 */
export function closeSpellChecker(target: Pick<Session, 'setSpellCheckerLanguages' | 'setSpellCheckerEnabled'>): void {
  target.setSpellCheckerLanguages([])
  target.setSpellCheckerEnabled(false)
}
