/** Checks the segments of the change log that only the previous state needs. */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { LibraryProblem } from '../../story/requests/requests'
import type { Found } from '../disk/durableFile'
import type { FileLayer } from '../disk/fileLayer'
import { setAside } from '../disk/damaged/setAside'
import { scanFrames, type Scan } from '../disk/frames'
import { storageErrorFrom } from '../disk/storageError'
import { segmentName, segmentsIn } from '../story/updates/changeLog'
import { logStart, STATE_FILE, stateFile, type LogStart } from '../story/updates/stateFile'

/** `names`: the files in the folder of the story. */
export async function examineOldSegments(
  { files, repair }: { readonly files: FileLayer; readonly repair: boolean },
  folder: string,
  names: readonly string[],
): Promise<readonly LibraryProblem[]> {
  const states = await stateFile(files, folder)
    .examine()
    .catch(() => undefined)
  const start = states && startOf(states.current)
  if (!start) return []
  const problems: LibraryProblem[] = []
  const scans = new Map<number, Scan>()
  const tell = async (segment: number, what: string): Promise<void> => {
    const path = join(folder, segmentName(segment))
    if (repair) await setAside(files, path)
    problems.push({
      path,
      what,
      safe: storageText('doctor.oldChangesSafe', { file: STATE_FILE }),
      action: storageText('doctor.setAside'),
      ...(repair ? { done: true as const } : {}),
    })
  }
  for (const segment of segmentsIn(names)) {
    if (segment >= start.segment) continue
    const path = join(folder, segmentName(segment))
    try {
      scans.set(segment, scanFrames(await files.readAll(path)))
    } catch (error) {
      const { what, safe, next } = storageErrorFrom(error, path, storageText('safe.otherFilesOfStory'))
      problems.push({ path, what, safe, action: next })
    }
  }
  const cut = cutSegments(scans, start, startOf(states.previous))
  for (const [segment, { damaged, torn }] of scans) {
    if (damaged.length > 0 || torn) await tell(segment, storageText('doctor.oldChangesDamaged'))
    else if (cut.has(segment)) await tell(segment, storageText('doctor.oldChangesCut'))
  }
  return problems
}

function startOf(found: Found): LogStart | undefined {
  if (found.is !== 'good') return undefined
  try {
    return logStart(found.enveloped.envelope.about, STATE_FILE)
  } catch {
    // A state that does not say it is told of elsewhere.
    return undefined
  }
}

/** Segments that end between two records, before the next one or the state goes on. */
function cutSegments(
  scans: ReadonlyMap<number, Scan>,
  start: LogStart,
  previous: LogStart | undefined,
): ReadonlySet<number> {
  const cut = new Set<number>()
  /** Number of the next change, where it is known. */
  let next: number | undefined
  for (const [segment, { frames, marks }] of scans) {
    if (segment === previous?.segment) next = previous.change
    else if (!scans.has(segment - 1)) next = undefined
    const last = frames.at(-1)
    next = last ? last.change + 1 : next
    const due = segment === start.segment - 1 ? start.change : scans.get(segment + 1)?.frames[0]?.change
    // A segment is only left when something is in it.
    const isEmpty = frames.length + marks.length === 0
    if (isEmpty || (next !== undefined && due !== undefined && next < due)) cut.add(segment)
  }
  return cut
}
