import { instant } from './format/instant'

/** Whether readers could get the story earlier. An embargo whose end nobody can read counts as one without end. */
export function isLooser(before: string, now: string): boolean {
  if (before === '' || before === now) return false
  const [ended, ends] = [instant(before), instant(now)]
  return ended === undefined || ends === undefined || Date.parse(ends) < Date.parse(ended)
}
