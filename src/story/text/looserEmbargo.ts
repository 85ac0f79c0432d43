import { instant } from './format/instant'

/** The one of two embargoes that holds longer. '': there is none. */
export const stricterEmbargo = (one: string, other: string): string =>
  isLooser(other.trim(), one.trim()) ? other : one

/** Whether readers could get the story earlier. An embargo whose end nobody can read counts as one without end. */
export function isLooser(before: string, now: string): boolean {
  if (before === '' || before === now) return false
  const [ended, ends] = [instant(before), instant(now)]
  return ended === undefined || ends === undefined || Date.parse(ends) < Date.parse(ended)
}
