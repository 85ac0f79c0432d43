/** SHA-256 of bytes that need not fit into memory. */
import { createHash } from 'node:crypto'
import type { FileLayer } from '../fileLayer'

/** Bytes that can be read piece by piece. */
export interface Readable {
  read(from: number, length: number): Promise<Uint8Array>
}

/** Bytes read or written at a time. Between two pieces the process does other work. */
const PIECE = 1 << 20

/** SHA-256 and size of a file, read piece by piece. `throwIfStopped` is called between pieces and throws to end it. */
export async function hashFile(
  files: FileLayer,
  path: string,
  throwIfStopped?: () => void,
): Promise<{ readonly sha256: string; readonly size: number }> {
  const file = await files.open(path, 'read')
  try {
    return await passThrough(
      { read: (from, length) => file.readAt(from, length) },
      () => Promise.resolve(),
      throwIfStopped,
    )
  } finally {
    await file.close()
  }
}

/**
 * SHA-256 and size of the bytes of `from`; passes each piece to `each`. `throwIfStopped` is called between pieces and
 * throws to end it.
 */
export async function passThrough(
  from: Readable,
  each: (piece: Uint8Array) => Promise<void>,
  throwIfStopped?: () => void,
): Promise<{ readonly sha256: string; readonly size: number }> {
  const hash = createHash('sha256')
  let size = 0
  for (let piece = await from.read(0, PIECE); piece.length > 0; piece = await from.read(size, PIECE)) {
    throwIfStopped?.()
    hash.update(piece)
    await each(piece)
    size += piece.length
  }
  return { sha256: hash.digest('hex'), size }
}
