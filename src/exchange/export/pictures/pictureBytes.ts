/** Reading and joining the bytes of picture files. */

export const startsWith = (bytes: Uint8Array, at: number, signature: string): boolean =>
  [...signature].every((character, index) => bytes[at + index] === character.charCodeAt(0))

export const dataViewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Returns a part. @throws RangeError if it is cut short. */
export function bytesBetween(bytes: Uint8Array, from: number, to: number): Uint8Array {
  if (to > bytes.length || from > to) throw new RangeError('The picture is cut short.')
  return bytes.subarray(from, to)
}
