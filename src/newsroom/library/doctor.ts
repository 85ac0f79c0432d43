import { newsroomText } from '../../catalogue/newsroom'
import { NewsroomError, type LibraryReport } from '../../story/requests/requests'
import { hashesIn } from '../../storage/doctor/unusedFiles'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'

/**
 * Checks every file of the library. What is in memory is better than what is mended from a copy before: an open story is
 * written from its replica, and the roster, source book and settings as they stand, so that nobody has to stop writing.
 */
export const examineLibrary: Action<'library.doctor'> = async (room, _by, { repair = false }) => {
  if (!repair) return room.store.examine({ repair, open: room.openIds(), now: room.clock.now() })
  if (!room.store.writable)
    throw new NewsroomError('failed', newsroomText('doctor.libraryReadOnly', { place: room.store.place }))
  const open = room.openIds()
  const report = await room.store.examine({ repair, open, now: room.clock.now() })
  if (report.problems.some(({ done }) => done)) await room.rewriteDesk()
  const left = report.problems.filter(({ done }) => !done)
  if (left.length === 0 || open.size === 0) return report
  for (const id of open) await mendOpen(room, id)
  const after = await room.store.examine({ repair, open, now: room.clock.now() })
  return together(report, after)
}

/** Nobody has to close anything: what an open form copied today stays, and a file that it copied before is asked for again when it is gone (claimBackup). */
export const tidyLibrary: Action<'library.tidy'> = async (room) => {
  const open = room.openIds()
  // What a full disk kept from being saved speaks of its files as well, and a full disk is when people tidy.
  for (const id of open)
    for (const file of new Set(hashesIn((await room.story(id)).state()))) await room.store.claimFile(file)
  return { removed: await room.store.removeUnused({ open, now: room.clock.now() }) }
}

async function mendOpen(room: Newsroom, id: string): Promise<void> {
  const story = await room.story(id)
  if (!story.guarded) await story.rewriteAll()
}

/** What was wrong before; done is what is not wrong any more. */
function together(before: LibraryReport, after: LibraryReport): LibraryReport {
  const still = new Set(after.problems.filter(({ done }) => !done).map(({ path, what }) => `${path} ${what}`))
  const problems = before.problems.map((problem) =>
    still.has(`${problem.path} ${problem.what}`) ? problem : { ...problem, done: true as const },
  )
  const ok = problems.every(({ done }) => done)
  return { ok, problems, ...(ok && after.unused ? { unused: after.unused } : {}) }
}
