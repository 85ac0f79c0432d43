/** Describes ledger entries in the lines of the history. */
import { aboutWords } from './storedText'
import { ledgerText } from '../../catalogue/story/ledger'
import { entriesText } from '../../catalogue/story/entries'
import { fieldWords, partWords } from '../ledger/leaving/leaving'
import { shownPseudonym } from '../desk/source'
import { STATUS_WORDS } from '../ledger/facts/fact'
import { placesOf, type EntryRef } from '../ledger/entryRef'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import type { TrustLoss } from '../ledger/loss'
import { STAGE_WORDS, VERSION_KIND_WORDS } from '../ledger/stages'
import { reasonNote, type EntryWords } from './entryLine'
import { factEntryWords } from './factEntryWords'
import { fieldValueWords } from './fieldValueWords'
import { libraryEntryWords } from './libraryEntryWords'
import { utcMinute } from '../text/format/instant'

/**
 * `lastWords`: the words of each fact after the entries before. `sourceName`: the name to show for a source. `giver`:
 * whose verdict the entry only looked at.
 */
export function entryWords(
  entry: LedgerEntry,
  lastWords: ReadonlyMap<string, string>,
  sourceName: (id: string) => string,
  placeOf: (ref: EntryRef) => number | undefined = placesOf([]),
  giver?: string,
): EntryWords {
  if ('fact' in entry) return factEntryWords(entry, lastWords.get(entry.fact), sourceName, giver)
  switch (entry.kind) {
    case 'created':
      return { did: entriesText(`created.${entry.origin}`), notes: againstNotes(entry) }
    case 'bylineStruck':
      return { did: entriesText('entry.bylineStruck', { name: entry.name }), notes: [entry.reason] }
    case 'pen':
      return { did: penWords(entry), notes: reasonNote(entry.reason) }
    case 'lossFound':
      return { did: entriesText('entry.lossFound', { count: entry.losses.length }), notes: lossNotes(entry.losses) }
    case 'lossAccepted':
      return {
        did: entriesText('entry.lossAccepted', { count: entry.losses.length }),
        notes: [...lossNotes(entry.losses), ...reasonNote(entry.reason)],
      }
    case 'filesElsewhere':
      return { did: entriesText('entry.filesElsewhere', { count: entry.files.length }), notes: [] }
    case 'suggested':
      return {
        did: suggestedWords(entry),
        notes: [aboutWords(entry)],
      }
    case 'suggestionDecided':
      return {
        did:
          entry.proposer === entry.by
            ? entriesText(`entry.own.${entry.verdict}`)
            : entriesText(`entry.suggestion.${entry.verdict}`, { proposer: entry.proposer }),
        notes: [aboutWords(entry)],
      }
    case 'suggestionDropped':
      return {
        did:
          entry.proposer === entry.by
            ? entriesText('entry.own.dropped')
            : entriesText('entry.suggestion.dropped', { proposer: entry.proposer }),
        notes: [aboutWords(entry)],
      }
    case 'suggestionReopened':
      return { did: entriesText('entry.suggestionReopened'), notes: [] }
    case 'fieldSet':
      return {
        did: entriesText('entry.fieldSet', { field: fieldWords(entry.field) }),
        change: { old: fieldValueWords(entry.from), now: fieldValueWords(entry.to) },
        notes: [],
      }
    case 'moved':
      return {
        did: entry.versionKind
          ? entriesText('entry.movedAs', {
              from: STAGE_WORDS[entry.from],
              to: STAGE_WORDS[entry.to],
              kind: VERSION_KIND_WORDS[entry.versionKind],
            })
          : entriesText('entry.moved', { from: STAGE_WORDS[entry.from], to: STAGE_WORDS[entry.to] }),
        notes: [
          ...(asksForIssues(entry) ? [entriesText('entry.gate', { blocks: entry.blocks, warns: entry.warns })] : []),
          ...(entry.overrides.length ? [entriesText('entry.overridden', { count: entry.overrides.length })] : []),
          ...(entry.deskWords
            ? [entriesText('entry.deskWords', { count: entry.deskWords.count, hash: entry.deskWords.hash.slice(0, 8) })]
            : []),
          ...(entry.lost
            ? [entriesText('entry.lostThen', { count: entry.lost.length }), ...lossNotes(entry.lost)]
            : []),
          ...(entry.automatic ? [entriesText('entry.automatic')] : []),
          ...(entry.automatic && entry.changed
            ? [`“${ledgerText('stored.copyChanged', { parts: partWords(entry.changed) })}”`]
            : reasonNote(entry.reason)),
        ],
      }
    case 'overridden':
      return { did: entriesText('entry.blockOverridden'), notes: reasonNote(entry.reason) }
    case 'dismissed':
      return { did: entriesText('entry.dismissed'), notes: reasonNote(entry.reason) }
    case 'undismissed':
      return { did: entriesText('entry.undismissed', { count: entry.findings.length }), notes: [] }
    case 'rescued':
      return {
        did: entry.outcome === 'putBack' ? entriesText('entry.putBack') : entriesText('entry.letGo'),
        words: entry.text,
        notes: [],
      }
    case 'commentEdited':
      return {
        did: entriesText(entry.answer === undefined ? 'entry.commentEdited' : 'entry.answerEdited'),
        change: { old: entry.was, now: entry.text },
        notes: [],
      }
    case 'commentMarked':
      return { did: entriesText(`entry.commentMarked.${entry.says}`), words: entry.text, notes: [] }
    case 'commentDeleted':
    case 'commentRestored':
      return {
        did: entriesText(`entry.${entry.kind}${entry.answer === undefined ? '' : '.answer'}`),
        words: entry.text,
        notes: [],
      }
    case 'correctionNoted':
      return {
        did: entriesText(correctionDone(entry), { version: entry.version }),
        change: { old: entry.was, now: entry.is },
        notes: [
          entriesText('entry.since', { version: entry.since.version }),
          entriesText('entry.cause', { cause: entry.cause }),
          entriesText('entry.publicText', { publicText: entry.publicText }),
          ...(entry.selfApproved
            ? [entriesText('entry.selfApproved')]
            : entry.approver === undefined
              ? [entriesText('entry.notApproved')]
              : []),
        ],
      }
    case 'correctionTold':
      return {
        did: entriesText(toldKey(entry), {
          destination: entry.destination,
          version: entry.version,
        }),
        notes: entry.how ? [entry.how] : [],
      }
    case 'versionRestored':
      return {
        did: entry.name
          ? entriesText('entry.namedVersionRestored', { version: entry.version, name: entry.name })
          : entriesText('entry.versionRestored', { version: entry.version }),
        notes: [entriesText('entry.versionKept', { kept: utcMinute(entry.versionAt) })],
      }
    case 'merged':
      return {
        did: entriesText(entry.again ? 'entry.mergedAgain' : 'entry.merged', {
          from: entry.from,
          count: entry.entries,
        }),
        notes: [],
      }
    case 'mergeUndone':
      return { did: entriesText('entry.mergeUndone', { merge: placeOf(entry.merge) ?? '?' }), notes: [] }
    case 'apartDecided':
      return {
        did: entriesText(`entry.apart.${entry.verdict === 'taken' ? 'taken' : 'dropped'}`, {
          count: entry.entries.length,
          of: entry.of.join(', '),
        }),
        notes: reasonNote(entry.reason),
      }
    case 'exportFailed':
      return { did: entriesText('entry.exportFailed', { export: placeOf(entry.export) ?? '?' }), notes: [entry.reason] }
    case 'exported':
      return {
        did: entriesText(exportedKey(entry), {
          again: entry.again === undefined ? '' : (placeOf(entry.again) ?? '?'),
          people: (entry.to ?? []).join(', '),
          format: entry.edition ? `${entry.format} (${entry.edition})` : entry.format,
        }),
        notes: [
          entry.destination ?? entry.fileName,
          ...(entry.shared?.length
            ? [entriesText('entry.handedOverShared', { sources: entry.shared.map(sharedName(sourceName)).join(', ') })]
            : []),
          ...(entry.version === undefined ? [] : [entriesText('entry.state', { version: entry.version })]),
          ...(entry.formatVersion === undefined ? [] : [`${entry.format} ${entry.formatVersion}`]),
          entriesText('entry.sha256', { start: entry.sha256.slice(0, 12) }),
          ...(entry.blocks ? [entriesText('entry.blocked', { blocks: entry.blocks })] : []),
          ...(entry.overrides.length ? [entriesText('entry.overridden', { count: entry.overrides.length })] : []),
        ],
      }
    default:
      return libraryEntryWords(entry, sourceName)
  }
}

