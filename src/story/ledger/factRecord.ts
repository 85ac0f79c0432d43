import { sameWords } from '../copy/words/factWords'
import type { Derivation } from './facts/derivation'
import { typeTaggedAgain, type Evidence, type FactType, type SignOff } from './facts/fact'
import { refersTo } from './entryRef'
import type { LedgerEntry } from './ledgerEntry'
import type { FactEvent, ResponseSought } from './events/factEvent'
import { hashEvidence } from './hash'
import type { KnownEntries } from './order/knownEntries'
import { proposalOf, turned, type Proposal } from './writers/proposal'
import { saysTheSame, type Translation } from './facts/translation'
import { asGiven, isLookAt } from './facts/contextLook'
import { defined } from '../text/defined'

/** The ledger's record of one fact. */
export interface FactRecord {
  readonly type?: FactType
  readonly signOffs: readonly SignOff[]
  /** The last sign-off that was not withdrawn, nor cancelled by an answer. */
  readonly current?: SignOff
  /** Sign-offs that were taken back, by whom and at which entry. Absent: none was. */
  readonly withdrawals?: readonly {
    readonly by: string
    readonly entry: number
    readonly signOffs: readonly SignOff[]
  }[]
  /** Right words that somebody proposed for wrong ones. Absent: nobody did. */
  readonly proposals?: readonly Proposal[]
  /** The last query was answered. The fact is back at toCheck. */
  readonly answered: boolean
  /** The last answer to a query. */
  readonly answer?: { readonly text: string; readonly by: string; readonly at: string }
  readonly translation?: Translation
  /** Who read the translation a second time, as they noted it themselves, and the words of the copy then. */
  readonly translationRead?: { readonly by: string; readonly words: string }
  readonly derivation?: Derivation
  readonly evidence: readonly Evidence[]
  /** Who attached each piece of evidence, and who changed it, by its id. Absent: none was attached. */
  readonly broughtBy?: Readonly<Record<string, readonly string[]>>
  /** Evidence against the words that somebody took away or changed, oldest first. Absent: none was. */
  readonly takenAgainst?: readonly TakenAgainst[]
  /** Responses sought, oldest first. Absent: none. */
  readonly responses?: readonly NotedResponse[]
  /** Present while the tag is removed by a person. */
  readonly untagged?: {
    /** Number of the entry that says so. */
    readonly entry: number
    readonly reason: string
    readonly by: string
    readonly words: string
    readonly lastStatus: string
  }
  /** Who last changed the words. Several if they typed them before the tag. */
  readonly lastChangers: readonly string[]
  /** Every wording that the fact had, oldest first, with who wrote it. */
  readonly wordings: readonly Wording[]
  /** Whom the document names as writers beside those of a verdict: of its words, or around them. Absent: nobody. */
  readonly found?: readonly FoundWriters[]
  /** Who changed the context, and at which entry, as far as the ledger noted it. */
  readonly contextBy: readonly { readonly entry: number; readonly by: string }[]
  /** The words last seen in the copy. */
  readonly lastWords?: string
  /** The last recorded transition was a lapse. */
  readonly lapsed: boolean
  /** The key that signed the last lapse. Absent: it is from before keys. */
  readonly lapsedBy?: string
  /** Who tagged it. "Stet" if unknown. */
  readonly taggedBy?: string
  /** Number of the last entry with its words (tagged or reworded), and of its last entry of any kind. */
  readonly wordsEntry?: number
  readonly lastEntry?: number
  /** Number of its first entry. */
  readonly firstEntry?: number
  /** Numbers of the entries that answered a query. Signatures that these knew do not count. Absent: none. */
  readonly answers?: readonly number[]
  /** Somebody else changed its type or claim, or noted something on it. Undoing the tag does not remove it. */
  readonly dealtWith?: true
  /** What the writers of entries knew. Absent, as in the ledger of one writer: each knew all before it. */
  readonly known?: Pick<KnownEntries, 'knew'>
  /**
   * What Stet noted last on each machine of the sources of the fact, by the key that signs its notes there. Absent:
   * nothing. `differs`: they are others than those of a verdict (assessment/verdicts/sourcesElsewhere.ts).
   */
  readonly sourceNotes?: readonly SourceNote[]
  /** The record without what merges brought that somebody undid (lesser.ts). The fact is no better than by any. */
  readonly without?: readonly FactRecord[]
}

/** Whether it stays away is asked each time the story is read: assessment/verdicts/takenAgainst.ts. */
export interface TakenAgainst {
  readonly entry: number
  readonly by: string
  /** The words that the fact had then. */
  readonly words: string
  readonly evidence: Evidence
  /** Who had brought it. */
  readonly broughtBy: readonly string[]
  /** Id of the piece that came in its place. */
  readonly instead?: string
}

