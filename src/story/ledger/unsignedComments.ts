/**
 * Whose name on a comment, an answer or a suggestion nobody signed. The document says who wrote it, and a bundle may
 * say anything there. Asked only of stories that were merged with those of other machines.
 */
import type { CommentReply, CommentThread } from '../copy/comment'
import type { Suggestion } from '../copy/suggestions/suggestion'
import type { LedgerEntry } from './ledgerEntry'
import type { LedgerState } from './ledgerState'

type Said = Pick<CommentReply, 'by' | 'text'> & { readonly comment: string; readonly answer?: string | undefined }

const nameOf = ({ comment, answer = '', by, text }: Said): string => JSON.stringify([comment, answer, by, text])

/** A ledger only grows: its entries are another list then. */
const known = new WeakMap<readonly LedgerEntry[], ReadonlySet<string>>()

/** What people signed that they said: with a comment or an answer, or when they changed its words. */
function signedIn(entries: readonly LedgerEntry[]): ReadonlySet<string> {
  const before = known.get(entries)
  if (before) return before
  const signed = new Set<string>()
  for (const entry of entries)
    if (
      (entry.kind === 'commentMarked' && entry.says === 'said') ||
      entry.kind === 'commentEdited' ||
      entry.kind === 'commentRestored'
    )
      signed.add(nameOf(entry))
  known.set(entries, signed)
  return signed
}

/** Whether a comment, or an answer in it, bears a name that did not sign its words. `entries`: those that count. */
export function isUnsigned(
  { id, ...thread }: Pick<CommentThread, 'id' | 'by' | 'text'>,
  answer: CommentReply | undefined,
  { entries, isShared }: { readonly entries: readonly LedgerEntry[]; readonly isShared: boolean },
): boolean {
  return isShared && !signedIn(entries).has(nameOf({ ...(answer ?? thread), comment: id, answer: answer?.at }))
}

/** `notes`: ids of the keys with which Stet signs its notes on other machines (trust/notesElsewhere.ts). */
interface Signed {
  readonly entries: readonly LedgerEntry[]
  readonly notes: readonly string[]
}

/**
 * Whether a suggestion bears a name that did not sign it: another one did, or Stet noted it for that name, here or on
 * another machine.
 */
export function isUnsignedSuggestion(
  { id, by }: Pick<Suggestion, 'id' | 'by'>,
  { shared, suggestions }: Pick<LedgerState, 'shared' | 'suggestions'>,
  { entries, notes }: Signed,
): boolean {
  const trace = suggestions.get(id)
  if (shared !== true || by === '' || trace === undefined) return false
  if (trace.unsigned === true || trace.by !== by) return true
  const { signer = '' } = (notes.length > 0 && entries.find(({ hash }) => hash === trace.hash)) || {}
  return notes.includes(signer)
}
