/** Which snapshots and files of a sealed part come in: those that name no one who is not protected here. */
import type { BundledFile, StoryBundle } from '../../exchange/bundle/storyBundle'
import { protectedTerms, type ProtectedTerm } from '../../projection/scan/protectedTerms'
import { listedSources, sourceBook, type Source } from '../../story/desk/source'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { capturedOf } from '../exports/bundle/captured'
import { snapshotLeaks } from '../exports/bundle/leaks'
import { namesIn } from '../exports/bundle/namesInFile'
import type { Newsroom } from '../state/newsroom'
import type { Secret } from './openSealed'

export interface Admitted {
  readonly bundle: StoryBundle
  /** How many snapshots and files stay out. */
  readonly left: number
}

/**
 * The bundle with those sealed snapshots and files that the library can keep to itself. Its entries were checked.
 * `after`: the source book here once the sources have come. A name that is not protected in it would leave with the
 * next open bundle.
 */
export async function withoutUnprotected(
  room: Newsroom,
  bundle: StoryBundle,
  secret: Secret | undefined,
  after: readonly Source[],
): Promise<Admitted> {
  if (!secret) return { bundle, left: 0 }
  const terms = termsUncovered(secret.sources, after)
  const snapshots = secret.snapshots.filter((one) => !snapshotLeaks(one, terms))
  const files = new Map<string, Uint8Array>()
  const captured = capturedOf(bundle.entries as unknown as readonly LedgerEntry[], [])
  const revealed = new Set(secret.sources.map(({ id }) => id))
  const book = sourceBook(after)
  const mayCome = (id: string): boolean => {
    const source = book.get(id)
    if (source?.destroyed) return false
    return !revealed.has(id) || (source?.protected === true && source.commitment === undefined)
  }
  for (const [sha256, bytes] of secret.files) {
    const { name = '', sources = [] } = captured.get(sha256) ?? {}
    if (![...sources].every(mayCome)) continue
    if ((await namesIn(room, { sha256, name, bytes }, terms)) === 'none') files.set(sha256, bytes)
  }
  return {
    bundle: {
      ...bundle,
      snapshots: [...bundle.snapshots, ...snapshots],
      files: new Map([...bundle.files, ...[...files].map(bundled)]),
    },
    left: secret.snapshots.length - snapshots.length + secret.files.size - files.size,
  }
}

/** Names and contacts of these sources that nothing here would stop from leaving. */
function termsUncovered(sources: readonly Source[], after: readonly Source[]): readonly ProtectedTerm[] {
  const keyOf = ({ what, term, bare }: ProtectedTerm): string =>
    JSON.stringify([what === 'contact' ? what : 'name', term, bare])
  const covered = new Set(protectedTerms(listedSources(after)).map(keyOf))
  return protectedTerms(sources).filter((term) => !covered.has(keyOf(term)))
}

const bundled = ([sha256, file]: readonly [string, Uint8Array]): readonly [string, BundledFile] => [
  sha256,
  {
    sha256,
    bytes: file.length,
    async *pieces() {
      yield await Promise.resolve(file)
    },
  },
]
