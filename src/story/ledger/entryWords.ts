/** Describes ledger entries in the lines of the history. */
import { ledgerText } from '../../catalogue/rooms/ledger'
import { wordsFor } from '../../catalogue/rooms/wordsFor'
import { STATUS_WORDS, TYPE_WORDS, typeWithArticle, type FactStatus } from './fact'
import { fieldWords } from './leaving'
import { placesOf, type EntryRef, type LedgerEntry } from './ledgerEntry'
import type { TrustLoss } from './loss'
import { STAGE_WORDS } from './stages'
import { WORD_LIST_WORDS } from '../desk/deskWords'
import { defined } from '../text/defined'

export interface EntryWords {
  /** What the person did: "signed Verified", "moved Draft → Filed". Follows the name. */
  readonly did: string
  /** The words concerned, if any. */
  readonly words?: string
  /** Words before and after, for changes of words or of a field. */
  readonly change?: { readonly old: string; readonly now: string }
  /** Reason, source, verdict and the like, each a short line. */
  readonly notes: readonly string[]
}

/** Reasons that older entries name and this list lacks are shown as they are stored. */
const LAPSE_WORDS: Readonly<Partial<Record<string, string>>> = wordsFor(
  [
    'words',
    'hole',
    'twoPlaces',
    'context',
    'evidence',
    'groundRules',
    'translation',
    'inputs',
    'claim',
    'headers',
    'belongsTo',
    'picture',
    'dateline',
    'source',
    'loss',
    'notEntitled',
    'ownContext',
  ] as const,
  (reason) => ledgerText(`lapse.${reason}`),
)

export const lapseWords = (reasons: readonly string[]): string =>
  reasons.map((reason) => LAPSE_WORDS[reason] ?? reason).join(', ')

const lossNotes = (losses: readonly TrustLoss[]): readonly string[] => losses.map(({ detail }) => detail)

const reasonNote = (reason: string | undefined): readonly string[] => (reason ? [`“${reason}”`] : [])

