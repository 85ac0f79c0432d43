/** Who may override a block, and who may dismiss a finding. Each answer is the reason against it, in one sentence. */
import { gateText } from '../catalogue/rooms/gate'
import type { Finding } from '../story/assessment/finding'
import { isAuthorOf, type Desk, type Story } from '../story/assessment/story'

/** The parts of the desk that these rules read. */
export type People = Pick<Desk, 'roster' | 'settings'>

/** Rules that only the legal role may override. */
const LEGAL_RULES: ReadonlySet<string> = new Set(['needsLegal', 'legalChanged'])

/**
 * Returns why `person` (a name) may not override the finding; undefined if they may. The caller asks for the typed
 * reason.
 */
export function whyNotOverride(
  finding: Pick<Finding, 'rule' | 'overridable'>,
  person: string,
  story: Story,
  desk: People,
): string | undefined {
  const known = desk.roster.find(({ name }) => name === person)
  if (!known) return notOnRoster(person)
  if (!finding.overridable) return gateText('override.nobody')
  if (isAuthorOf(story.fields, person) && !desk.settings.deskOfOne) return gateText('override.author', { person })
  if (LEGAL_RULES.has(finding.rule))
    return known.role === 'legal' ? undefined : gateText('override.legalOnly', { person })
  if (known.role === 'reporter' || known.role === 'checker')
    return gateText('override.editorOnly', { person, role: known.role })
  return undefined
}

export const mayOverride = (
  finding: Pick<Finding, 'rule' | 'overridable'>,
  person: string,
  story: Story,
  desk: People,
): boolean => whyNotOverride(finding, person, story, desk) === undefined

/**
 * Returns the first reason why `person` may not override the overridable blocks; undefined if they may override all.
 */
export function whyNotOverrideAll(
  blocks: readonly Finding[],
  person: string,
  story: Story,
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

/** Returns why `person` (a name) may not dismiss the finding at its place; undefined if they may. */
export function whyNotDismiss(
  finding: Pick<Finding, 'dismissable' | 'dismissNotAuthor'>,
  person: string,
  story: Story,
  desk: People,
): string | undefined {
  if (!desk.roster.some(({ name }) => name === person)) return notOnRoster(person)
  if (!finding.dismissable) return gateText('override.noDismissal')
  if (finding.dismissNotAuthor && isAuthorOf(story.fields, person) && !desk.settings.deskOfOne) {
    return gateText('override.authorDismisses', { person })
  }
  return undefined
}

export const mayDismiss = (
  finding: Pick<Finding, 'dismissable' | 'dismissNotAuthor'>,
  person: string,
  story: Story,
  desk: People,
): boolean => whyNotDismiss(finding, person, story, desk) === undefined

const notOnRoster = (person: string): string => gateText('override.notOnRoster', { person })
