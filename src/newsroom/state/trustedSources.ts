/**
 * The source book, as far as people signed it. Of a record that somebody changed by hand, the file and what is left of
 * the record before are both held: every name in either is protected until an editor says who it is.
 */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { joinedContacts } from '../../story/desk/contact'
import { shownSource, type Source } from '../../story/desk/source'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { TrustLoss } from '../../story/ledger/loss'
import { defined } from '../../story/text/defined'
import type { KeyHistory } from '../../story/trust/keys/knownKeys'
import { isSigned, signedSources, unsignedSources, type UnsignedSource } from '../../story/trust/signedSources'
import type { LibraryFacts } from '../../storage/disk/storyStore'
import { complete } from '../../storage/records/survivors'

interface TrustedSources {
  readonly sources: readonly Source[]
  readonly losses: readonly TrustLoss[]
}

export function trustedSources(
  { sources, sourcesBefore = [], losses }: LibraryFacts,
  counted: readonly LedgerEntry[],
  history: KeyHistory,
): TrustedSources {
  const signed = signedSources(counted, history)
  // Of a book of which both copies are lost, that loss tells.
  if (!signed || losses.some(({ kind }) => kind === 'sources')) return { sources, losses: [] }
  const unsigned = unsignedSources(sources, signed)
  if (unsigned.length === 0) return { sources, losses: [] }
  const doubted = new Set(unsigned.map(({ id }) => id))
  const before = new Map(sourcesBefore.filter((one) => isSigned(one, signed)).map((one) => [one.id, one]))
  const ids = [...new Set([...sources.map(({ id }) => id), ...doubted])]
  const held = ids.flatMap((id): readonly Source[] => {
    const inFile = sources.filter((source) => source.id === id)
    return doubted.has(id) ? ofAll(before.get(id), inFile) : inFile
  })
  return { sources: held, losses: unsigned.map((one) => lossOf(one, held)) }
}

/** One record for all that there are of a source: `signed`, and those of the file. The first says what it is called. */
function ofAll(signed: Source | undefined, inFile: readonly Source[]): readonly Source[] {
  const [first, ...others] = [...(signed ? [signed] : []), ...inFile.map(complete)]
  if (!first) return []
  // By hand a record can be hidden behind another one.
  const { mergedInto: _hidden, ...shown } = first
  const names = [first, ...others].flatMap(({ name, aliases }) => [name, ...aliases])
  const contact = others.reduce((all, one) => joinedContacts(all, one.contact ?? ''), first.contact ?? '')
  return [
    {
      ...(signed ?? shown),
      protected: true,
      aliases: [...new Set(names)].filter((name) => name !== first.name),
      // No verdict relied on this version.
      groundRulesVersion: Math.max(...[first, ...others].map(({ groundRulesVersion }) => groundRulesVersion)) + 1,
      ...defined({ contact: contact === '' ? undefined : contact }),
    },
  ]
}

function lossOf({ id, is, hash }: UnsignedSource, held: readonly Source[]): TrustLoss {
  const source = held.find((one) => one.id === id)
  return {
    kind: 'sources',
    where: `sources.json ${id} ${hash.slice(0, 16)}`,
    detail: newsroomText(`trust.source.${is}`, { source: source ? shownSource(source, held) : id }),
  }
}
