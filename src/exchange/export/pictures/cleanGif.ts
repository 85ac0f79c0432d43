import { concatBytes, bytesBetween, startsWith, dataViewOf } from './pictureBytes'

/** Follows GIF89a. Leaves out comments, plain text and application data but the loop count. */
export function cleanGif(bytes: Uint8Array): Uint8Array | undefined {
  if (!startsWith(bytes, 0, 'GIF87a') && !startsWith(bytes, 0, 'GIF89a')) return undefined
  const view = dataViewOf(bytes)
  const colours = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1))
  let at = 13 + colours(view.getUint8(10))
  const parts: Uint8Array[] = [bytesBetween(bytes, 0, at)]
  const afterBlocks = (from: number): number => {
    let next = from
    while (view.getUint8(next) !== 0) next += view.getUint8(next) + 1
    return next + 1
  }
  for (;;) {
    const kind = view.getUint8(at)
    if (kind === 0x3b) return concatBytes([...parts, bytesBetween(bytes, at, at + 1)])
    if (kind === 0x2c) {
      const end = afterBlocks(at + 10 + colours(view.getUint8(at + 9)) + 1)
      parts.push(bytesBetween(bytes, at, end))
      at = end
    } else if (kind === 0x21) {
      const end = afterBlocks(at + 2)
      const label = view.getUint8(at + 1)
      if (label === 0xf9 || (label === 0xff && startsWith(bytes, at + 3, 'NETSCAPE2.0')))
        parts.push(bytesBetween(bytes, at, end))
      at = end
    } else return undefined
  }
}
