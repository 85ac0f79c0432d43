// The build for browsers: the one for Node declares a `require` of its own, which the bundle has already.
import { zipSync, type Zippable } from 'fflate/browser'

/**
 * A zip with these parts in this order. The date of every entry is `date` (RFC 3339) read as UTC, as near as zip can say it (from
 * 1980, even seconds), so that equal parts give equal bytes wherever they are written.
 */
export function zipPackage(parts: readonly (readonly [name: string, content: string | Uint8Array])[], date: string): Uint8Array {
  const utc = new Date(date)
  // Zip knows no zones: fflate writes what the local getters say, so they are made to say UTC.
  const mtime = new Date(Math.min(2099, Math.max(1980, utc.getUTCFullYear())), utc.getUTCMonth(), utc.getUTCDate(), utc.getUTCHours(), utc.getUTCMinutes(), utc.getUTCSeconds())
  const entries: Zippable = {}
  for (const [name, content] of parts) entries[name] = [typeof content === 'string' ? new TextEncoder().encode(content) : content, { mtime, level: 6 }]
  return zipSync(entries)
}
