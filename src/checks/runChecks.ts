/** Runs all rules on a story. Findings are data: the gate decides what passes. */
import { checksText } from '../catalogue/rooms/checks'
import type { Finding, Place } from '../story/assessment/finding'
import { namesHolding } from '../story/assessment/heldBy'
import { isAuthorEver } from '../story/assessment/people/authors'
import { roleOf } from '../story/desk/roster'
import { findingName } from '../story/ledger/events/gateEvent'
import type { WroteAt } from '../story/assessment/people/wroteAt'
import type { Check, Checked } from './finding/check'
import { context } from './rules/facts/context'
import { correctionRecord } from './rules/story/correctionRecord'
import { deskLine } from './rules/copy/deskLine'
import { directionOverride } from './rules/copy/directionOverride'
import { derivedFigure } from './rules/facts/derivedFigure'
import { duplicateStatements } from './rules/facts/duplicateStatements'
import { alertOnly } from './rules/story/alertOnly'
import { allegations } from './rules/facts/allegations'
import { factLeftStanding } from './rules/facts/factLeftStanding'
import { factStatus } from './rules/facts/factStatus'
import { groundRules } from './rules/facts/groundRules/groundRules'
import { brokenTag } from './rules/facts/brokenTag'
import { mandatoryField } from './rules/story/mandatoryField'
import { mustFix } from './rules/story/mustFix'
import { needsLegal } from './rules/story/needsLegal'
import { offTheRecord } from './rules/facts/groundRules/offTheRecord'
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
  deskLine,
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
 * that of an author, or of who wrote the words, does not count if a second person is required. `checks`: only these.
 */
export function runChecks(checked: Checked, wroteAt: WroteAt, checks: readonly Check[] = CHECKS): readonly Finding[] {
  const dismissed = dismissedIn(checked, wroteAt)
  return checks
    .flatMap((check) => check(checked))
    .flatMap((finding) => dismissed(finding))
    .map((finding) => asInAlert(finding, checked))
    .sort((a, b) => comparePlaces(a.where, b.where))
}

/**
 * In the headline of an alert untagged words only warn: the person who clears the alert has read that line. Whoever
 * wrote the words may not clear it (newsroom/gate/ownAlert.ts).
 */
function asInAlert(finding: Finding, { story: { copy, fields } }: Checked): Finding {
  const { rule, severity, where } = finding
  const isInLine = where.kind === 'text' && !where.ofPicture && copy[where.block]?.role === 'headline'
  return fields.kind === 'alert' && isInLine && rule.startsWith('untagged') && severity === 'block'
    ? { ...finding, severity: 'warn' }
    : finding
}

/**
 * Returns a function that keeps a finding and drops a dismissed one. Someone who wrote in the sentence of the words may
 * dismiss a blocking finding only together with another person: until then the finding stays and names who did.
 */
function dismissedIn({ story, desk }: Checked, wroteAt: WroteAt): (finding: Finding) => readonly Finding[] {
  const { dismissals, standing } = story.ledger
  if (dismissals.length === 0) return (finding) => [finding]
  const people = new Map<string, string[]>()
  for (const one of dismissals) people.set(findingName(one), [...(people.get(findingName(one)) ?? []), one.by])
  const isAnother = (by: string, others: readonly string[]): boolean =>
    roleOf(by, desk.roster) !== undefined && others.some((other) => other !== by)
  return (finding) => {
    const { dismissable, dismissNotAuthor, severity, where } = finding
    const said = dismissable ? namesHolding(finding, standing.stage).flatMap((name) => people.get(name) ?? []) : []
    if (said.length === 0) return [finding]
    if (!dismissNotAuthor || desk.settings.deskOfOne) return []
    const counted = said.filter((by) => !isAuthorEver(story, by) && !wroteAt(by, where))
    if (counted.length === 0) return [finding]
    const alone = new Set(severity === 'block' ? said.filter((by) => wroteAt(by, where, 'around')) : [])
    if (counted.some((by) => !alone.has(by)) || said.some((by) => isAnother(by, counted))) return []
    const message = checksText('dismissed.changedSentence', { message: finding.message, by: counted.join(', ') })
    return [{ ...finding, message, saidBy: counted }]
  }
}

const ORDER: Readonly<Record<Place['kind'], number>> = { text: 0, fact: 1, field: 2, correction: 3, story: 4 }

function comparePlaces(a: Place, b: Place): number {
  if (a.kind !== 'text' || b.kind !== 'text') return ORDER[a.kind] - ORDER[b.kind]
  return a.block - b.block || a.from - b.from || a.to - b.to
}
