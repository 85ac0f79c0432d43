/** One ledger entry as a line of the history that people read. */
import { STATUS_WORDS, TYPE_WORDS, type FactStatus } from './fact'
import type { LedgerEntry } from './ledgerEntry'
import { STAGE_WORDS, type Stage } from './stages'

export interface EntryWords {
  /** What was done: "signed Verified", "moved Draft → Filed". Follows the name of who did it. */
  readonly did: string
  /** The words it was about, when it was about words. */
  readonly words?: string
  /** Words before and after, for changes of words or of a field. */
  readonly change?: { readonly old: string; readonly now: string }
  /** Reason, source, verdict and the like, each a short line. */
  readonly notes: readonly string[]
}

const LAPSE_WORDS: Readonly<Record<string, string>> = {
  words: 'its words changed',
  hole: 'there is a gap in its tag',
  twoPlaces: 'its tag stands in two places',
  context: 'its sentence changed',
  evidence: 'its evidence changed',
  groundRules: 'the ground rules of its source changed',
  translation: 'its translation changed',
  inputs: 'what it was worked out from changed',
}

export const lapseWords = (reasons: readonly string[]): string =>
  reasons.map((reason) => LAPSE_WORDS[reason] ?? reason).join(', ')

const reasonNote = (reason: string | undefined): readonly string[] => (reason ? [`“${reason}”`] : [])

