/**
 * Whether the signed graf of a quote-like fact still stands, only split or merged with a neighbour (rule 5): its words
 * run on across grafs as they did, and nothing came in between.
 */
import { hashText } from '../ledger/hash'
import { canonical } from '../text/compare'
import type { GrafRest } from '../ledger/facts/viewParts'
import type { RestNow } from './context'
import { readable } from './claims'

/** Canonical text; white space counts only between two words. A split or a merge changes it beside punctuation. */
const squash = (text: string): string => canonical(text).replace(/ (?![\p{L}\p{N}])|(?<![\p{L}\p{N}]) /gu, '')

export function grafStands(signed: GrafRest, near: string, { run: [earlier, lead, tail, later] }: RestNow): boolean {
  const whole = squash([readable(signed.left), near, readable(signed.right)].join(' '))
  const [before, after] = [whole.slice(0, signed.at).trim(), whole.slice(signed.at).trim()]
  const [ownBefore, ownAfter] = [squash(lead), squash(tail)]
  return (
    isRun(before, ownBefore, squash(earlier), signed.edges[0], 'end') &&
    isRun(after, ownAfter, squash(later), signed.edges[1], 'start')
  )
}

/** One side of the fact: the signed text, the graf's text now, and the neighbour's. `at`: where the fact is. */
function isRun(signed: string, own: string, neighbour: string, edge: string, at: 'start' | 'end'): boolean {
  if (own === signed) return true
  const meets = (whole: string, part: string): boolean => (at === 'end' ? whole.endsWith(part) : whole.startsWith(part))
  const beyond = (whole: string, part: string): string =>
    (at === 'end' ? whole.slice(0, whole.length - part.length) : whole.slice(part.length)).trim()
  const wasNeighbour = (text: string): boolean => text !== '' && edge !== '' && hashText(text) === edge
  // Split: the rest of the signed text is the neighbour, or stands at the near end of what the neighbour was. Any other
  // word there may have changed what the rest says: “Kim said” → “A lawyer for Kim said”.
  if (meets(signed, own)) {
    const rest = beyond(signed, own)
    return neighbour === rest || (meets(neighbour, rest) && wasNeighbour(beyond(neighbour, rest)))
  }
  // Merged: what the graf has beyond the signed text was its neighbour.
  return meets(own, signed) && wasNeighbour(beyond(own, signed))
}

/** The edges and the place that `grafStands` needs later. `holdsName`: such a graf leaves no hash, so no edge. */
export function grafRest(
  { left, right, run: [earlier, lead, , later] }: RestNow,
  holdsName: (text: string) => boolean,
): GrafRest {
  const edge = (text: string): string => (text === '' || holdsName(text) ? '' : hashText(squash(text)))
  return { left, right, at: squash(lead).length, edges: [edge(earlier), edge(later)] }
}
