import { strToU8, zipSync, type Zippable } from 'fflate'

/**
 * Writes a zip with these parts in this order. Text is deflated. Bytes (pictures) are compressed already and are
 * stored. Equal parts give equal bytes on every machine: fflate deflates in JavaScript, where the output of Node's
 * zlib depends on the processor.
 */
export function zipPackage(parts: readonly (readonly [name: string, content: string | Uint8Array])[]): Uint8Array {
  const entries: Zippable = {}
  for (const [name, content] of parts)
    entries[name] = typeof content === 'string' ? strToU8(content) : [content, { level: 0 }]
  // Word dates its entries 1 January 1980, too. fflate writes local time, and noon exists on that day in every time
  // zone.
  return zipSync(entries, { mtime: new Date(1980, 0, 1, 12) })
}