/** `lastWords`: the words of each fact as the entries before left them; `sourceName`: the source book. */
export function entryWords(
  entry: LedgerEntry,
  lastWords: ReadonlyMap<string, string>,
  sourceName: (id: string) => string,
): EntryWords {
  const about = 'fact' in entry ? lastWords.get(entry.fact) : undefined
  const withWords = about === undefined ? {} : { words: about }
  switch (entry.kind) {
    case 'created':
      return { did: CREATED_WORDS[entry.origin], notes: [] }
    case 'tagged':
      return { did: `tagged ${withArticle(TYPE_WORDS[entry.type].toLowerCase())}`, words: entry.words, notes: [] }
    case 'retyped':
      return {
        did: `changed the type from ${TYPE_WORDS[entry.from].toLowerCase()} to ${TYPE_WORDS[entry.to].toLowerCase()}`,
        ...withWords,
        notes: reasonNote(entry.reason),
      }
    case 'described':
      return {
        did: 'described the fact',
        ...withWords,
        notes: [
          ...(entry.statement ? [`Statement: ${entry.statement}`] : []),
          ...(entry.attributedTo ? [`Attributed to ${entry.attributedTo}`] : []),
        ],
      }
    case 'reworded':
      return { did: 'changed the words', change: { old: about ?? '', now: entry.words }, notes: [] }
    case 'signed':
      return {
        did: `${entry.contextAccepted ? 'accepted the new sentence and signed' : 'signed'} ${STATUS_WORDS[entry.status]}`,
        words: entry.words,
        notes: [
          ...(entry.selfChecked ? ['Self-checked'] : []),
          ...reasonNote(entry.reason),
          ...(entry.addressee ? [`To ${entry.addressee}`] : []),
          ...(entry.due ? [`Until ${entry.due}`] : []),
        ],
      }
    case 'withdrawn':
      return { did: 'withdrew the sign-off', ...withWords, notes: [] }
    case 'answered':
      return { did: 'answered the query', ...withWords, notes: [`“${entry.text}”`] }
    case 'translated':
      return entry.translation
        ? {
            did: 'noted the original words',
            ...withWords,
            notes: [
              `“${entry.translation.original}”`,
              `Translated by ${entry.translation.translator}`,
              ...(entry.translation.officialInterpreter
                ? ['Words of the official interpreter']
                : entry.translation.secondReader
                  ? [`Read again by ${entry.translation.secondReader}`]
                  : []),
            ],
          }
        : { did: 'noted that it is no translation', ...withWords, notes: [] }
    case 'derived':
      return entry.derivation
        ? { did: 'noted how the figure was worked out', ...withWords, notes: [entry.derivation.expression] }
        : { did: 'noted that the figure was not worked out', ...withWords, notes: [] }
    case 'evidenceAdded':
      return {
        did: entry.evidence.stance === 'supports' ? 'added evidence' : 'added contradicting evidence',
        ...withWords,
        notes: [
          [sourceName(entry.evidence.source), entry.evidence.locator].filter((text) => text !== '').join(' '),
          ...(entry.evidence.excerpt ? [`“${entry.evidence.excerpt}”`] : []),
        ],
      }
    case 'evidenceRemoved':
      return { did: 'removed evidence', ...withWords, notes: [] }
    case 'responseSought':
      return {
        did: 'noted the response sought',
        ...withWords,
        notes: [
          [entry.response.who, entry.response.how, entry.response.when].filter((text) => text !== '').join(', '),
          entry.response.reply === '' ? 'No reply yet' : `“${entry.response.reply}”`,
        ],
      }
    case 'personAdded':
      return { did: `put ${entry.person} on the roster`, notes: entry.role === '' ? [] : [`As ${entry.role}`] }
    case 'roleChanged':
      return { did: `changed the role of ${entry.person}`, change: { old: entry.from, now: entry.to }, notes: [] }
    case 'pinSet':
      return { did: entry.changed ? 'changed their PIN' : 'set a PIN', notes: [] }
    case 'pinRemoved':
      return {
        did: entry.person === entry.by ? 'took their PIN away' : `took the PIN of ${entry.person} away`,
        notes: [],
      }
    case 'sourceAdded':
      return {
        did: `added ${sourceName(entry.source)} to the source book`,
        notes: entry.protected ? ['Protected'] : [],
      }
    case 'sourceChanged':
      return {
        did: `changed ${sourceName(entry.source)}: ${entry.fields.map(fieldWords).join(', ')}`,
        notes: [
          ...(entry.protected === undefined ? [] : [entry.protected ? 'Protected now' : 'No longer protected']),
          ...reasonNote(entry.reason),
        ],
      }
    case 'sourceMerged':
      return { did: `merged a source into ${sourceName(entry.into)}`, notes: [] }
    case 'sourceDestroyed':
      return { did: `destroyed the identity of ${sourceName(entry.source)}`, notes: reasonNote(entry.reason) }
    case 'deskOfOne':
      return { did: entry.on ? 'made this a desk of one' : 'ended the desk of one', notes: [] }
    case 'lapsed':
      return { did: `noted: back to re-check, ${lapseWords(entry.reasons)}`, ...changed(about, entry.words), notes: [] }
    case 'restored':
      return { did: 'noted: as signed again', words: entry.words, notes: [] }
    case 'untagged':
      return {
        did: 'removed the tag',
        words: entry.words,
        notes: [...reasonNote(entry.reason), ...statusNote(entry.lastStatus)],
      }
    case 'retagged':
      return { did: 'put the tag back', words: entry.words, notes: [] }
    case 'suggested':
      return { did: entry.corrects ? 'suggested the right words' : 'suggested a change', notes: [entry.about] }
    case 'suggestionDecided':
      return {
        did: `${entry.verdict} ${entry.proposer === entry.by ? 'their own suggestion' : `a suggestion by ${entry.proposer}`}`,
        notes: [entry.about],
      }
    case 'suggestionDropped':
      return {
        did: `took a suggestion${entry.proposer === entry.by ? '' : ` by ${entry.proposer}`} out without a verdict`,
        notes: [entry.about],
      }
    case 'suggestionReopened':
      return { did: 'undid the verdict on a suggestion: it is open again', notes: [] }
    case 'fieldSet':
      return {
        did: `set ${fieldWords(entry.field)}`,
        change: { old: fieldValueWords(entry.from), now: fieldValueWords(entry.to) },
        notes: [],
      }
    case 'moved':
      return {
        did: `moved ${stageWords(entry.from)} → ${stageWords(entry.to)}${entry.versionKind ? ` (${entry.versionKind})` : ''}`,
        notes: [
          `Gate: ${entry.blocks === 0 ? 'nothing blocked' : `${entry.blocks} blocked`}, ${entry.warns === 0 ? 'nothing' : entry.warns} to look at`,
          ...(entry.overrides.length ? [`${entry.overrides.length} overridden`] : []),
          ...(entry.automatic ? ['By itself: cleared copy was edited'] : []),
          ...reasonNote(entry.reason),
        ],
      }
    case 'overridden':
      return { did: 'overrode a block', notes: reasonNote(entry.reason) }
    case 'dismissed':
      return { did: 'marked a place “nothing to check”', notes: reasonNote(entry.reason) }
    case 'rescued':
      return {
        did:
          entry.outcome === 'putBack' ? 'put words back from the recovery tray' : 'let words in the recovery tray go',
        words: entry.text,
        notes: [],
      }
    case 'correctionNoted':
      return {
        did: `${entry.approver === undefined ? 'recorded' : 'recorded and approved'} what version ${entry.version} corrects`,
        change: { old: entry.was, now: entry.is },
        notes: [
          `Since version ${entry.since.version}`,
          `Cause: ${entry.cause}`,
          `For readers: “${entry.publicText}”`,
          ...(entry.selfApproved ? ['Self-approved'] : entry.approver === undefined ? ['Not approved yet'] : []),
        ],
      }
    case 'correctionTold':
      return {
        did: `${entry.withdrawn ? 'took back that they told' : 'told'} ${entry.destination} of the correction in version ${entry.version}`,
        notes: entry.how ? [entry.how] : [],
      }
    case 'versionRestored':
      return {
        did: `put state ${entry.version} back${entry.name ? `, “${entry.name}”` : ''}`,
        notes: [`Kept ${entry.versionAt.slice(0, 16).replace('T', ' ')} UTC; the words before it are kept too`],
      }
    case 'exportFailed':
      return { did: `found that what entry ${entry.export} exported did not come to its place`, notes: [entry.reason] }
    case 'exported':
      return {
        did: `exported ${entry.again === undefined ? '' : `again what entry ${entry.again} was, `}${entry.draft ? 'a draft as ' : ''}${entry.format}${entry.edition ? ` (${entry.edition})` : ''}`,
        notes: [
          entry.destination ?? entry.fileName,
          ...(entry.version === undefined ? [] : [`State ${entry.version}`]),
          ...(entry.formatVersion === undefined ? [] : [`${entry.format} ${entry.formatVersion}`]),
          `SHA-256 ${entry.sha256.slice(0, 12)}…`,
          ...(entry.blocks ? [`${entry.blocks} blocked`] : []),
          ...(entry.overrides.length ? [`${entry.overrides.length} overridden`] : []),
        ],
      }
  }
}

