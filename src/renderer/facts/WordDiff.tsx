import { changedWords } from '../../review/changedWords'
import { ChangedWords } from './ChangedWords'

/**
 * Old words against new ones. Changes are blue, struck or underlined. Green and red are kept for the status of facts.
 */
export const WordDiff = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <span className="word-diff serif" dir="auto">
    <ChangedWords runs={changedWords(before, after)} />
  </span>
)
