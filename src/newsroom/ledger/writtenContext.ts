/** What counts as the context that somebody wrote (rule 8), as one text: another text is another context. */
import { QUOTE_LIKE } from '../../story/ledger/facts/fact'
import { canonicalJson } from '../../story/text/canonicalJson'
import { defined } from '../../story/text/defined'
import type { Assessment } from '../../story/assessment/assessment'
import type { BuiltView } from '../../story/view/buildView'

const known = new WeakMap<BuiltView, string>()

/**
 * The sentences, those beside that deny them, of quote-like facts the whole graf, and headers, lead-in or picture.
 * Empty: the tag is gone.
 */
export function writtenContext({ view: built }: Assessment): string {
  if (!built) return ''
  const before = known.get(built)
  if (before !== undefined) return before
  const { type, context } = built.view
  const { near, nth, nearShown, beside, graf, headers, belongsTo, picture } = context
  const whole = QUOTE_LIKE.has(type) ? graf : undefined
  const text = canonicalJson(defined({ near, nth, nearShown, beside, graf: whole, headers, belongsTo, picture }))
  known.set(built, text)
  return text
}

/**
 * Whether the words and the sentences around them count as the signed ones. A graf that was split or joined stands with
 * another written context, until somebody changes the part of it that is in the neighbour now.
 */
export const standsAsSigned = ({ changes }: Assessment): boolean =>
  !changes.some(({ part, lapses }) => lapses && (part === 'words' || part === 'context' || part === 'graf'))