/** `lastWords`: the words of each fact after the entries before. `sourceName`: the name to show for a source. */
export function entryWords(
  entry: LedgerEntry,
  lastWords: ReadonlyMap<string, string>,
  sourceName: (id: string) => string,
  placeOf: (ref: EntryRef) => number | undefined = placesOf([]),
): EntryWords {
  const about = 'fact' in entry ? lastWords.get(entry.fact) : undefined
  const withWords = about === undefined ? {} : { words: about }
  switch (entry.kind) {
    case 'created':
      return { did: ledgerText(`created.${entry.origin}`), notes: [] }
    case 'tagged':
      return {
        did: ledgerText('entry.tagged', { type: typeWithArticle(entry.type) }),
        words: entry.words,
        notes: [],
      }
    case 'retyped':
      return {
        did: ledgerText('entry.retyped', {
          from: TYPE_WORDS[entry.from].toLowerCase(),
          to: TYPE_WORDS[entry.to].toLowerCase(),
        }),
        ...withWords,
        notes: reasonNote(entry.reason),
      }
    case 'described':
      return {
        did: ledgerText('entry.described'),
        ...withWords,
        notes: [
          ...(entry.statement ? [ledgerText('entry.statement', { statement: entry.statement })] : []),
          ...(entry.attributedTo ? [ledgerText('entry.attributed', { attributedTo: entry.attributedTo })] : []),
        ],
      }
    case 'reworded':
      return { did: ledgerText('entry.reworded'), change: { old: about ?? '', now: entry.words }, notes: [] }
    case 'signed':
      return {
        did: ledgerText(entry.contextAccepted ? 'entry.signedContext' : 'entry.signed', {
          status: STATUS_WORDS[entry.status],
        }),
        words: entry.words,
        notes: [
          ...(entry.selfChecked ? [ledgerText('entry.selfChecked')] : []),
          ...reasonNote(entry.reason),
          ...(entry.addressee ? [ledgerText('entry.to', { addressee: entry.addressee })] : []),
          ...(entry.due ? [ledgerText('entry.until', { due: entry.due })] : []),
        ],
      }
    case 'withdrawn':
      return { did: ledgerText('entry.withdrawn'), ...withWords, notes: entry.reason ? [entry.reason] : [] }
    case 'answered':
      return { did: ledgerText('entry.answered'), ...withWords, notes: [`“${entry.text}”`] }
    case 'translated':
      return entry.translation
        ? {
            did: ledgerText('entry.translated'),
            ...withWords,
            notes: [
              `“${entry.translation.original}”`,
              ledgerText('entry.translator', { translator: entry.translation.translator }),
              ...(entry.translation.officialInterpreter
                ? [ledgerText('entry.officialInterpreter')]
                : entry.translation.secondReader
                  ? [ledgerText('entry.secondReader', { secondReader: entry.translation.secondReader })]
                  : []),
            ],
          }
        : { did: ledgerText('entry.notTranslated'), ...withWords, notes: [] }
    case 'derived':
      return entry.derivation
        ? { did: ledgerText('entry.derived'), ...withWords, notes: [entry.derivation.expression] }
        : { did: ledgerText('entry.notDerived'), ...withWords, notes: [] }
    case 'evidenceAdded':
      return {
        did:
          entry.evidence.stance === 'supports'
            ? ledgerText('entry.evidenceAdded')
            : ledgerText('entry.contradictionAdded'),
        ...withWords,
        notes: [
          [sourceName(entry.evidence.source), entry.evidence.locator].filter((text) => text !== '').join(' '),
          ...(entry.evidence.excerpt ? [`“${entry.evidence.excerpt}”`] : []),
        ],
      }
    case 'evidenceRemoved':
      return { did: ledgerText('entry.evidenceRemoved'), ...withWords, notes: [] }
    case 'responseSought':
      return {
        did: ledgerText('entry.responseSought'),
        ...withWords,
        notes: [
          [entry.response.who, entry.response.how, entry.response.when].filter((text) => text !== '').join(', '),
          entry.response.reply === '' ? ledgerText('entry.noReply') : `“${entry.response.reply}”`,
        ],
      }
    case 'bylineStruck':
      return { did: ledgerText('entry.bylineStruck', { name: entry.name }), notes: [entry.reason] }
    case 'personAdded':
      return {
        did: ledgerText('entry.personAdded', { person: entry.person }),
        notes: entry.role === '' ? [] : [ledgerText('entry.role', { role: entry.role })],
      }
    case 'roleChanged':
      return {
        did: ledgerText('entry.roleChanged', { person: entry.person }),
        change: { old: entry.from, now: entry.to },
        notes: [],
      }
    case 'pinSet':
      return { did: entry.changed ? ledgerText('entry.pinChanged') : ledgerText('entry.pinSet'), notes: [] }
    case 'sealed':
      return { did: ledgerText('entry.sealed'), notes: [] }
    case 'keyAdded':
      return { did: ledgerText('entry.keyAdded', { person: entry.person }), notes: [] }
    case 'keyRetired':
      return { did: ledgerText('entry.keyRetired', { person: entry.person }), notes: [] }
    case 'invited':
      return { did: ledgerText('entry.invited', { person: entry.person }), notes: [] }
    case 'head':
    case 'headsCompacted':
      return { did: ledgerText('entry.head'), notes: [] }
    case 'pinRemoved':
      return {
        did:
          entry.person === entry.by
            ? ledgerText('entry.ownPinRemoved')
            : ledgerText('entry.pinRemoved', { person: entry.person }),
        notes: [],
      }
    case 'sourceAdded':
      return {
        did: ledgerText('entry.sourceAdded', { source: sourceName(entry.source) }),
        notes: entry.protected ? [ledgerText('entry.protected')] : [],
      }
    case 'sourceChanged':
      return {
        did: ledgerText('entry.sourceChanged', {
          source: sourceName(entry.source),
          fields: entry.fields.map(fieldWords).join(', '),
        }),
        notes: [
          ...(entry.protected === undefined
            ? []
            : [entry.protected ? ledgerText('entry.protectedNow') : ledgerText('entry.notProtected')]),
          ...(entry.spelling ? [ledgerText('entry.spelling')] : []),
          ...reasonNote(entry.reason),
        ],
      }
    case 'sourceMerged':
      return { did: ledgerText('entry.sourceMerged', { into: sourceName(entry.into) }), notes: [] }
    case 'sourceDestroyed':
      return {
        did: ledgerText('entry.sourceDestroyed', { source: sourceName(entry.source) }),
        notes: reasonNote(entry.reason),
      }
    case 'deskOfOne':
      return { did: entry.on ? ledgerText('entry.deskOfOne') : ledgerText('entry.deskOfOneEnded'), notes: [] }
    case 'wordAdded':
      return {
        did: ledgerText('entry.wordAdded', { words: entry.words, list: WORD_LIST_WORDS[entry.list] }),
        notes: [entry.source],
      }
    case 'wordRemoved':
      return {
        did: ledgerText('entry.wordRemoved', { words: entry.words, list: WORD_LIST_WORDS[entry.list] }),
        notes: [],
      }
    case 'recordsKept':
      return { did: ledgerText('entry.recordsKept'), notes: [] }
    case 'lossFound':
      return { did: ledgerText('entry.lossFound', { count: entry.losses.length }), notes: lossNotes(entry.losses) }
    case 'lossAccepted':
      return {
        did: ledgerText('entry.lossAccepted', { count: entry.losses.length }),
        notes: [...lossNotes(entry.losses), ...reasonNote(entry.reason)],
      }
    case 'filesElsewhere':
      return { did: ledgerText('entry.filesElsewhere', { count: entry.files.length }), notes: [] }
    case 'lapsed':
      return {
        did: ledgerText('entry.lapsed', { reasons: lapseWords(entry.reasons) }),
        ...changed(about, entry.words),
        notes: [],
      }
    case 'restored':
      return { did: ledgerText('entry.restored'), words: entry.words, notes: [] }
    case 'untagged':
      return {
        did: ledgerText('entry.untagged'),
        words: entry.words,
        notes: [...reasonNote(entry.reason), ...statusNote(entry.lastStatus)],
      }
    case 'retagged':
      return { did: ledgerText('entry.retagged'), words: entry.words, notes: [] }
    case 'suggested':
      return {
        did: entry.corrects ? ledgerText('entry.correctionSuggested') : ledgerText('entry.suggested'),
        notes: [entry.about],
      }
    case 'suggestionDecided':
      return {
        did:
          entry.proposer === entry.by
            ? ledgerText(`entry.own.${entry.verdict}`)
            : ledgerText(`entry.suggestion.${entry.verdict}`, { proposer: entry.proposer }),
        notes: [entry.about],
      }
    case 'suggestionDropped':
      return {
        did:
          entry.proposer === entry.by
            ? ledgerText('entry.own.dropped')
            : ledgerText('entry.suggestion.dropped', { proposer: entry.proposer }),
        notes: [entry.about],
      }
    case 'suggestionReopened':
      return { did: ledgerText('entry.suggestionReopened'), notes: [] }
    case 'fieldSet':
      return {
        did: ledgerText('entry.fieldSet', { field: fieldWords(entry.field) }),
        change: { old: fieldValueWords(entry.from), now: fieldValueWords(entry.to) },
        notes: [],
      }
    case 'moved':
      return {
        did: entry.versionKind
          ? ledgerText('entry.movedAs', {
              from: STAGE_WORDS[entry.from],
              to: STAGE_WORDS[entry.to],
              kind: entry.versionKind,
            })
          : ledgerText('entry.moved', { from: STAGE_WORDS[entry.from], to: STAGE_WORDS[entry.to] }),
        notes: [
          ledgerText('entry.gate', { blocks: entry.blocks, warns: entry.warns }),
          ...(entry.overrides.length ? [ledgerText('entry.overridden', { count: entry.overrides.length })] : []),
          ...(entry.deskWords
            ? [ledgerText('entry.deskWords', { count: entry.deskWords.count, hash: entry.deskWords.hash.slice(0, 8) })]
            : []),
          ...(entry.automatic ? [ledgerText('entry.automatic')] : []),
          ...reasonNote(entry.reason),
        ],
      }
    case 'overridden':
      return { did: ledgerText('entry.blockOverridden'), notes: reasonNote(entry.reason) }
    case 'dismissed':
      return { did: ledgerText('entry.dismissed'), notes: reasonNote(entry.reason) }
    case 'rescued':
      return {
        did: entry.outcome === 'putBack' ? ledgerText('entry.putBack') : ledgerText('entry.letGo'),
        words: entry.text,
        notes: [],
      }
    case 'correctionNoted':
      return {
        did: ledgerText(entry.approver === undefined ? 'entry.correctionNoted' : 'entry.correctionApproved', {
          version: entry.version,
        }),
        change: { old: entry.was, now: entry.is },
        notes: [
          ledgerText('entry.since', { version: entry.since.version }),
          ledgerText('entry.cause', { cause: entry.cause }),
          ledgerText('entry.publicText', { publicText: entry.publicText }),
          ...(entry.selfApproved
            ? [ledgerText('entry.selfApproved')]
            : entry.approver === undefined
              ? [ledgerText('entry.notApproved')]
              : []),
        ],
      }
    case 'correctionTold':
      return {
        did: ledgerText(entry.withdrawn ? 'entry.untold' : 'entry.told', {
          destination: entry.destination,
          version: entry.version,
        }),
        notes: entry.how ? [entry.how] : [],
      }
    case 'copiedOut':
      return { did: ledgerText('entry.copiedOut', { sources: entry.sources.join(', ') }), notes: [] }
    case 'versionRestored':
      return {
        did: entry.name
          ? ledgerText('entry.namedVersionRestored', { version: entry.version, name: entry.name })
          : ledgerText('entry.versionRestored', { version: entry.version }),
        notes: [ledgerText('entry.versionKept', { kept: entry.versionAt.slice(0, 16).replace('T', ' ') })],
      }
    case 'exportFailed':
      return { did: ledgerText('entry.exportFailed', { export: placeOf(entry.export) ?? '?' }), notes: [entry.reason] }
    case 'exported':
      return {
        did: ledgerText(exportedKey(entry), {
          again: entry.again === undefined ? '' : (placeOf(entry.again) ?? '?'),
          format: entry.edition ? `${entry.format} (${entry.edition})` : entry.format,
        }),
        notes: [
          entry.destination ?? entry.fileName,
          ...(entry.version === undefined ? [] : [ledgerText('entry.state', { version: entry.version })]),
          ...(entry.formatVersion === undefined ? [] : [`${entry.format} ${entry.formatVersion}`]),
          ledgerText('entry.sha256', { start: entry.sha256.slice(0, 12) }),
          ...(entry.blocks ? [ledgerText('entry.blocked', { blocks: entry.blocks })] : []),
          ...(entry.overrides.length ? [ledgerText('entry.overridden', { count: entry.overrides.length })] : []),
        ],
      }
  }
}

