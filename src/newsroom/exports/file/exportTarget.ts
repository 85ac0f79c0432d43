import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import { NewsroomError } from '../../../story/requests/requests'
import { factsOf, libraryAround } from '../../files/libraryAround'

export interface ExportTarget {
  readonly path: string
  readonly isFolder: boolean
  /** A file that is not empty has this path. */
  readonly taken: boolean
}

/**
 * Checks the destination of an export before anything is made or logged. Rejects with NewsroomError `failed` that names
 * it: no such folder, not an ordinary file, not writable, inside a library.
 */
export async function lookAtTarget(path: string): Promise<ExportTarget> {
  const facts = await factsOf(path)
  if (facts && !facts.isDirectory() && !facts.isFile())
    throw new NewsroomError('failed', newsroomText('exportTarget.notAFile', { path }))
  const isFolder = facts?.isDirectory() ?? false
  const problem = await folderProblem(isFolder ? path : dirname(path))
  if (problem !== undefined) throw new NewsroomError('failed', newsroomText('exportTarget.folderProblem', { problem }))
  const library = await libraryAround(isFolder ? path : dirname(path))
  if (library !== undefined)
    throw new NewsroomError('failed', newsroomText('exportTarget.inLibrary', { path, library }))
  return { path, isFolder, taken: !isFolder && (facts?.size ?? 0) > 0 }
}

/** A sentence that says why a folder cannot be written to; undefined when it can. */
export async function folderProblem(folder: string): Promise<string | undefined> {
  const facts = await factsOf(folder)
  if (!facts) return newsroomText('exportTarget.folderMissing', { folder })
  if (!facts.isDirectory()) return newsroomText('exportTarget.notAFolder', { folder })
  return access(folder, constants.W_OK).then(
    () => undefined,
    () => newsroomText('exportTarget.folderReadOnly', { folder }),
  )
}
