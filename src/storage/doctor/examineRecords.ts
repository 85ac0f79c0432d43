/**
 * Checks the small files of a library and its own ledger. A repair writes a good copy over a bad one. It never
 * makes up a file of which both copies are lost: an editor accepts that loss, or the file comes from a backup.
 */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { LibraryProblem } from '../../story/requests/requests'
import { FileHandlePool } from '../disk/appendFile'
import type { FileLayer } from '../disk/fileLayer'
import { storageErrorFrom } from '../disk/storageError'
import { libraryRecords, recordsOf, type LibraryRecords, type SomeRecord } from '../records/libraryRecords'
import { keptHeads, libraryLedgerLosses, savedLedgerHead } from '../records/readLibraryFacts'
import { standInId, survivingLibrary } from '../records/survivors'
import type { RecordHead } from '../records/twinFile'
import { RESCUED } from '../records/twinRecord'
import { LEDGER_FILE, type LedgerReading } from '../story/ledger/ledgerFile'
import { LibraryLedger } from '../story/ledger/libraryLedger'
import { previousDamaged } from './previousDamaged'

interface Checking {
  readonly files: FileLayer
  readonly repair: boolean
  readonly folder: string
}

export async function examineRecords(checking: Checking): Promise<readonly LibraryProblem[]> {
  const { files, folder } = checking
  const records = libraryRecords(files, folder)
  const ledger = await readLedger(checking, records)
  if (!('entries' in ledger)) return [ledger]
  const kept = keptHeads(ledger.entries)
  const problems: LibraryProblem[] = []
  for (const record of recordsOf(records)) problems.push(...(await examineRecord(checking, record, kept[record.kind])))
  for (const { detail } of libraryLedgerLosses(ledger))
    problems.push({
      path: join(folder, LEDGER_FILE),
      what: detail,
      safe: storageText('safe.stories'),
      action: storageText('next.backupOrAccept'),
    })
  return problems
}

async function readLedger(
  { files, folder }: Checking,
  records: LibraryRecords,
): Promise<LedgerReading | LibraryProblem> {
  const saved = (): ReturnType<typeof savedLedgerHead> => savedLedgerHead(records)
  const ledger = new LibraryLedger(files, folder, new FileHandlePool(), false, () => Promise.resolve(), saved)
  try {
    return await ledger.read()
  } catch (error) {
    const { path, what, safe, next } = storageErrorFrom(error, join(folder, LEDGER_FILE), storageText('safe.stories'))
    return { path, what, safe, action: next }
  }
}

async function examineRecord(
  checking: Checking,
  record: SomeRecord,
  witness: RecordHead | undefined,
): Promise<readonly LibraryProblem[]> {
  const { repair, files, folder } = checking
  const { path, file, kind } = record
  const done = repair ? { done: true as const } : {}
  try {
    const reading = await record.survey(witness)
    if (reading.present !== undefined) {
      if (repair && reading.repairs.length > 0) await file.heal(witness)
      const healed = reading.repairs.map(({ file: copy, what }): LibraryProblem => {
        return {
          path: copy,
          what,
          safe: storageText('doctor.twinGood'),
          action: storageText('doctor.healTwin'),
          ...done,
        }
      })
      return [...healed, ...(await examinePrevious(checking, record))]
    }
    // Only a library that has keys has this file, and only one whose desk taught a word has the other.
    if (kind === 'keys' && reading.absent) return []
    if (kind === 'words' && reading.absent && witness === undefined) return []
    const what = reading.lost ?? ''
    const safe = storageText('safe.stories')
    // The marker: without it nothing of the library opens, not even to accept the loss.
    if (kind === 'library' && reading.absent) {
      const { library } = libraryRecords(files, folder)
      if (repair) await library.write(survivingLibrary(await library.survey(), standInId(folder)), RESCUED)
      return [{ path, what, safe, action: storageText('doctor.markAgain'), ...done }]
    }
    return [{ path, what, safe, action: storageText('next.backupOrAccept') }]
  } catch (error) {
    const { path: place, what, safe, next } = storageErrorFrom(error, path, storageText('safe.nothingChanged'))
    return [{ path: place, what, safe, action: next }]
  }
}

/** The generation before is for rescue by a person. Damage to it is told. */
async function examinePrevious(checking: Checking, { file }: SomeRecord): Promise<readonly LibraryProblem[]> {
  const previous = await file.previous()
  if (previous.is !== 'damaged') return []
  return [await previousDamaged(checking, file, previous.why)]
}
