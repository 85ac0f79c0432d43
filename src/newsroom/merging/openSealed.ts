/** Opens what of a bundle is sealed for the person who opens it. What it says is foreign, whoever sealed it. */
import { mergeText } from '../../catalogue/rooms/merge'
import { revealedSources } from '../../exchange/bundle/revealedSources'
import { readSealedPart } from '../../exchange/bundle/sealedPart'
import type { BundledFile, StoryBundle } from '../../exchange/bundle/storyBundle'
import type { MergeSender, SealedReport } from '../../story/requests/mergeRequests'
import { unseal } from '../people/seal'
import type { Newsroom } from '../state/newsroom'

export interface OpenedBundle {
  /** The bundle with what was sealed, as far as it may come in. */
  readonly bundle: StoryBundle
  /** Absent: nothing is sealed in it. */
  readonly sealed?: Omit<SealedReport, 'revealed' | 'otherwise'>
  /** One clause: the sealed part is not of this bundle. Then nothing of the bundle may come in. */
  readonly refused?: string
}

/** `by`: who opens it. Nobody else's key is tried. */
export async function openSealed(
  room: Newsroom,
  by: string,
  bundle: StoryBundle,
  { standing }: MergeSender,
): Promise<OpenedBundle> {
  const { sealed, story, manifest } = bundle
  const people = story.sealedFor
  if (!sealed || !people) return { bundle }
  const isNamed = people.includes(by)
  const own = room.ring.sealingSecretOf(by)
  const plain = own && (await unseal(sealed, own.secret))
  if (!own || !plain) return { bundle, sealed: { people, standing: isNamed ? 'otherKey' : 'others' } }
  // Names that anybody could send would stop every export in which they stand.
  if (standing !== 'trusted' && standing !== 'own') return { bundle, sealed: { people, standing: 'untrusted' } }
  const part = readSealedPart(plain)
  const isOfBundle =
    part?.story === story.id &&
    part.guid === story.guid &&
    part.made === manifest.made &&
    part.from === manifest.signature?.key &&
    part.keys.includes(own.key)
  if (!part || !isNamed || !isOfBundle) return { bundle, refused: mergeText('sealed.notOfBundle') }
  const sources = revealedSources(bundle.sources, part.sources)
  if (!sources) return { bundle, refused: mergeText('sealed.otherSource') }
  const leftOut = new Set(bundle.leftOut)
  if (![...part.files.keys()].every((sha256) => leftOut.has(sha256)))
    return { bundle, refused: mergeText('sealed.notOfBundle') }
  return {
    bundle: {
      ...bundle,
      sources,
      snapshots: [...bundle.snapshots, ...part.snapshots],
      files: new Map([...bundle.files, ...[...part.files].map(bundled)]),
    },
    sealed: { people, standing: 'opened' },
  }
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