/** `words`: those of the allegation then. Absent: nobody noted any. */
export interface NotedResponse extends ResponseSought {
  readonly words?: string
}

/** `of`: the hash of the verdict. */
export interface FoundWriters {
  readonly of: string
  readonly words: readonly string[]
  readonly around: readonly string[]
}

interface SourceNote {
  readonly entry: number
  readonly signer: string
  readonly differs: boolean
}

/** Reasons of a lapse that lie in a source book, of which each machine has its own. */
export const SOURCE_REASONS: ReadonlySet<string> = new Set(['source', 'groundRules'])

/** Whether the writer of one entry of a fact knew another one. The order alone does not tell with several writers. */
export const knewEntry = ({ known }: Pick<FactRecord, 'known'>, later: number, earlier: number): boolean =>
  later > earlier && (known === undefined || known.knew(later, earlier))

/** Whether neither writer of two entries of a fact knew the other entry. */
export const isConcurrent = (record: Pick<FactRecord, 'known'>, a: number, b: number): boolean =>
  a !== b && !knewEntry(record, Math.max(a, b), Math.min(a, b))

/** Whom the document names as writers beside those that the entries of a verdict name. */
export const foundOf = (
  { hash }: Pick<SignOff, 'hash'>,
  { found = [] }: Pick<FactRecord, 'found'>,
  part: 'words' | 'around',
): readonly string[] => found.flatMap((one) => (one.of === hash ? one[part] : []))

/** Whether an answer took a sign-off away. */
export const isAnswered = (record: Pick<FactRecord, 'answers' | 'known'>, { entry }: SignOff): boolean =>
  record.answers?.some((answer) => knewEntry(record, answer, entry)) ?? false

export const EMPTY_RECORD: FactRecord = {
  signOffs: [],
  answered: false,
  evidence: [],
  lastChangers: [],
  wordings: [],
  contextBy: [],
  lapsed: false,
}

/** Words of a fact as they came into the copy, and who wrote them or took words away. */
export interface Wording {
  readonly entry: number
  readonly words: string
  /** Who made the change. */
  readonly by: string
  readonly writers: readonly string[]
  /** Proposers whose words another person accepted. They are no writers of them any more. */
  readonly adopted?: readonly string[]
}

export type FactEntry = Extract<LedgerEntry, { kind: FactEvent['kind'] }>

/** Entries that count as dealing with a fact, beside signatures and evidence. */
const DEALS: ReadonlySet<FactEntry['kind']> = new Set<FactEntry['kind']>([
  'retyped',
  'described',
  'translated',
  'derived',
  'responseSought',
])

/**
 * `known`: what the writers of a ledger knew. Absent: one writer. `latest`: the latest time among the entries that this
 * one follows.
 */
