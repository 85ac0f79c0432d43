import { cliText } from '../../catalogue/rooms/cli'
import { open, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { recogniseFile, RECOGNISING_BYTES } from '../../story/text/format/fileKind'
import { NewsroomError, type AnswerOf } from '../../story/requests/requests'
import { unstoppable, type Ask, type Surroundings } from '../run/command'
import { formatInteger } from '../../story/text/format/formatInteger'
import { defined } from '../../story/text/defined'
import { messageOf } from '../../story/text/messageOf'

const PIECE = 4 * 1024 * 1024

/**
 * Copies a file into the library, piece by piece, and reports progress. Rejects with NewsroomError `failed` that names
 * the file, even when it is stopped; then nothing of the file is in the library. `refuse`: why a file of this media
 * type is refused.
 */
export function keepFile(
  ask: Ask,
  path: string,
  { cwd, progress, stoppable = unstoppable }: Surroundings,
  refuse?: (mediaType: string) => string | undefined,
): Promise<AnswerOf<'file.keep'>> {
  return stoppable(async (stopped) => {
    try {
      return await copy(ask, resolve(cwd, path), {
        stopped,
        ...defined({ progress, refuse }),
      })
    } finally {
      progress?.('')
    }
  })
}

interface Copying {
  readonly stopped: AbortSignal
  readonly progress?: (line: string) => void
  readonly refuse?: (mediaType: string) => string | undefined
}

async function copy(ask: Ask, path: string, { stopped, progress, refuse }: Copying): Promise<AnswerOf<'file.keep'>> {
  // Checked before opening: opening a pipe waits for a writer.
  const facts = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  if (!facts.isFile()) throw new NewsroomError('failed', cliText('keepFile.notAFile', { path }))
  const file = await open(path, 'r').catch((error: unknown) => {
    throw unreadable(path, error)
  })
  let upload: string | undefined
  try {
    const piece = new Uint8Array(PIECE)
    const read = (at: number, length: number) =>
      file.read(piece, 0, length, at).catch((error: unknown) => {
        throw unreadable(path, error)
      })
    if (refuse && facts.size > 0) {
      const { bytesRead } = await read(0, RECOGNISING_BYTES)
      const why = refuse(recogniseFile(piece.subarray(0, bytesRead), basename(path)).mediaType)
      if (why !== undefined) throw new NewsroomError('failed', cliText('keepFile.refused', { path, why }))
    }
    ;({ upload } = await ask('file.begin', { name: basename(path), size: facts.size }))
    for (let at = 0; ;) {
      if (stopped.aborted) throw ended(path)
      const { bytesRead } = await read(at, PIECE)
      if (bytesRead === 0) break
      await ask('file.write', { upload, bytes: piece.subarray(0, bytesRead) })
      at += bytesRead
      progress?.(
        cliText('keepFile.progress', {
          path: basename(path),
          min: Math.min(100, Math.floor((at / facts.size) * 100)),
          formatInteger: formatInteger(Math.ceil(facts.size / 1_000_000)),
        }),
      )
    }
    return await keep(ask, upload, path, stopped)
  } catch (error) {
    // The first error counts. A copy that failed in the library has nothing to drop.
    if (upload !== undefined) await ask('file.drop', { upload }).catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
}

/** Resolves when the file is on the disk. It can be stopped until the file has its name. */
async function keep(ask: Ask, upload: string, path: string, stopped: AbortSignal): Promise<AnswerOf<'file.keep'>> {
  const drop = (): void => void ask('file.drop', { upload }).catch(() => undefined)
  stopped.addEventListener('abort', drop)
  try {
    return await ask('file.keep', { upload })
  } catch (error) {
    throw stopped.aborted ? ended(path) : error
  } finally {
    stopped.removeEventListener('abort', drop)
  }
}

const ended = (path: string): NewsroomError => new NewsroomError('failed', cliText('keepFile.stopped', { path }))

function unreadable(path: string, error: unknown): NewsroomError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why =
    code === 'ENOENT'
      ? cliText('keepFile.missing')
      : code === 'EACCES'
        ? cliText('keepFile.unreadable')
        : messageOf(error)
  return new NewsroomError('failed', cliText('keepFile.failed', { path, why }))
}
