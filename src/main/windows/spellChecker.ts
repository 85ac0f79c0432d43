import type { Session } from 'electron'

/**
 * Turns Chromium's spell-checker off for the whole profile. `spellcheck: false` of a window alone does not: the profile
 * still fetches dictionaries from Google. Stet has a spell-checker of its own.
 */
export function closeSpellChecker(target: Pick<Session, 'setSpellCheckerLanguages' | 'setSpellCheckerEnabled'>): void {
  target.setSpellCheckerLanguages([])
  target.setSpellCheckerEnabled(false)
}
