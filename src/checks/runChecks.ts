/** All rules over one story. Findings are data: nothing here decides what a door lets through. */
import type { Finding, Place } from '../story/finding'
import { isAuthorOf } from '../story/story'
import type { Check, Checked } from './check'
import { context } from './context'
import { correctionRecord } from './correctionRecord'
import { derivedFigure } from './derivedFigure'
import { echoes } from './echoes'
import { alertOnly } from './alertOnly'
import { allegations } from './allegations'
import { factLeftStanding } from './factLeftStanding'
import { factStatus } from './factStatus'
import { groundRules } from './groundRules'
import { hole } from './hole'
import { mandatoryField } from './mandatoryField'
import { mustFix } from './mustFix'
import { needsLegal } from './needsLegal'
import { offTheRecord } from './offTheRecord'
import { openSuggestion } from './openSuggestion'
import { openTk } from './openTk'
import { otherOutlet } from './otherOutlet'
import { pictureDetails } from './pictureDetails'
import { precedingSentence } from './precedingSentence'
import { quoteMatch } from './quoteMatch'
import { selfChecked } from './selfChecked'
import { translation } from './translation'
import { untaggedStatements } from './untaggedStatements'

const CHECKS: readonly Check[] = [
  factStatus, context, precedingSentence, hole, factLeftStanding, selfChecked, offTheRecord, groundRules, otherOutlet, allegations, quoteMatch, translation,
  derivedFigure, echoes, untaggedStatements, openTk, mustFix, pictureDetails, mandatoryField, alertOnly, needsLegal, openSuggestion, correctionRecord
]

/**
 * What there is to say about the story: places in the copy in text order, then the tray, then fields. Dismissed findings
 * are gone; a dismissal by someone who is an author of the story does not count where a second person is asked for.
 */
export function runChecks(checked: Checked): readonly Finding[] {
  const isDismissed = dismissedIn(checked)
  return CHECKS.flatMap((check) => check(checked))
    .map((finding) => asked(finding, checked))
    .filter((finding) => !isDismissed(finding))
    .sort((a, b) => comparePlaces(a.where, b.where))
}

/** Whoever clears an alert has read its one line whole: what is untagged there is said, and holds nothing up. */
function asked(finding: Finding, { story }: Checked): Finding {
  return story.fields.kind === 'alert' && finding.rule.startsWith('untagged') && finding.severity === 'block' ? { ...finding, severity: 'warn' } : finding
}

function dismissedIn({ story, desk }: Checked): (finding: Finding) => boolean {
  const { dismissals } = story.ledger
  if (dismissals.length === 0) return () => false
  const byAnyone = new Set(dismissals.map(nameOf))
  const bySecondPerson = new Set(dismissals.filter(({ by }) => desk.settings.deskOfOne || !isAuthorOf(story.fields, by)).map(nameOf))
  return (finding) => finding.dismissable && (finding.dismissNotAuthor ? bySecondPerson : byAnyone).has(nameOf(finding))
}

const nameOf = ({ rule, key }: { readonly rule: string; readonly key: string }): string => `${rule}\u0000${key}`

const ORDER: Readonly<Record<Place['kind'], number>> = { text: 0, fact: 1, field: 2, correction: 3, story: 4 }

function comparePlaces(a: Place, b: Place): number {
  if (a.kind !== 'text' || b.kind !== 'text') return ORDER[a.kind] - ORDER[b.kind]
  return a.block - b.block || a.from - b.from || a.to - b.to
}
