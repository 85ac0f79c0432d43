/**
 * Checks `archive.json` of an archive, in its two copies. A repair writes a good copy over a bad one. When neither is
 * good, the archive's own signed records have to prove which archive it is: see provenArchive.
 */
import { storageText } from '../../catalogue/rooms/storage'
import type { LibraryProblem } from '../../story/requests/requests'
import { canonicalJson } from '../../story/text/canonicalJson'
import { defined } from '../../story/text/defined'
import type { Found } from '../disk/durableFile'
import type { FileLayer } from '../disk/fileLayer'
import { setAside } from '../disk/damaged/setAside'
import { storageErrorFrom } from '../disk/storageError'
import { archiveMarker, markerIn, type ArchiveMarker } from '../records/archiveMarker'
import { archiveNamedBy, provenArchive } from './provenArchive'

interface Checking {
  readonly files: FileLayer
  readonly repair: boolean
  readonly folder: string
}

export interface ExaminedArchive {
  readonly problems: readonly LibraryProblem[]
  /** Id of the archive that the library is. */
  readonly id?: string
  /** Nobody knows which archive it is, so nobody knows which of its tombstones count. */
  readonly unknown?: true
}

export async function examineArchive(checking: Checking): Promise<ExaminedArchive> {
  const { files, folder } = checking
  try {
    const { file } = archiveMarker(files, folder)
    const { current, previous } = await file.examine()
    const copies = [copyOf(file.path, current), copyOf(file.previousPath, previous)] as const
    return await (current.is === 'absent' && previous.is === 'absent' ? withoutFile : withFile)(checking, copies)
  } catch (error) {
    const { path, what, safe, next } = storageErrorFrom(error, folder, storageText('safe.stories'))
    return { problems: [{ path, what, safe, action: next }], unknown: true }
  }
}

interface Copy {
  readonly path: string
  readonly marker?: ArchiveMarker
  /** Absent: it is good. */
  readonly why?: string
  readonly isThere: boolean
}

function copyOf(path: string, found: Found): Copy {
  if (found.is === 'absent') return { path, why: storageText('file.missing'), isThere: false }
  const marker = found.is === 'good' ? markerIn(found.enveloped) : undefined
  if (marker) return { path, marker, isThere: true }
  return { path, why: found.is === 'damaged' ? found.why : storageText('record.otherShape'), isThere: true }
}

async function withFile(checking: Checking, copies: readonly [Copy, Copy]): Promise<ExaminedArchive> {
  const { files, repair, folder } = checking
  const [now, before] = copies
  const marker = now.marker ?? before.marker
  const proven = await provenArchive(files, folder)
  if (!marker) return withoutGoodCopy(checking, copies, proven)
  // Its checksum says that it is whole, not that it belongs here.
  const isOther = (one: ArchiveMarker | undefined): boolean =>
    one !== undefined && (canonicalJson(one) !== canonicalJson(marker) || (proven !== undefined && differ(one, proven)))
  if (isOther(now.marker) || isOther(before.marker))
    return {
      problems: [
        {
          path: now.path,
          what: storageText('doctor.archiveOther'),
          safe: storageText('safe.stories'),
          action: storageText('doctor.archiveFromBackup'),
        },
      ],
      unknown: true,
    }
  const problems = copies.flatMap(({ path, why }): LibraryProblem[] =>
    why === undefined
      ? []
      : [
          {
            path,
            what: why,
            safe: storageText('doctor.twinGood'),
            action: storageText('doctor.healTwin'),
            ...(repair ? { done: true as const } : {}),
          },
        ],
  )
  if (repair && problems.length > 0) await writeTwice(files, folder, copies, marker)
  return { problems, id: marker.id }
}

const differ = (one: ArchiveMarker, other: ArchiveMarker): boolean => one.id !== other.id || one.of !== other.of

/** A folder without the file is a library, or an archive that lost it. */
async function withoutFile(checking: Checking, copies: readonly [Copy, Copy]): Promise<ExaminedArchive> {
  const { files, folder } = checking
  const proven = await provenArchive(files, folder)
  if (proven) return withoutGoodCopy(checking, copies, proven)
  const named = await archiveNamedBy(files, folder)
  if (named === undefined) return { problems: [] }
  return {
    problems: [
      {
        path: copies[0].path,
        what: storageText('doctor.archivePerhaps', { archive: named }),
        safe: storageText('safe.stories'),
        action: storageText('doctor.archivePerhapsAction'),
      },
    ],
  }
}

async function withoutGoodCopy(
  { files, repair, folder }: Checking,
  copies: readonly [Copy, Copy],
  proven: ArchiveMarker | undefined,
): Promise<ExaminedArchive> {
  const [{ path, why = '' }] = copies
  const what = storageText('doctor.archiveLost', { why })
  if (!proven)
    return {
      problems: [
        {
          path,
          what,
          safe: storageText('doctor.archiveClosed'),
          action: storageText('doctor.archiveFromBackup'),
        },
      ],
      unknown: true,
    }
  if (repair) await writeTwice(files, folder, copies, proven)
  return {
    problems: [
      {
        path,
        what,
        safe: storageText('doctor.archiveProven', { archive: proven.id }),
        action: storageText('doctor.archiveWriteAgain'),
        ...defined({ done: repair || undefined }),
      },
    ],
    id: proven.id,
  }
}

/** Both copies are good afterwards. The bytes of bad ones stay under another name. */
async function writeTwice(
  files: FileLayer,
  folder: string,
  [, before]: readonly [Copy, Copy],
  marker: ArchiveMarker,
): Promise<void> {
  const record = archiveMarker(files, folder)
  if (before.isThere && !before.marker) await setAside(files, before.path)
  await record.write(marker)
  // The generation before is the copy that is read when this one is damaged.
  await record.write(marker)
}
