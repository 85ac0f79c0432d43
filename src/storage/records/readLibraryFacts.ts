/** Reads roster, source book and settings, and says what of them is lost. */
import { basename } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { lossKey, type LossKind, type TrustLoss } from '../../story/ledger/loss'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { isWellFormed } from '../../story/ledger/shapes/entryShape'
import { defined } from '../../story/text/defined'
import { isPlausibleNext } from '../../story/trust/plausibleNumbers'
import { lossesOf, repairLine, type Repair } from '../disk/damaged/repair'
import type { LibraryFacts } from '../disk/storyStore'
import { recordsOf, type LibraryRecords } from './libraryRecords'
import { isLedgerHead, rosterPeopleOf, type LedgerHead } from './shapes'
import { standInId, survivingLibrary, survivingRoster, survivingSources, survivingWords } from './survivors'
import type { RecordHead } from './twinFile'
import type { RecordReading, TwinRecord } from './twinRecord'

/** The library's ledger, as it was read. */
interface ReadLedger {
  readonly entries: readonly LedgerEntry[]
  readonly repairs: readonly Repair[]
}

/** `heals`: a process that owns the library writes the good copy over the bad one. */
export async function readLibraryFacts(
  { library, roster, sources, keys, words }: LibraryRecords,
  ledger: ReadLedger,
  place: string,
  heals: boolean,
): Promise<LibraryFacts> {
  const kept = keptHeads(ledger.entries)
  const read = async <T>(record: TwinRecord<T>): Promise<RecordReading<T>> => {
    const reading = await record.survey(kept[record.kind])
    if (heals && reading.repairs.length > 0) await record.file.heal(kept[record.kind])
    return reading
  }
  const settings = await read(library)
  const people = await read(roster)
  const book = await read(sources)
  const secret = await read(keys)
  const taught = await read(words)
  const { pins = [], ...named } = people.present ?? survivingRoster(people, ledger.entries)
  const { settings: chosen, libraryKey } = settings.present ?? survivingLibrary(settings, standInId(place))
  // A library from before keys has no such file.
  const keysLost = !secret.absent || libraryKey !== undefined ? lossOf('keys', keys, secret) : []
  // A library has no such file before its desk teaches the first word.
  const wordsLost = !taught.absent || kept[words.kind] !== undefined ? lossOf('words', words, taught) : []
  const known = taught.present ?? (wordsLost.length > 0 ? survivingWords(taught, ledger.entries) : undefined)
  return {
    settings: chosen,
    roster: rosterPeopleOf({ ...named, pins }, secret.present ?? secret.survivors[0]),
    pins,
    sources: (book.present ?? survivingSources(book, ledger.entries)).sources,
    ...(ledger.entries.some(({ kind }) => kind === 'sourcesSigned')
      ? defined({ sourcesBefore: book.older?.sources })
      : {}),
    ...defined({ words: known?.words, keys: secret.present ?? secret.survivors[0], libraryKey }),
    repairs: [settings, people, book, secret, taught, ledger].flatMap(({ repairs }) => repairs).map(repairLine),
    losses: [
      ...lossOf('settings', library, settings),
      ...lossOf('roster', roster, people),
      ...lossOf('sources', sources, book),
      ...wordsLost,
      ...keysLost,
      ...libraryLedgerLosses(ledger),
    ],
  }
}

/**
 * The generation of each small file that was written last, by kind, as the library's ledger notes it afterwards. A
 * note with an implausible number is passed over: the next generation would be numbered after it.
 */
export function keptHeads(entries: readonly LedgerEntry[]): Readonly<Record<string, RecordHead>> {
  let kept: Readonly<Record<string, RecordHead>> = {}
  for (const entry of entries) {
    if (entry.kind !== 'recordsKept' || !isWellFormed(entry)) continue
    const { files } = entry
    const isNear = ([kind, { generation }]: [string, RecordHead]): boolean =>
      isPlausibleNext(kept[kind]?.generation ?? 0, generation)
    if (Object.entries(files).every(isNear)) kept = files
  }
  return kept
}

/** Where the library's ledger ended when a small file was written last: each notes it in its envelope. */
export async function savedLedgerHead(records: LibraryRecords): Promise<LedgerHead | undefined> {
  const heads: LedgerHead[] = []
  for (const record of recordsOf(records)) {
    const about = (await record.file.look()).present?.envelope.about ?? {}
    const head = { bytes: about['ledgerBytes'], seq: about['ledgerSeq'], hash: about['ledgerHash'] }
    if (isLedgerHead(head)) heads.push(head)
  }
  return heads.sort((a, b) => b.seq - a.seq)[0]
}

function lossOf<T>(kind: LossKind, record: TwinRecord<T>, { lost }: RecordReading<T>): readonly TrustLoss[] {
  if (lost === undefined) return []
  const file = basename(record.path)
  return [{ kind, where: file, detail: storageText(`loss.${record.kind as 'roster'}`, { file, why: lost }) }]
}

/** Entries of the library's ledger are about people and sources of all stories. Accepted in the ledger itself. */
export function libraryLedgerLosses({ entries, repairs }: ReadLedger): readonly TrustLoss[] {
  const found = lossesOf(repairs).map((loss): TrustLoss => ({ ...loss, kind: 'libraryLedger' }))
  // The ledger is not verified yet: anybody who can write the file may have written a line.
  const read = entries.filter(isWellFormed)
  const noted = read.flatMap((entry) => (entry.kind === 'lossFound' ? entry.losses : []))
  const accepted = new Set(read.flatMap((entry) => (entry.kind === 'lossAccepted' ? entry.losses.map(lossKey) : [])))
  const all = new Map([...noted, ...found].map((loss) => [lossKey(loss), loss]))
  return [...all.values()].filter((loss) => loss.kind === 'libraryLedger' && !accepted.has(lossKey(loss)))
}
