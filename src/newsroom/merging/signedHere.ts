/** What the signed entries of a merged ledger say of the parts of the document that nobody signs. */
import type { IsSigned, CommentMarks } from '../../document/merge/saidElsewhere'
import { isAuthorEver } from '../../story/assessment/people/authors'
import type { FactTag } from '../../story/ledger/facts/fact'
import type { Fields } from '../../story/ledger/fields'
import type { LedgerState } from '../../story/ledger/ledger'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { asksForFix } from '../../story/merge/asksForFix'
import { hasFirstPin, type KeyHistory } from '../../story/trust/keys/knownKeys'

/** Asks the entries that come along and count what people did with their own comments. */
export function signedIn(counted: readonly LedgerEntry[], come: ReadonlySet<string>): IsSigned {
  const acts = counted.filter(({ hash }) => come.has(hash))
  return ({ comment, by, answer, text, isDeleted }) => {
    const own = acts.flatMap((entry) =>
      (entry.kind === 'commentEdited' || entry.kind === 'commentDeleted' || entry.kind === 'commentRestored') &&
      entry.comment === comment &&
      entry.by === by &&
      entry.answer === answer
        ? [entry]
        : [],
    )
    const last = own.findLast(({ kind }) => kind !== 'commentEdited')
    const says = own.findLast(({ kind }) => kind === 'commentEdited')
    // What is deleted or restored names its words, too.
    return own.length > 0 && (last?.kind === 'commentDeleted') === isDeleted && (says?.text ?? last?.text) === text
  }
}

/** Who marked comments in the entries that come along. */
export function signedMarks(
  ledger: LedgerState,
  counted: readonly LedgerEntry[],
  come: ReadonlySet<string>,
  history: KeyHistory,
): (fields: Fields) => CommentMarks {
  const marked = counted.filter((entry) => entry.kind === 'commentMarked' && come.has(entry.hash))
  const { known } = ledger
  // Comment → the number of the last entry that lets go of it, and of the last one that changes what it says.
  const [letGo, edited] = [new Map<string, number>(), new Map<string, number>()]
  for (const entry of counted)
    if (entry.kind === 'commentMarked' && (entry.says === 'resolved' || entry.says === 'notMustFix'))
      letGo.set(entry.comment, entry.seq)
    else if (entry.kind === 'commentEdited' && entry.answer === undefined) edited.set(entry.comment, entry.seq)
  const wasLetGoAsItReads = (comment: string): boolean => {
    const [gone, said] = [letGo.get(comment), edited.get(comment)]
    return gone === undefined || said === undefined || !known || known.knew(gone, said) || known.knew(said, gone)
  }
  const asks = asksForFix(counted, ledger, (entry) => !lacksPin(entry))
  const asksAsHere = asksForFix(counted, ledger, (entry) => !lacksPin(entry) && !come.has(entry.hash))
  return (fields) => ({
    wasLetGoAsItReads,
    asks,
    wasAllTakenOff: (comment) => asksAsHere(comment, () => false).open.size === 0,
    isAuthor: (person) => isAuthorEver({ fields, ledger }, person),
    signedBy: (comment, mark, withPin = false) =>
      marked.flatMap((entry) =>
        entry.kind === 'commentMarked' &&
        entry.comment === comment &&
        entry.says === mark &&
        !(withPin && lacksPin(entry))
          ? [entry.by]
          : [],
      ),
  })

  function lacksPin({ signer = '' }: LedgerEntry): boolean {
    const key = history.keys.get(signer)
    return key?.elsewhere === true && key.grade !== 'pin' && hasFirstPin(history)
  }
}

/**
 * The tag of a fact as the ledger tells it. Its type is what the ledger says. A claim, and who said it, change only as
 * somebody noted, in what came along or last. Who tagged it, and when, never changes.
 */
export function signedTags(
  { facts }: LedgerState,
  counted: readonly LedgerEntry[],
  come: ReadonlySet<string>,
): (was: FactTag | undefined, is: FactTag) => FactTag {
  const said = new Map<string, Set<string>>()
  const last = new Map<string, string>()
  for (const entry of counted)
    if (entry.kind === 'described')
      for (const part of CLAIM) {
        const text = entry[part]
        if (text === undefined) continue
        const name = `${part} ${entry.fact}`
        last.set(name, text)
        if (come.has(entry.hash)) said.set(name, (said.get(name) ?? new Set()).add(text))
      }
  return (was, is) => {
    const right = { ...is, ...(was ? { by: was.by, at: was.at } : {}), type: typeOf(was, is) }
    for (const part of CLAIM) {
      const name = `${part} ${is.id}`
      const now = is[part] ?? ''
      if (now === (was?.[part] ?? '') || now === last.get(name) || said.get(name)?.has(now) === true) continue
      const text = was ? was[part] : (last.get(name) ?? is[part])
      delete right[part]
      if (text !== undefined) right[part] = text
    }
    return right
  }

  function typeOf(was: FactTag | undefined, is: FactTag): FactTag['type'] {
    return was?.type === is.type ? is.type : (facts.get(is.id)?.type ?? (was ?? is).type)
  }
}

const CLAIM = ['statement', 'attributedTo'] as const
