/** Runs all rules on a story. Findings are data: the gate decides what passes. */
import type { Finding, Place } from '../story/assessment/finding'
import { isAuthorEver } from '../story/assessment/authors'
import type { WroteAt } from '../story/assessment/wroteAt'
import type { Check, Checked } from './finding/check'
import { context } from './rules/facts/context'
import { correctionRecord } from './rules/story/correctionRecord'
import { directionOverride } from './rules/copy/directionOverride'
import { derivedFigure } from './rules/facts/derivedFigure'
import { duplicateStatements } from './rules/facts/duplicateStatements'
import { alertOnly } from './rules/story/alertOnly'
import { allegations } from './rules/facts/allegations'
import { factLeftStanding } from './rules/facts/factLeftStanding'
import { factStatus } from './rules/facts/factStatus'
import { groundRules } from './rules/facts/groundRules'
import { brokenTag } from './rules/facts/brokenTag'
import { mandatoryField } from './rules/story/mandatoryField'
import { mustFix } from './rules/story/mustFix'
import { needsLegal } from './rules/story/needsLegal'
import { offTheRecord } from './rules/facts/offTheRecord'
import { openSuggestion } from './rules/copy/openSuggestion'
import { openTk } from './rules/copy/openTk'
import { otherOutlet } from './rules/copy/otherOutlet'
import { pictureDetails } from './rules/copy/pictureDetails'
import { precedingSentence } from './rules/facts/precedingSentence'
import { quoteMatch } from './rules/facts/quoteMatch'
import { relativeDay } from './rules/facts/relativeDay'
import { selfChecked } from './rules/facts/selfChecked'
import { translation } from './rules/story/translation'
import { unreadLanguage } from './rules/copy/unreadLanguage'
import { untaggedBeside } from './rules/copy/untaggedBeside'
import { untaggedStatements } from './rules/copy/untaggedStatements'

const CHECKS: readonly Check[] = [
  factStatus,
  context,
  precedingSentence,
  brokenTag,
  factLeftStanding,
  selfChecked,
  relativeDay,
  offTheRecord,
  groundRules,
  otherOutlet,
  allegations,
  quoteMatch,
  translation,
  derivedFigure,
  duplicateStatements,
  untaggedStatements,
  untaggedBeside,
  unreadLanguage,
  openTk,
  directionOverride,
  mustFix,
  pictureDetails,
  mandatoryField,
  alertOnly,
  needsLegal,
  openSuggestion,
  correctionRecord,
]

/**
 * The findings of a story: places in the copy in text order, then the tray, then fields. Dismissed ones are left out;
 * that of an author, or of who wrote the words, does not count if a second person is required.
 */
export function runChecks(checked: Checked, wroteAt: WroteAt): readonly Finding[] {
  const isDismissed = dismissedIn(checked, wroteAt)
  return CHECKS.flatMap((check) => check(checked))
    .map((finding) => asked(finding, checked))
    .filter((finding) => !isDismissed(finding))
    .sort((a, b) => comparePlaces(a.where, b.where))
}

/** The person who clears an alert has read its one line: untagged words there only warn. */
function asked(finding: Finding, { story }: Checked): Finding {
  return story.fields.kind === 'alert' && finding.rule.startsWith('untagged') && finding.severity === 'block'
    ? { ...finding, severity: 'warn' }
    : finding
}

function dismissedIn({ story, desk }: Checked, wroteAt: WroteAt): (finding: Finding) => boolean {
  const { dismissals } = story.ledger
  if (dismissals.length === 0) return () => false
  const people = new Map<string, string[]>()
  for (const one of dismissals) people.set(nameOf(one), [...(people.get(nameOf(one)) ?? []), one.by])
  const counts = (by: string, { dismissNotAuthor, where }: Finding): boolean =>
    !dismissNotAuthor || desk.settings.deskOfOne || (!isAuthorEver(story, by) && !wroteAt(by, where))
  return (finding) => finding.dismissable && (people.get(nameOf(finding)) ?? []).some((by) => counts(by, finding))
}

const nameOf = ({ rule, key }: { readonly rule: string; readonly key: string }): string => `${rule}\u0000${key}`

const ORDER: Readonly<Record<Place['kind'], number>> = { text: 0, fact: 1, field: 2, correction: 3, story: 4 }

function comparePlaces(a: Place, b: Place): number {
  if (a.kind !== 'text' || b.kind !== 'text') return ORDER[a.kind] - ORDER[b.kind]
  return a.block - b.block || a.from - b.from || a.to - b.to
}
