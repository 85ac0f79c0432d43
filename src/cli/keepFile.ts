import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { NewsroomError, type AnswerOf } from '../story/requests'
import type { Ask } from './command'

const PIECE = 4 * 1024 * 1024

/** Copies a file into the library, piece by piece. Rejects with NewsroomError `failed` that names the file; then nothing of it is there. */
export async function keepFile(ask: Ask, path: string): Promise<AnswerOf<'file.keep'>> {
  const file = await open(path, 'r').catch((trouble: unknown) => { throw unreadable(path, trouble) })
  let intake: string | undefined
  try {
    const facts = await file.stat()
    if (!facts.isFile()) throw new NewsroomError('failed', `${path} is not a file. Nothing was copied.`)
    ;({ intake } = await ask('file.begin', { name: basename(path), size: facts.size }))
    const piece = new Uint8Array(PIECE)
    for (let at = 0; ; ) {
      const { bytesRead } = await file.read(piece, 0, PIECE, at).catch((trouble: unknown) => { throw unreadable(path, trouble) })
      if (bytesRead === 0) break
      await ask('file.write', { intake, bytes: piece.subarray(0, bytesRead) })
      at += bytesRead
    }
    return await ask('file.keep', { intake })
  } catch (trouble) {
    // The first trouble counts; a copying that ended by itself has nothing to drop.
    if (intake !== undefined) await ask('file.drop', { intake }).catch(() => undefined)
    throw trouble
  } finally {
    await file.close()
  }
}

function unreadable(path: string, trouble: unknown): NewsroomError {
  const code = trouble instanceof Error && 'code' in trouble ? String(trouble.code) : ''
  const why = code === 'ENOENT' ? 'it is not there' : code === 'EACCES' ? 'you may not read it' : trouble instanceof Error ? trouble.message : String(trouble)
  return new NewsroomError('failed', `${path} could not be copied: ${why}. Nothing in the library changed.`)
}