const changed = (old: string | undefined, now: string): Pick<EntryWords, 'words' | 'change'> =>
  old !== undefined && old !== now ? { change: { old, now } } : { words: now }
const exportedKey = ({ again, draft }: Extract<LedgerEntry, { kind: 'exported' }>) =>
  again === undefined
    ? draft
      ? 'entry.exportedDraft'
      : 'entry.exported'
    : draft
      ? 'entry.exportedDraftAgain'
      : 'entry.exportedAgain'
const statusNote = (status: string): readonly string[] =>
  status in STATUS_WORDS ? [ledgerText('entry.wasStatus', { status: STATUS_WORDS[status as FactStatus] })] : []

/** A stored field value for people: lists with commas, a byline with its role in brackets. */
function fieldValueWords(text: string): string {
  if (!/^[[{]/.test(text)) return text
  try {
    return valueWords(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueWords).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  const { name, role, place, date } = value as Readonly<Record<string, unknown>>
  if (typeof name === 'string') return typeof role === 'string' && role !== '' ? `${name} (${role})` : name
  return [place, date].filter((part) => typeof part === 'string' && part !== '').join(', ')
}

export interface HistoryLine extends EntryWords {
  readonly entry: LedgerEntry
  readonly fact?: string
}

/** The words of a fact lack a closing quotation mark, which does not count in comparisons. Adds it for reading. */
const closed = (words: string): string => (words.startsWith('“') && !words.includes('”') ? `${words}”` : words)

/** The whole ledger as lines, newest first. */
export function historyLines(
  entries: readonly LedgerEntry[],
  sourceName: (id: string) => string,
): readonly HistoryLine[] {
  const lastWords = new Map<string, string>()
  const placeOf = placesOf(entries)
  const lines = entries.map((entry): HistoryLine => {
    const words = entryWords(entry, lastWords, sourceName, placeOf)
    const line = {
      entry,
      ...words,
      ...defined({ words: words.words === undefined ? undefined : closed(words.words) }),
      ...('fact' in entry ? { fact: entry.fact } : {}),
    }
    if ('fact' in entry && 'words' in entry) lastWords.set(entry.fact, entry.words)
    return line
  })
  return lines.reverse()
}
