/** How the entries of a ledger make the record of a fact. */
import { sameWords } from '../../copy/words/factWords'
import { defined } from '../../text/defined'
import { refersTo } from '../entryRef'
import type { FactEvent } from '../events/factEvent'
import { asGiven, isLookAt } from '../facts/contextLook'
import { typeTaggedAgain, type SignOff } from '../facts/fact'
import { saysTheSame } from '../facts/translation'
import type { LedgerEntry } from '../ledgerEntry'
import type { KnownEntries } from '../order/knownEntries'
import { withEvidence, withoutEvidence, withTurned } from './evidenceOfFact'
import { isAnswered, knewEntry, SOURCE_REASONS, wordsKnownTo, type FactRecord } from './factRecord'
import { STET } from '../../text/stet'

/** Entries about one fact. */
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
 * The record after one more entry. `known`: what the writers of a ledger knew. Absent: one writer. `latest`: the latest
 * time among the entries that this one follows.
 */
export function applyToFact(before: FactRecord, entry: FactEntry, known?: KnownEntries, latest = ''): FactRecord {
  const { seq } = entry
  const record: FactRecord = {
    ...before,
    ...defined({ known }),
    lastEntry: seq,
    firstEntry: before.firstEntry ?? seq,
    ...(DEALS.has(entry.kind) && entry.by !== before.taggedBy ? { dealtWith: true } : {}),
  }
  switch (entry.kind) {
    case 'tagged':
      return {
        ...record,
        type: typeTaggedAgain(record.type, entry.type),
        lastWords: entry.words,
        lastWordsEntry: seq,
        lastChangers: entry.writers,
        wordings: [...record.wordings, { entry: seq, words: entry.words, by: entry.by, writers: entry.writers }],
        taggedBy: record.taggedBy ?? entry.by,
        wordsEntry: seq,
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
        lastWordsEntry: seq,
        lastChangers: writers,
        wordings: [...record.wordings, { entry: seq, words, by, writers, ...defined({ adopted }) }],
        wordsEntry: seq,
      }
    }
    case 'signed':
      return withSignOff(record, entry, latest)
    case 'withdrawn':
      return withoutSignOff(record, entry)
    case 'answered': {
      // Only a query is answered. Another verdict is taken back by who may.
      const knew = (one: SignOff): boolean => knewEntry(record, seq, one.entry)
      const asked =
        record.current && knew(record.current)
          ? record.current
          : record.signOffs.findLast((one) => !isAnswered(record, one) && knew(one))
      if (asked?.status !== 'queried') return record
      const answered = { ...record, answers: [...(record.answers ?? []), seq] }
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
      // Only the second readers themselves note their reading. The same translation entered again keeps it.
      const translationRead =
        reader === entry.by
          ? { by: entry.by, words: wordsKnownTo(record, seq) ?? '' }
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
        responses: [
          ...(record.responses ?? []),
          { ...entry.response, ...defined({ words: wordsKnownTo(record, seq) }) },
        ],
      }
    case 'evidenceRemoved':
      return withoutEvidence(record, entry)
    case 'lapsed':
      return {
        ...record,
        lapsed: true,
        ...defined({ lapsedBy: entry.signer }),
        lastWords: entry.words,
        lastWordsEntry: seq,
        contextBy: [...record.contextBy, { entry: seq, by: entry.by }],
        ...withSourceNote(
          record,
          entry,
          entry.reasons.some((reason) => SOURCE_REASONS.has(reason)),
        ),
      }
    case 'restored':
      return {
        ...record,
        lapsed: false,
        lastWords: entry.words,
        lastWordsEntry: seq,
        ...withSourceNote(record, entry, false),
      }
    case 'untagged':
      return {
        ...record,
        untagged: {
          entry: seq,
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

/** An entry of one kind. */
type Of<K extends FactEvent['kind']> = Extract<LedgerEntry, { kind: K }>

/** Who changes words is one of their writers, unless the same person only takes a change back. */
function writersOfRewording(
  { wordings }: FactRecord,
  { by, words, writers = [by] }: Of<'reworded'>,
): readonly string[] {
  if (by === STET || writers.includes(by)) return writers
  const last = wordings.findLastIndex((wording) => sameWords(wording.words, words))
  const isBack = last >= 0 && wordings.slice(last + 1).every((wording) => wording.by === by)
  return isBack ? writers : [...writers, by]
}

/** Adds a verdict. One that only accepts a changed context repeats the earlier verdict, in the name of its giver. */
function withSignOff(record: FactRecord, entry: Of<'signed'>, latest: string): FactRecord {
  const { carries, parts, by, at, words } = entry
  const carried =
    carries !== undefined && record.signOffs.find((one) => refersTo(carries, { seq: one.entry, hash: one.hash ?? '' }))
  const verdict = carried && isLookAt(carried, entry) ? carried : undefined
  const isOwn = carried && !verdict
  const { reason, addressee, due, contextWriters, role, accepts, signer, view, translation, derived } = entry
  const signOff: SignOff = {
    entry: entry.seq,
    hash: entry.hash,
    status: entry.status,
    by: verdict?.by ?? by,
    at,
    words,
    sentence: entry.sentence,
    preceding: entry.preceding,
    sentenceRule: entry.sentenceRule,
    evidence: entry.evidence,
    groundRules: entry.groundRules,
    ...defined({ reason, addressee, due, contextWriters, role, accepts, signer, view }),
    ...(isOwn ? {} : defined({ carries })),
    ...(verdict
      ? { acceptedBy: by, given: verdict.entry, ...asGiven(verdict, parts) }
      : defined({ translation, derived, parts })),
    ...(entry.selfChecked ? { selfChecked: entry.selfChecked, ...(at < latest ? { backDated: true } : {}) } : {}),
  }
  return {
    ...record,
    signOffs: [...record.signOffs, signOff],
    current: signOff,
    answered: false,
    lapsed: false,
    lastWords: words,
    lastWordsEntry: entry.seq,
  }
}

/** A verdict taken back, with the looks that carried it over. The one before stands again. */
function withoutSignOff(record: FactRecord, entry: Of<'withdrawn'>): FactRecord {
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
    ...defined({ current: signOffs.at(-1) }),
    lapsed: false,
  }
}

/** Each machine takes back only what it noted itself: Stet notes it, and its key is that of the machine. */
function withSourceNote(
  { sourceNotes = [] }: FactRecord,
  { by, seq, signer }: FactEntry,
  differs: boolean,
): Pick<FactRecord, 'sourceNotes'> {
  if (by !== STET || signer === undefined) return {}
  const others = sourceNotes.filter((note) => note.signer !== signer)
  return differs || others.length < sourceNotes.length
    ? { sourceNotes: [...others, { entry: seq, signer, differs }] }
    : {}
}

function omitCurrent(record: FactRecord): FactRecord {
  const { current: _gone, ...rest } = record
  return rest
}
