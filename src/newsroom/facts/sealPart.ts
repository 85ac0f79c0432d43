import { protectedTerms, type ProtectedTerm } from '../../projection/scan/protectedTerms'
import { sealText } from '../../projection/scan/sealText'
import { sealedWith } from '../../story/view/claims'
import type { Source } from '../../story/desk/source'
import type { PartText } from '../../story/ledger/facts/viewParts'

interface Guarded {
  readonly source: Source
  readonly terms: readonly ProtectedTerm[]
}

const known = new WeakMap<ReadonlyMap<string, Source>, readonly Guarded[]>()

/**
 * Seals parts of a view for the ledger: a text with a name of a protected source is kept only as that source's HMAC.
 */
export function sealing(sources: ReadonlyMap<string, Source>): (text: string) => PartText {
  const guarded = known.get(sources) ?? guardedIn(sources)
  known.set(sources, guarded)
  return (text) => {
    const found = guarded.find(({ terms }) => sealText(text, terms) !== text)
    return found ? sealedWith(text, found.source) : text
  }
}

const guardedIn = (sources: ReadonlyMap<string, Source>): readonly Guarded[] =>
  [...sources.values()]
    .filter((source) => source.protected)
    .map((source) => ({ source, terms: protectedTerms([source]) }))