export function applyToFact(before: FactRecord, entry: FactEntry, known?: KnownEntries, latest = ''): FactRecord {
  const record: FactRecord = {
    ...before,
    ...defined({ known }),
    lastEntry: entry.seq,
    firstEntry: before.firstEntry ?? entry.seq,
    ...(DEALS.has(entry.kind) && entry.by !== before.taggedBy ? { dealtWith: true } : {}),
  }
  switch (entry.kind) {
    case 'tagged':
      return {
        ...record,
        type: typeTaggedAgain(record.type, entry.type),
        lastWords: entry.words,
        lastChangers: entry.writers,
        wordings: [...record.wordings, { entry: entry.seq, words: entry.words, by: entry.by, writers: entry.writers }],
        taggedBy: record.taggedBy ?? entry.by,
        wordsEntry: entry.seq,
      }
    case 'retyped':
      return { ...record, type: entry.to }
    case 'described':
      return record
    case 'reworded': {
      const { of, words, by, adopted, around = [] } = entry
      if (of !== undefined)
        return { ...record, found: [...(record.found ?? []), { of, words: entry.writers ?? [], around }] }
      const writers = writersOfRewording(record, entry)
      return {
        ...record,
        lastWords: words,
        lastChangers: writers,
        wordings: [...record.wordings, { entry: entry.seq, words, by, writers, ...defined({ adopted }) }],
        wordsEntry: entry.seq,
      }
    }
    case 'signed': {
      const {
        status,
        words,
        sentence,
        preceding,
        sentenceRule,
        evidence,
        groundRules,
        reason,
        addressee,
        due,
        translation,
        derived,
        selfChecked,
        contextWriters,
        role,
        carries,
        view,
        parts,
        accepts,
        seq,
        hash,
        signer,
        by,
        at,
      } = entry
      const carried =
        carries === undefined
          ? undefined
          : record.signOffs.find((one) => refersTo(carries, { seq: one.entry, hash: one.hash ?? '' }))
      const verdict = carried && isLookAt(carried, entry) ? carried : undefined
      const isOwn = carried !== undefined && verdict === undefined
      const signOff: SignOff = {
        entry: seq,
        hash,
        status,
        by: verdict?.by ?? by,
        at,
        words,
        sentence,
        preceding,
        sentenceRule,
        evidence,
        groundRules,
        ...defined({ reason, addressee, due, contextWriters, role, accepts, signer, view }),
        ...(isOwn ? {} : defined({ carries })),
        ...(verdict
          ? { acceptedBy: by, given: verdict.entry, ...asGiven(verdict, parts) }
          : defined({ translation, derived, parts })),
        ...(selfChecked ? { selfChecked, ...(at < latest ? { backDated: true } : {}) } : {}),
      }
      return {
        ...record,
        signOffs: [...record.signOffs, signOff],
        current: signOff,
        answered: false,
        lapsed: false,
        lastWords: words,
      }
    }
    case 'withdrawn': {
      const signOffs = record.signOffs.filter(
        (signOff) =>
          !refersTo(entry.signOff, { seq: signOff.entry, hash: signOff.hash ?? '' }) &&
          !(signOff.carries !== undefined && signOff.carries === entry.signOff),
      )
      const taken = record.signOffs.filter((signOff) => !signOffs.includes(signOff))
      return {
        ...omitCurrent(record),
        signOffs,
        ...(taken.length
          ? { withdrawals: [...(record.withdrawals ?? []), { by: entry.by, entry: entry.seq, signOffs: taken }] }
          : {}),
        ...(signOffs.length ? { current: signOffs[signOffs.length - 1] } : {}),
        lapsed: false,
      }
    }
    case 'answered': {
      // Only a query is answered. Another verdict is taken back by who may.
      const knew = (one: SignOff): boolean => knewEntry(record, entry.seq, one.entry)
      const asked =
        record.current && knew(record.current)
          ? record.current
          : record.signOffs.findLast((one) => !isAnswered(record, one) && knew(one))
      if (asked?.status !== 'queried') return record
      const answered = { ...record, answers: [...(record.answers ?? []), entry.seq] }
      const current = record.signOffs.findLast((one) => !isAnswered(answered, one))
      return {
        ...omitCurrent(answered),
        ...defined({ current }),
        answered: current === undefined,
        answer: { text: entry.text, by: entry.by, at: entry.at },
        lapsed: false,
      }
    }
    case 'translated': {
      const { translation: before, translationRead: read, ...rest } = record
      const { translation: now } = entry
      if (!now) return rest
      const reader = now.secondReader?.trim()
      // Nobody reads in another's name. Who says the same again leaves the reading as it was.
      const translationRead =
        reader === entry.by
          ? { by: entry.by, words: record.lastWords ?? '' }
          : read && before && read.by === reader && saysTheSame(before, now)
            ? read
            : undefined
      return { ...rest, translation: now, ...defined({ translationRead }) }
    }
    case 'derived': {
      const { derivation: _before, ...rest } = record
      return entry.derivation ? { ...rest, derivation: entry.derivation } : rest
    }
    case 'evidenceAdded':
      return entry.accepts === undefined ? withEvidence(record, entry) : withTurned(record, entry)
    case 'responseSought':
      return {
        ...record,
        responses: [...(record.responses ?? []), { ...entry.response, ...defined({ words: record.lastWords }) }],
      }
    case 'evidenceRemoved':
      if (entry.accepts !== undefined && proposalOf(record, entry)?.corrects.evidence !== entry.evidence) return record
      return {
        ...record,
        evidence: record.evidence.filter((item) => item.id !== entry.evidence),
        ...(entry.accepts === undefined ? withTaken(record, entry, entry.evidence) : {}),
      }
    case 'lapsed':
      return {
        ...record,
        lapsed: true,
        ...defined({ lapsedBy: entry.signer }),
        lastWords: entry.words,
        contextBy: [...record.contextBy, { entry: entry.seq, by: entry.by }],
        ...withSourceNote(
          record,
          entry,
          entry.reasons.some((reason) => SOURCE_REASONS.has(reason)),
        ),
      }
    case 'restored':
      return { ...record, lapsed: false, lastWords: entry.words, ...withSourceNote(record, entry, false) }
    case 'untagged':
      return {
        ...record,
        untagged: {
          entry: entry.seq,
          reason: entry.reason,
          by: entry.by,
          words: entry.words,
          lastStatus: entry.lastStatus,
        },
      }
    case 'retagged': {
      const { untagged: _gone, ...rest } = record
      return rest
    }
  }
}

