/** A sentence after several changes by one person, of which each alone is known. */
import type { ProposedWords } from '../../ledger/writers/suggestionTrace'

interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
  /** The sentence has it in any case. */
  readonly must?: true
}

/**
 * Whether a sentence reads like `corrected`, with some of the other changes that its proposer made at exactly these
 * places of the standing sentence.
 */
export function readsTogether(
  sentence: string,
  standing: string,
  corrected: string,
  others: readonly ProposedWords[],
): boolean {
  const correction = difference(standing, corrected)
  const changes = others
    .flatMap((other) => changeIn(standing, other))
    .filter(({ from, to }) => to <= correction.from || from >= correction.to)
  const sorted = [...changes, correction].sort((a, b) => a.from - b.from || a.to - b.to)
  const reads = (next: number, at: number, done: number): boolean => {
    const change = sorted[next]
    if (!change) return sentence.slice(done) === standing.slice(at)
    if (!change.must && reads(next + 1, at, done)) return true
    if (change.from < at) return false
    const upTo = standing.slice(at, change.from) + change.text
    return sentence.startsWith(upTo, done) && reads(next + 1, change.to, done + upTo.length)
  }
  return reads(0, 0, 0)
}

/** What is left of two texts without their equal beginnings and ends. */
function difference(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let same = 0
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++
  return { from, to: before.length - same, text: after.slice(from, after.length - same), must: true }
}

/** The change in this sentence. Of entries that tell no place: where the words stand once. */
function changeIn(standing: string, { inserted, deleted, places }: ProposedWords): readonly Change[] {
  const [place, ...more] = places ?? [{ standing: deleted, from: 0 }]
  if (!place || place.standing === '' || more.length > 0) return []
  const at = standing.indexOf(place.standing)
  if (at < 0 || standing.includes(place.standing, at + 1)) return []
  const from = at + place.from
  const to = from + deleted.length
  return standing.slice(from, to) === deleted ? [{ from, to, text: inserted }] : []
}