const withArticle = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`

const CREATED_WORDS = {
  new: 'started the story',
  import: 'imported the story',
  duplicate: 'duplicated it from another story',
  sample: 'opened the sample story',
} as const

const changed = (old: string | undefined, now: string): Pick<EntryWords, 'words' | 'change'> =>
  old !== undefined && old !== now ? { change: { old, now } } : { words: now }
const stageWords = (stage: Stage): string => STAGE_WORDS[stage]
const statusNote = (status: string): readonly string[] =>
  status in STATUS_WORDS ? [`Was ${STATUS_WORDS[status as FactStatus]}`] : []

/** A field as the ledger writes it down, for people: lists with commas, a byline with its role in brackets. */
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

/** "edNote" → "ed note", "needsLegal" → "needs legal". */
const fieldWords = (field: string): string => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

export interface HistoryLine extends EntryWords {
  readonly entry: LedgerEntry
  readonly fact?: string
}

/** The words of a fact leave out a closing mark (it does not count when they are compared); to read, it stands. */
const closed = (words: string): string => (words.startsWith('“') && !words.includes('”') ? `${words}”` : words)

/** The whole ledger as lines, newest first. */
export function historyLines(
  entries: readonly LedgerEntry[],
  sourceName: (id: string) => string,
): readonly HistoryLine[] {
  const lastWords = new Map<string, string>()
  const lines = entries.map((entry): HistoryLine => {
    const words = entryWords(entry, lastWords, sourceName)
    const line = {
      entry,
      ...words,
      ...(words.words === undefined ? {} : { words: closed(words.words) }),
      ...('fact' in entry ? { fact: entry.fact } : {}),
    }
    if ('fact' in entry && 'words' in entry) lastWords.set(entry.fact, entry.words)
    return line
  })
  return lines.reverse()
}
