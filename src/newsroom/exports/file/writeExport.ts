import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { NewsroomError, type Exported } from '../../../story/requests/requests'
import { isMissing } from '../../../storage/disk/fileLayer'
import { libraryAround } from '../../files/libraryAround'
import { exportFileSystem, type ExportFileSystem } from './exportFileSystem'
import { messageOf } from '../../../story/text/messageOf'

/**
 * Writes an export with the files that belong beside it, these first: no output names a file that is missing. A file
 * that is there with the same bytes stays; one with other bytes is not replaced. Rejects as `writeExport` does.
 */
export async function writeExported(
  path: string,
  { bytes, beside = [] }: Pick<Exported, 'bytes' | 'beside'>,
  failed: (why: string) => Promise<unknown>,
  disk?: ExportFileSystem,
): Promise<void> {
  for (const file of beside) {
    const own = join(dirname(path), file.fileName)
    const there = await bytesAt(own)
    if (there !== 'missing' && there !== 'unreadable' && there.equals(file.bytes)) continue
    if (there !== 'missing') {
      const why = newsroomText('writeExport.otherPicture', { path: own })
      throw new NewsroomError(
        'failed',
        newsroomText('writeExport.failed', { path, why, note: await noteFailure(why, failed) }),
      )
    }
    await writeExport(own, file.bytes, failed, disk)
  }
  await writeExport(path, bytes, failed, disk)
}

/** A file that cannot be read may still be somebody's. Do not replace it. */
const bytesAt = (path: string): Promise<Buffer | 'missing' | 'unreadable'> =>
  readFile(path).catch((error: unknown) => (isMissing(error) ? 'missing' : 'unreadable'))

/**
 * Writes a finished export. Readers see either the old file or the complete new one. Resolves when the file is in its
 * place. Rejects with NewsroomError `failed` that names the file, also for a place inside a library; the old file is
 * untouched then. `failed` gets the reason first, to note it in the log.
 */
export async function writeExport(
  path: string,
  bytes: Uint8Array,
  failed?: (why: string) => Promise<unknown>,
  disk: ExportFileSystem = exportFileSystem,
): Promise<void> {
  const library = await libraryAround(dirname(path))
  if (library !== undefined)
    throw new NewsroomError(
      'failed',
      newsroomText('writeExport.inLibrary', {
        path,
        library,
        note: await noteFailure(newsroomText('writeExport.inLibraryWhy'), failed),
      }),
    )
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await writeWhole(disk, temporary, bytes)
    await disk.rename(temporary, path)
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined)
    const why = reasonOf(error)
    throw new NewsroomError(
      'failed',
      newsroomText('writeExport.failed', { path, why, note: await noteFailure(why, failed) }),
    )
  }
  // The file is in its place. Network shares and USB sticks often cannot open or sync folders.
  await syncFolder(disk, dirname(path)).catch(() => undefined)
}

/** Notes the failure. Resolves with an addition to the message: empty, or that the log could not be changed. */
async function noteFailure(why: string, failed: ((why: string) => Promise<unknown>) | undefined): Promise<string> {
  try {
    await failed?.(why)
    return ''
  } catch (error) {
    return newsroomText('writeExport.notNoted', { why: messageOf(error) })
  }
}

async function writeWhole(disk: ExportFileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.open(path, 'wx', 0o644)
  try {
    for (let at = 0; at < bytes.length;) {
      // A short write is not an error.
      const { bytesWritten } = await file.write(bytes, at, bytes.length - at)
      if (bytesWritten === 0) throw new Error(newsroomText('writeExport.diskTookNothing'))
      at += bytesWritten
    }
    await file.sync()
  } finally {
    await file.close()
  }
  const { size } = await disk.stat(path)
  if (size !== bytes.length) throw new Error(newsroomText('writeExport.diskTookPart'))
}

async function syncFolder(disk: ExportFileSystem, folder: string): Promise<void> {
  // Windows cannot open a folder to sync it.
  if (process.platform === 'win32') return
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const REASONS: Readonly<Record<string, string>> = {
  get ENOENT() {
    return newsroomText('writeExport.folderMissing')
  },
  get ENOTDIR() {
    return newsroomText('writeExport.notAFolder')
  },
  get EACCES() {
    return newsroomText('writeExport.notAllowed')
  },
  get EPERM() {
    return newsroomText('writeExport.notAllowed')
  },
  get EROFS() {
    return newsroomText('writeExport.readOnlyDisk')
  },
  get ENOSPC() {
    return newsroomText('writeExport.diskFull')
  },
  get EDQUOT() {
    return newsroomText('writeExport.quotaUsed')
  },
  get EISDIR() {
    return newsroomText('writeExport.isFolder')
  },
  get ENAMETOOLONG() {
    return newsroomText('writeExport.nameTooLong')
  },
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? messageOf(error)
}
