import { newsroomText } from '../../catalogue/rooms/newsroom'
import {
  NewsroomError,
  type KnownBackups,
  type LibraryProblem,
  type LibraryReport,
} from '../../story/requests/requests'
import { openLosses } from '../../story/assessment/lostTrust'
import { isLibraryLoss } from '../../story/ledger/loss'
import { hashesIn } from '../../storage/doctor/unusedFiles'
import { defined } from '../../story/text/defined'
import type { Action } from '../state/action'
import { lookAtFiles } from '../reading/capturedFiles'
import type { Newsroom } from '../state/newsroom'

/**
 * Checks every file of the library. To repair, writes open stories, roster, source book and settings from memory, which
 * is newer than any copy on the disk. Nobody has to stop writing.
 */
export const examineLibrary: Action<'library.doctor'> = async (room, by, { repair = false }) => ({
  ...(await examineFiles(room, by, repair)),
  index: await room.index.state(),
  ...defined({ backups: await backupsOf(room) }),
})

/** An archive is not backed up. */
async function backupsOf(room: Newsroom): Promise<KnownBackups | undefined> {
  const { libraryKey, archive } = room.library
  return libraryKey === undefined || archive !== undefined
    ? undefined
    : room.usedFolders?.known(libraryKey, room.clock.now())
}

async function examineFiles(room: Newsroom, by: string, repair: boolean): Promise<LibraryReport> {
  if (!repair) {
    const report = await room.store.examine({ repair, open: room.openIds(), now: room.clock.now() })
    // What the doctor found of captured files takes the ticks that rest on them at once.
    for (const id of room.openIds()) await lookAtFiles(room.store, await room.story(id), { read: true })
    return report
  }
  if (!room.store.writable)
    throw new NewsroomError('failed', newsroomText('doctor.libraryReadOnly', { place: room.store.place }))
  const open = room.openIds()
  const report = await room.store.examine({ repair, open, now: room.clock.now() })
  if (report.problems.some(({ done }) => done)) await room.rewriteDesk(by)
  const left = report.problems.filter(({ done }) => !done)
  if (left.length === 0 || open.size === 0) return report
  for (const id of open) await mendOpen(room, id)
  const after = await room.store.examine({ repair, open, now: room.clock.now() })
  return together(report, after)
}

/**
 * Removes unused files. Files that a form copied today stay; a form that is open longer asks for its file again
 * (claimBackup).
 */
export const tidyLibrary: Action<'library.tidy'> = async (room, _by, { only }) => {
  const open = room.openIds()
  // Changes that a full disk kept from being written may use files too, and people tidy when the disk is full.
  for (const id of open)
    for (const file of new Set(hashesIn((await room.story(id)).state()))) await room.store.claimFile(file)
  const asked = only && new Set(only)
  return { removed: await room.store.removeUnused({ open, now: room.clock.now(), ...defined({ only: asked }) }) }
}

/** A story with an open loss stays as it is: written again, its files would no longer show what is missing. */
async function mendOpen(room: Newsroom, id: string): Promise<void> {
  const story = await room.story(id)
  const hasLost = openLosses(story.value()).some((loss) => !isLibraryLoss(loss))
  if (!story.guarded && !hasLost) await story.saving.rewriteAll()
}

/** The problems found before the repair, and what is still wrong after it. `done`: the repair solved it. */
function together(before: LibraryReport, after: LibraryReport): LibraryReport {
  const keyOf = ({ path, what }: LibraryProblem): string => `${path} ${what}`
  const left = after.problems.filter(({ done }) => !done)
  const still = new Set(left.map(keyOf))
  const known = new Set(before.problems.map(keyOf))
  const news = left.filter((problem) => !known.has(keyOf(problem)))
  // The same damage may be told in other words after the repair, and of another file of the story.
  const places = new Set(news.map(({ path }) => placeOf(path)))
  const problems = before.problems.map((problem) =>
    still.has(keyOf(problem)) || places.has(placeOf(problem.path)) ? problem : { ...problem, done: true as const },
  )
  problems.push(...news)
  const ok = after.ok && problems.every(({ done }) => done)
  return { ok, problems, ...(ok && after.unused ? { unused: after.unused } : {}) }
}

/** The folder of the story that has this file; for any other file the file itself. */
const placeOf = (path: string): string => /^.*[\\/]stories[\\/][^\\/]+/.exec(path)?.[0] ?? path
