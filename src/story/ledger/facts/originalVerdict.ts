import type { SignOff } from './fact'

/**
 * A verdict against the words of a fact, as it stood in the story that was duplicated. Its giver signed it there: here
 * the entry of the duplicate tells of it. It can only take trust away.
 */
export interface OriginalVerdict extends Pick<
  SignOff,
  'status' | 'by' | 'at' | 'words' | 'sentence' | 'preceding' | 'sentenceRule' | 'reason'
> {
  /** The fact reads otherwise now. Absent: it does not. */
  readonly lapsed?: true
}
