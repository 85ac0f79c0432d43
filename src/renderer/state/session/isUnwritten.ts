import type { Story } from '../../../story/assessment/story'
import type { Assessment } from '../../../story/assessment/assessment'

/**
 * Whether nobody has written anything in this story yet. Its lists then say so instead of what is missing. Only of a
 * draft of which nothing was ever lost, tagged, proposed or said: the gate itself asks as it always does.
 */
export const isUnwritten = (
  { copy, ledger, losses = [], suggestions = [], comments = [] }: Story,
  assessments: readonly Assessment[],
): boolean =>
  ledger.standing.stage === 'draft' &&
  ledger.standing.version === 1 &&
  losses.length === 0 &&
  suggestions.length === 0 &&
  comments.length === 0 &&
  assessments.length === 0 &&
  copy.every(({ text, picture }) => picture === undefined && text.trim() === '')
