/** Who asks for the fix of a comment, as the signed entries say: the same on every machine, whatever came first. */
import type { LedgerState } from '../ledger/ledger'
import type { LedgerEntry } from '../ledger/ledgerEntry'

export interface AsksForFix {
  /** Everybody who ever signed that the comment must be fixed. */
  readonly all: ReadonlySet<string>
  /** Those whose mark nobody took off. */
  readonly open: ReadonlySet<string>
}

/** Whether a person may take off only their own mark. */
export type IsBound = (person: string) => boolean

interface Said {
  readonly marks: LedgerEntry[]
  readonly takenOff: LedgerEntry[]
  readonly edits: LedgerEntry[]
}

/**
 * A mark stands until somebody who knew it, and may, takes it off. It also stands if the comment says something else
 * meanwhile. So of marks that did not know of one another each is taken off by itself. `mayLetGo`: whether the key of
 * an entry is good for that.
 */
export function asksForFix(
  counted: readonly LedgerEntry[],
  { known }: Pick<LedgerState, 'known'>,
  mayLetGo: (entry: LedgerEntry) => boolean,
): (comment: string, isBound: IsBound) => AsksForFix {
  const said = new Map<string, Said>()
  const of = (comment: string): Said => {
    const found = said.get(comment) ?? { marks: [], takenOff: [], edits: [] }
    said.set(comment, found)
    return found
  }
  for (const entry of counted)
    if (entry.kind === 'commentMarked') {
      if (entry.says === 'mustFix') of(entry.comment).marks.push(entry)
      else if (entry.says === 'notMustFix' && mayLetGo(entry)) of(entry.comment).takenOff.push(entry)
    } else if (entry.kind === 'commentEdited' && entry.answer === undefined) of(entry.comment).edits.push(entry)
  const knew = (later: number, earlier: number): boolean => (known ? known.knew(later, earlier) : later > earlier)
  return (comment, isBound) => {
    const { marks, takenOff, edits } = said.get(comment) ?? { marks: [], takenOff: [], edits: [] }
    const read = takenOff.filter(({ seq }) => edits.every((edit) => knew(seq, edit.seq) || knew(edit.seq, seq)))
    const open = marks.filter(
      (mark) => !read.some(({ seq, by }) => knew(seq, mark.seq) && (by === mark.by || !isBound(by))),
    )
    return { all: new Set(marks.map(({ by }) => by)), open: new Set(open.map(({ by }) => by)) }
  }
}
