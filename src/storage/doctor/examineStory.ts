/**
 * Checks every file of one story: what is wrong, what is safe, what a repair does. Changes files only when `repair`
 * is set, and deletes no bytes then: what cannot be read is kept under another name.
 */
import { basename, isAbsolute, join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { LibraryProblem } from '../../story/requests/requests'
import { FileHandlePool } from '../disk/appendFile'
import type { DurableFile, Found } from '../disk/durableFile'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { setAside } from '../disk/damaged/setAside'
import { lossesOf, type Repair } from '../disk/damaged/repair'
import { openLosses } from '../../story/assessment/lostTrust'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { LedgerEnd } from '../../story/ledger/events/libraryEvent'
import { EMPTY_LEDGER, foldLedger, type LedgerState } from '../../story/ledger/ledger'
import { apartOf, inOrder } from '../../story/ledger/order/ledgerOrder'
import { isFileLoss, lossKey, type TrustLoss } from '../../story/ledger/loss'
import { isStorageError, storageErrorFrom } from '../disk/storageError'
import type { Decode } from '../story/updates/decodeInWorker'
import { LEDGER_FILE } from '../story/ledger/ledgerFile'
import { SNAPSHOT_FOLDER, snapshotNumbersIn, snapshotRecord, stateOfSnapshot } from '../story/snapshotFiles'
import { STATE_FILE, stateFile } from '../story/updates/stateFile'
import { StoryFolder } from '../story/storyFolder'
import { storyRecord } from '../story/storyRecord'
import { examineOldSegments } from './examineOldSegments'
import { refusedKey, refusedProblems, verifiedStory } from './examineSignatures'
import type { KnownTrust } from './knownHeads'
import { previousDamaged } from './previousDamaged'
import { rebuildStory } from './rebuildStory'

export interface Examining {
  readonly files: FileLayer
  readonly repair: boolean
  readonly decode: Decode
}

export async function examineStory(
  examining: Examining,
  folder: string,
  id: string,
  /** The keys that sign, and where each ledger ended. */
  { trust, readTrust }: { readonly trust: KnownTrust; readonly readTrust: () => Promise<KnownTrust> },
): Promise<readonly LibraryProblem[]> {
  const { files, repair } = examining
  const names = await files.list(folder)
  const problems = [
    ...(await examineGenerations(examining, stateFile(files, folder))),
    ...(await examineGenerations(examining, storyRecord(files, folder).file)),
    ...(await examineOldSegments(examining, folder, names)),
    ...(await examineSnapshots(examining, folder, names)),
  ]
  const reading = new StoryFolder(files, folder, id, new FileHandlePool(), false)
  try {
    const story = await reading.load()
    const decoded = await examining.decode(story.updates)
    if (!decoded.ok)
      return [
        ...problems,
        {
          path: join(folder, STATE_FILE),
          what: storageText('doctor.undecodable', { why: decoded.why }),
          safe: storageText('doctor.undecodableSafe'),
          action: storageText('doctor.undecodableAction'),
        },
      ]
    const { counted, refused, apart } = await verifiedStory(story, trust, readTrust)
    const ledger = foldLedger(inOrder(counted, apartOf(apart)), EMPTY_LEDGER, apartOf(apart))
    const open = openLosses({ ledger, losses: story.losses })
    const unsigned = refused.filter((one) => !ledger.lossesAccepted.has(refusedKey(one)))
    const mends = repair && open.length === 0 && unsigned.length === 0
    const found = story.repairs.map((one) => problemOf(folder, one, mends, ledger))
    const path = join(folder, LEDGER_FILE)
    const forged = refusedProblems(path, refused, (one) => ledger.lossesAccepted.get(refusedKey(one))?.by)
    const shown = new Set([...lossesOf(story.repairs).map(lossKey), ...refused.map((one) => refusedKey(one))])
    const earlier = open.filter((loss) => !shown.has(lossKey(loss)) && !isFileLoss(loss))
    // Writing the story again would note new ends of log and ledger, and nobody would see the gap any more.
    if (mends && story.repairs.length > 0) await repairStory(examining, folder, id, decoded.state)
    const gone = await goneFiles(files, folder, ledger)
    const told = [...problems, ...found, ...forged, ...earlier.map((loss) => earlierProblem(folder, loss)), ...gone]
    return told.some((problem) => problem.path === path)
      ? told
      : [...told, ...behindHead(path, story.ledger, ledger, trust.heads.get(id))]
  } catch (error) {
    if (isStorageError(error, 'DAMAGED') || (isStorageError(error, 'ENOENT') && !names.includes(STATE_FILE)))
      return [...problems, await rebuildStory(examining, folder, id)]
    const { path, what, safe, next } = storageErrorFrom(error, folder, storageText('safe.otherFilesOfStory'))
    return problems.some((problem) => problem.path === path)
      ? problems
      : [...problems, { path, what, safe, action: next }]
  }
}

/** The ledger is whole in itself, and lacks the entry that was written last: an older one was put in its place. */
function behindHead(
  path: string,
  entries: readonly LedgerEntry[],
  { lossesAccepted }: LedgerState,
  head: LedgerEnd | undefined,
): readonly LibraryProblem[] {
  if (!head || entries.some(({ hash }) => hash === head.head)) return []
  const accepted = lossesAccepted.get(lossKey({ kind: 'ledgerEnd', where: head.head.slice(0, 16) }))
  const what = storageText('doctor.behindHead', { seq: head.entries })
  const safe = storageText('doctor.otherEntriesSafe')
  return accepted
    ? [{ path, what, safe, action: storageText('doctor.acceptedLoss', { by: accepted.by }), done: true }]
    : [{ path, what, safe, action: storageText('doctor.acceptLoss') }]
}

/** A loss stays a problem until an editor accepts it: nobody can write a lost entry or change again. */
function problemOf(
  folder: string,
  { file, what, loss }: Repair,
  repaired: boolean,
  { lossesAccepted }: LedgerState,
): LibraryProblem {
  const path = isAbsolute(file) ? file : join(folder, file)
  const safe = storageText(basename(path) === LEDGER_FILE && loss ? 'doctor.otherEntriesSafe' : 'doctor.restRead')
  const accepted = loss && lossesAccepted.get(lossKey(loss))
  if (accepted)
    return { path, what, safe, action: storageText('doctor.acceptedLoss', { by: accepted.by }), done: true as const }
  return {
    path,
    what,
    safe,
    action: storageText(loss ? 'doctor.acceptLoss' : 'doctor.writeFromRead'),
    ...(repaired && !loss ? { done: true as const } : {}),
  }
}

/** Captured files that facts of the story rest on, and that are not there. */
async function goneFiles(files: FileLayer, folder: string, ledger: LedgerState): Promise<readonly LibraryProblem[]> {
  const evidence = join(folder, '..', '..', 'evidence')
  const needed = new Set(
    [...ledger.facts.values()].flatMap((fact) => fact.evidence.flatMap(({ file }) => (file === undefined ? [] : file))),
  )
  const problems: LibraryProblem[] = []
  for (const file of needed) {
    if (ledger.filesElsewhere.has(file)) continue
    try {
      await files.facts(join(evidence, file))
    } catch (error) {
      if (!isMissing(error)) throw error
      const accepted = ledger.lossesAccepted.get(lossKey({ kind: 'fileGone', where: file }))
      problems.push({
        path: join(evidence, file),
        what: storageText('doctor.captureGone'),
        safe: storageText('safe.stories'),
        action: accepted ? storageText('doctor.acceptedLoss', { by: accepted.by }) : storageText('doctor.captureAgain'),
        ...(accepted ? { done: true as const } : {}),
      })
    }
  }
  return problems
}

const earlierProblem = (folder: string, { detail }: TrustLoss): LibraryProblem => ({
  path: folder,
  what: storageText('doctor.found', { detail }),
  safe: storageText('doctor.restRead'),
  action: storageText('doctor.acceptLoss'),
})

/** Cuts and sets aside what is damaged, and writes state and record from what was read. */
async function repairStory({ files }: Examining, folder: string, id: string, state: Uint8Array): Promise<void> {
  const pool = new FileHandlePool()
  const story = new StoryFolder(files, folder, id, pool, true)
  await story.load()
  await story.compact(state)
  await story.rewriteRecord()
  await pool.closeAll()
}

/**
 * Finds damage to the previous generation, which readers look at only when they need it. They tell of damage to the
 * current one.
 */
async function examineGenerations(
  examining: Pick<Examining, 'files' | 'repair'>,
  file: DurableFile,
): Promise<readonly LibraryProblem[]> {
  let found: { readonly current: Found; readonly previous: Found }
  try {
    found = await file.examine()
  } catch (error) {
    const { path, what, safe, next } = storageErrorFrom(error, file.path, storageText('safe.otherFilesOfStory'))
    return [{ path, what, safe, action: next }]
  }
  const { current, previous } = found
  if (current.is !== 'good' || previous.is !== 'damaged') return []
  return [await previousDamaged(examining, file, previous.why)]
}

async function examineSnapshots(
  examining: Examining,
  folder: string,
  names: readonly string[],
): Promise<readonly LibraryProblem[]> {
  if (!names.includes(SNAPSHOT_FOLDER)) return []
  const { files, repair } = examining
  const problems: LibraryProblem[] = []
  for (const n of snapshotNumbersIn(await files.list(join(folder, SNAPSHOT_FOLDER)))) {
    const problem = await snapshotProblem(examining, folder, n)
    if (!problem) continue
    const { path, what } = problem
    if (problem.newer) {
      const safe = storageText('safe.otherFilesOfStory')
      problems.push({ path, what, safe, action: storageText('next.newerStet') })
      continue
    }
    if (repair) await setAside(files, path)
    problems.push({
      path,
      what: storageText('doctor.snapshotLost', { what }),
      safe: storageText('doctor.snapshotLostSafe'),
      action: storageText('doctor.setAsideOrBackup'),
      ...(repair ? { done: true as const } : {}),
    })
  }
  return problems
}

async function snapshotProblem(
  { files, decode }: Examining,
  folder: string,
  n: number,
): Promise<{ readonly path: string; readonly what: string; readonly newer: boolean } | undefined> {
  const record = snapshotRecord(files, folder, n)
  const { path } = record
  try {
    const decoded = await decode([stateOfSnapshot(await record.read())])
    return decoded.ok
      ? undefined
      : { path, what: storageText('doctor.snapshotUndecodable', { why: decoded.why }), newer: false }
  } catch (error) {
    const { what } = storageErrorFrom(error, path, storageText('safe.otherFilesOfStory'))
    return { path, what, newer: isStorageError(error, 'NEWER') }
  }
}