/** Whoever changes words is one of their writers, unless the same person only takes a change back. */
function writersOfRewording(
  { wordings }: FactRecord,
  { by, words, writers = [by] }: Extract<LedgerEntry, { kind: 'reworded' }>,
): readonly string[] {
  if (by === 'Stet' || writers.includes(by)) return writers
  const last = wordings.findLastIndex((wording) => sameWords(wording.words, words))
  const isBack = last >= 0 && wordings.slice(last + 1).every((wording) => wording.by === by)
  return isBack ? writers : [...writers, by]
}

/** Each machine takes back only what it noted itself: Stet notes it, and its key is that of the machine. */
function withSourceNote(
  { sourceNotes = [] }: FactRecord,
  { by, seq, signer }: FactEntry,
  differs: boolean,
): Pick<FactRecord, 'sourceNotes'> {
  if (by !== 'Stet' || signer === undefined) return {}
  const others = sourceNotes.filter((note) => note.signer !== signer)
  return differs || others.length < sourceNotes.length
    ? { sourceNotes: [...others, { entry: seq, signer, differs }] }
    : {}
}

function omitCurrent(record: FactRecord): FactRecord {
  const { current: _gone, ...rest } = record
  return rest
}

/**
 * Who changed the context since the current sign-off. One that stands again, because a later one was taken back, has
 * all changes since then.
 */
export const contextChangers = ({
  contextBy,
  current,
  known,
}: Pick<FactRecord, 'contextBy' | 'current' | 'known'>): readonly string[] => [
  ...new Set(
    contextBy.filter(({ entry }) => !current || !knewEntry({ known }, current.entry, entry)).map(({ by }) => by),
  ),
]

/**
 * A changed piece of evidence keeps its place, and those who brought it: a change makes nobody's evidence another's.
 */
function withEvidence(record: FactRecord, entry: Extract<LedgerEntry, { kind: 'evidenceAdded' }>): FactRecord {
  const { evidence, replaces, by, broughtBy = [] } = entry
  const isThere = record.evidence.some(({ id }) => id === replaces)
  // Who gives a new piece the id of another one does not make that one their own.
  const ids = [...(replaces === undefined ? [] : [replaces]), evidence.id]
  const before = ids.flatMap((id) => record.broughtBy?.[id] ?? [])
  return {
    ...record,
    ...(replaces === undefined ? {} : withTaken(record, entry, replaces, evidence.id)),
    evidence: isThere
      ? record.evidence.map((item) => (item.id === replaces ? evidence : item))
      : [...record.evidence, evidence],
    broughtBy: { ...record.broughtBy, [evidence.id]: [...new Set([...before, ...broughtBy, by])] },
  }
}

/** Notes that somebody took evidence against the words away, also if somebody else had done so before. */
function withTaken(
  { evidence, takenAgainst = [], broughtBy = {}, lastWords = '' }: FactRecord,
  { seq, by }: Pick<LedgerEntry, 'seq' | 'by'>,
  id: string,
  instead?: string,
): Pick<FactRecord, 'takenAgainst'> {
  const known = [...evidence, ...takenAgainst.map((one) => one.evidence)]
  const against = known.filter(
    (item, at) => item.id === id && item.stance === 'contradicts' && known.indexOf(item) === at,
  )
  if (against.length === 0) return {}
  const taken = against.map((item) => ({
    ...{ entry: seq, by, words: lastWords, evidence: item, broughtBy: broughtBy[id] ?? [] },
    ...defined({ instead }),
  }))
  return { takenAgainst: [...takenAgainst, ...taken] }
}

/**
 * The acceptor writes in the name of the proposer, and only this: the evidence of the proposal, which contradicted the
 * wrong words, supports the right ones. It stays with those who brought it.
 */
function withTurned(record: FactRecord, entry: Extract<LedgerEntry, { kind: 'evidenceAdded' }>): FactRecord {
  const backing = proposalOf(record, entry)?.backing
  if (!backing || entry.replaces !== undefined || hashEvidence(entry.evidence) !== hashEvidence(turned(backing)))
    return record
  return withEvidence(record, {
    ...entry,
    broughtBy: [...(record.broughtBy?.[backing.id] ?? []), ...(entry.broughtBy ?? [])],
  })
}
