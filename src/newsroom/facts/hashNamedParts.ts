import { protectedTerms, type ProtectedTerm } from '../../projection/scan/protectedTerms'
import { maskNames } from '../../projection/scan/maskNames'
import { keyedHashOf } from '../../story/view/claims'
import type { Source } from '../../story/desk/source'
import type { PartText } from '../../story/ledger/facts/viewParts'

interface Guarded {
  readonly source: Source
  readonly terms: readonly ProtectedTerm[]
}

const known = new WeakMap<ReadonlyMap<string, Source>, readonly Guarded[]>()

/**
 * Returns what a ledger keeps of a text of a view: the text, or only an HMAC if it names a protected source.
 */
export function hashNamedParts(sources: ReadonlyMap<string, Source>): (text: string) => PartText {
  const guarded = known.get(sources) ?? guardedIn(sources)
  known.set(sources, guarded)
  return (text) => {
    const found = guarded.find(({ terms }) => maskNames(text, terms) !== text)
    return found ? keyedHashOf(text, found.source) : text
  }
}

const guardedIn = (sources: ReadonlyMap<string, Source>): readonly Guarded[] =>
  [...sources.values()]
    .filter((source) => source.protected)
    .map((source) => ({ source, terms: protectedTerms([source]) }))
