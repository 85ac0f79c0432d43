import { textHash, withRecord } from './textsOut'
import type { Versions } from './versionsOf'

/**
 * The hashes under which a version leaves with the words that were published, or cleared last, whatever readers are
 * told of its correction. Empty: an earlier Stet cleared it, or nobody did.
 */
export function lastWordsOf(version: number, versions: Versions): ReadonlySet<string> {
  let cleared: string | undefined
  let published: string | undefined
  const told: (string | undefined)[] = [undefined]
  for (const { entry, version: its } of versions.entries) {
    if (entry.kind === 'correctionNoted' && entry.version === version) told.push(entry.publicText)
    if (entry.kind !== 'moved' || its !== version) continue
    if (entry.to === 'cleared' && entry.from !== 'spiked') cleared = entry.leaving && textHash(entry.leaving)
    if (entry.to === 'published') published = cleared
  }
  const words = published ?? cleared
  return new Set(words === undefined ? [] : told.map((publicText) => withRecord(words, publicText)))
}
