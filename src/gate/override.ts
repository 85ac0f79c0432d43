/**
 * Who may override a block, and who may dismiss a finding. Each answer is the reason against it, in one sentence. The
 * table of rights is src/story/assessment/people/rights.ts.
 */
import { gateText } from '../catalogue/rooms/gate'
import type { Finding } from '../story/assessment/finding'
import type { Authored } from '../story/assessment/people/authors'
import type { WroteAt } from '../story/assessment/people/wroteAt'
import { whyNotMay, type People } from '../story/assessment/people/rights'

/** Rules that only the legal role may override. */
const LEGAL_RULES: ReadonlySet<string> = new Set(['needsLegal', 'legalChanged'])

type Held = Pick<Finding, 'rule' | 'overridable'>

/**
 * Returns why `person` (a name) may not override the finding; undefined if they may. The caller asks for the typed
 * reason. `wrote`: wroteWhatStands, which only the owner of the library knows.
 */
export function whyNotOverride(
  finding: Held,
  person: string,
  story: Authored,
  desk: People,
  wrote = false,
): string | undefined {
  const known = whyNotMay('acceptContext', person, { desk })
  if (known !== undefined) return known
  if (!finding.overridable) return gateText('override.nobody')
  const right = LEGAL_RULES.has(finding.rule) ? 'overrideLegal' : 'override'
  return whyNotMay(right, person, { desk, story, wrote })
}

/**
 * Whether a person wrote what an override of the finding lets stand: its words, or around them where it is about a
 * fact, which is what its sentence says. “Nothing to check” is said of words in their sentence, so an override in its
 * place is, too.
 */
export const wroteWhatStands = (
  { where, dismissNotAuthor }: Pick<Finding, 'where' | 'dismissNotAuthor'>,
  by: string,
  wroteAt: WroteAt,
): boolean =>
  wroteAt(by, where) ||
  ((dismissNotAuthor === true || ('fact' in where && where.fact !== undefined)) && wroteAt(by, where, 'around'))

export const mayOverride = (finding: Held, person: string, story: Authored, desk: People, wrote = false): boolean =>
  whyNotOverride(finding, person, story, desk, wrote) === undefined

/**
 * Returns the first reason why `person` may not override the overridable blocks; undefined if they may override all.
 */
export function whyNotOverrideAll(
  blocks: readonly Finding[],
  person: string,
  story: Authored,
  desk: People,
): string | undefined {
  for (const finding of blocks.filter(({ overridable }) => overridable)) {
    const why = whyNotOverride(finding, person, story, desk)
    // The finding is named, because this person may override the others.
    if (why !== undefined)
      return LEGAL_RULES.has(finding.rule) ? gateText('override.alsoHeld', { finding: finding.message, why }) : why
  }
  return undefined
}

/**
 * Returns why `person` (a name) may not dismiss the finding at its place; undefined if they may. Where somebody who
 * wrote in its sentence said so before, anybody else may say so, too.
 */
export function whyNotDismiss(
  finding: Pick<Finding, 'dismissable' | 'dismissNotAuthor' | 'saidBy'>,
  person: string,
  story: Authored,
  desk: People,
  wrote = false,
): string | undefined {
  const known = whyNotMay('acceptContext', person, { desk })
  if (known !== undefined) return known
  if (!finding.dismissable) return gateText('override.noDismissal')
  if (finding.saidBy?.includes(person)) return gateText('override.saidBefore', { by: person })
  if (finding.saidBy) return undefined
  return finding.dismissNotAuthor ? whyNotMay('dismiss', person, { desk, story, wrote }) : undefined
}

/**
 * `whyNotDismiss` for one of several findings that one act dismisses. Only optional untagged names, dates and places
 * may go together: what blocks is looked at one by one.
 */
export function whyNotDismissTogether(
  finding: Pick<Finding, 'rule' | 'severity' | 'dismissable' | 'dismissNotAuthor' | 'saidBy'>,
  person: string,
  story: Authored,
  desk: People,
  wrote = false,
): string | undefined {
  if (finding.rule !== 'untaggedName' || finding.severity !== 'warn') return gateText('override.oneByOne')
  return whyNotDismiss(finding, person, story, desk, wrote)
}

export const mayDismiss = (
  finding: Pick<Finding, 'dismissable' | 'dismissNotAuthor' | 'saidBy'>,
  person: string,
  story: Authored,
  desk: People,
): boolean => whyNotDismiss(finding, person, story, desk) === undefined
