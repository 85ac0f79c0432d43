import { evidenceText } from '../../../../catalogue/window/evidence'
import type { Act, Bridge, Outcome } from '../../../../ipc/contract'
import type { AnswerOf } from '../../../../story/requests/requests'
import { messageOf } from '../../../../story/text/messageOf'

export type Captured = AnswerOf<'file.keep'>

/** Bytes of one piece. */
const PIECE = 4 * 1024 * 1024

export interface Capturing {
  readonly call: Bridge['call']
  /** Bytes copied so far. */
  readonly onProgress: (copied: number) => void
  readonly signal: AbortSignal
}

/**
 * Copies a file into the library, piece by piece. Resolves to undefined when it was stopped. A stopped or failed copy
 * leaves nothing.
 */
export async function captureFile(
  file: File,
  { call, onProgress, signal }: Capturing,
): Promise<Outcome<Captured> | undefined> {
  // Not the window's `act`, which first saves what was typed: a file can be copied before that.
  const act: Act = async (action, request) => (await call('act', { action, request })) as Outcome<never>
  const begun = await act('file.begin', { name: file.name, size: file.size })
  if (!begun.ok) return begun
  const { upload } = begun.value
  const drop = (): Promise<unknown> => act('file.drop', { upload })
  try {
    for (let at = 0; at < file.size; at += PIECE) {
      if (signal.aborted) {
        await drop()
        return undefined
      }
      const bytes = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer())
      const written = await act('file.write', { upload, bytes })
      if (!written.ok) return written
      onProgress(written.value.size)
    }
  } catch (error) {
    // The file is gone or may no longer be read.
    await drop()
    return {
      ok: false,
      reason: 'failed',
      message: evidenceText('captureFile.couldReadEndNothing', {
        name: file.name,
        part: messageOf(error),
      }),
    }
  }
  if (signal.aborted) {
    await drop()
    return undefined
  }
  // A large file takes time to reach the disk. It can be stopped until it has its name.
  signal.addEventListener('abort', () => void drop(), { once: true })
  const kept = await act('file.keep', { upload })
  return !kept.ok && signal.aborted ? undefined : kept
}