/** Clearing and publishing ask for issues. A spiked story comes back to its stage without being asked. */
const asksForIssues = ({ from, to }: Extract<LedgerEntry, { kind: 'moved' }>): boolean =>
  from !== 'spiked' && (to === 'cleared' || to === 'published')

/** What came along into a duplicate. */
const againstNotes = ({ against = {} }: Extract<LedgerEntry, { kind: 'created' }>): readonly string[] =>
  Object.values(against).map(({ words, status, by }) =>
    entriesText('created.against', { words, status: STATUS_WORDS[status], by }),
  )

const lossNotes = (losses: readonly TrustLoss[]): readonly string[] => losses.map(({ detail }) => detail)

/** Older entries have the pseudonym itself, which is in English in every language. */
const sharedName =
  (sourceName: (id: string) => string) =>
  (source: string): string =>
    /^Source [A-Z]+$/.test(source) ? shownPseudonym(source) : sourceName(source)

/** A note is approved as somebody else saved it, except by the one person of a desk. */
const correctionDone = ({ approver, selfApproved }: Extract<LedgerEntry, { kind: 'correctionNoted' }>) =>
  approver === undefined
    ? 'entry.correctionNoted'
    : selfApproved
      ? 'entry.correctionSelfApproved'
      : 'entry.correctionApproved'

const exportedKey = ({ again, draft, format, to = [] }: Extract<LedgerEntry, { kind: 'exported' }>) =>
  format === 'bundle'
    ? to.length > 0
      ? 'entry.handedOverTo'
      : 'entry.handedOver'
    : again === undefined
      ? draft
        ? 'entry.exportedDraft'
        : 'entry.exported'
      : draft
        ? 'entry.exportedDraftAgain'
        : 'entry.exportedAgain'

/** Of a kill there is one notice for all versions. */
const toldKey = ({ kill, withdrawn }: Extract<LedgerEntry, { kind: 'correctionTold' }>) =>
  kill
    ? withdrawn
      ? ('entry.killUntold' as const)
      : ('entry.killTold' as const)
    : withdrawn
      ? ('entry.untold' as const)
      : ('entry.told' as const)

function penWords({ by, to, taken }: Extract<LedgerEntry, { kind: 'pen' }>): string {
  if (to === '') return entriesText(taken ? 'entry.pen.takenAway' : 'entry.pen.laidDown')
  if (!taken) return entriesText('entry.pen.given', { to })
  return to === by ? entriesText('entry.pen.taken') : entriesText('entry.pen.takenFor', { to })
}

function suggestedWords({ corrects, typedBy }: Extract<LedgerEntry, { kind: 'suggested' }>): string {
  if (typedBy !== undefined) return entriesText('entry.pen.suggested', { typedBy })
  return corrects ? entriesText('entry.correctionSuggested') : entriesText('entry.suggested')
}
