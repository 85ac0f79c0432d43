/**
 * A look carries a verdict over to a changed context. It tells how the context reads, and nothing else: what the
 * verdict says and what it rests on stay those of its giver.
 */
import { sameWords } from '../../copy/words/factWords'
import { defined } from '../../text/defined'
import type { SignOff } from './fact'
import type { ViewParts } from './viewParts'

type Looked = Pick<SignOff, 'status' | 'words' | 'parts'>

/**
 * Whether an entry only looks at the context of a verdict. Another verdict, other words, or a view without parts where
 * the verdict has some, are a verdict of their own.
 */
export const isLookAt = (verdict: Looked, { status, words, parts }: Looked): boolean =>
  verdict.status === status && sameWords(verdict.words, words) && (parts !== undefined || verdict.parts === undefined)

/** What a look has of the verdict. `parts`: the view of the person who looked. */
export const asGiven = (
  { evidence, groundRules, translation, derived, parts: given }: SignOff,
  parts: ViewParts | undefined,
): Pick<SignOff, 'evidence' | 'groundRules' | 'translation' | 'derived' | 'parts'> => ({
  evidence,
  groundRules,
  ...defined({ translation, derived, parts: given && parts ? claimedBy(given, parts) : parts }),
})

/** The context of the second view, with the type, the claim, the speaker, the order shown and sources of the first. */
function claimedBy({ type, claim, saidBy, shown, commitments }: ViewParts, looked: ViewParts): ViewParts {
  const { type: _type, claim: _claim, saidBy: _saidBy, shown: _shown, commitments: _sources, ...context } = looked
  return { ...context, type, commitments, ...defined({ claim, saidBy, shown }) }
}
