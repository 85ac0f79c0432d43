/** Opens what of a bundle is sealed for the person who opens it. What it says is foreign, no matter who sealed it. */
import { mergeText } from '../../catalogue/merging/merge'
import { revealedSources } from '../../exchange/bundle/revealedSources'
import { readSealedPart } from '../../exchange/bundle/sealedPart'
import type { SealedPart } from '../../exchange/bundle/sealedPart'
import type { BundleSnapshot, StoryBundle } from '../../exchange/bundle/storyBundle'
import { roleOf } from '../../story/desk/roster'
import { whyNotRight } from '../../story/desk/rightsTable'
import type { MergeSender, SealedReport } from '../../story/requests/exchange/mergeRequests'
import { unseal } from '../people/seal'
import { hasFirstPin, keysOf } from '../../story/trust/keys/knownKeys'
import type { Newsroom } from '../state/newsroom'

export interface OpenedBundle {
  /** The bundle with who its sources are. */
  readonly bundle: StoryBundle
  /** Absent: nothing is sealed in it. */
  readonly sealed?: Omit<SealedReport, 'revealed' | 'otherwise' | 'left'>
  /** Absent: nothing was opened. */
  readonly secret?: Secret
  /** One clause: the sealed part is not of this bundle. Then nothing of the bundle may come in. */
  readonly refused?: string
}

/** What was sealed. Its snapshots and files come in only if they name no one unprotected (withoutUnprotected.ts). */
export type Secret = Pick<SealedPart, 'sources' | 'files'> & { readonly snapshots: readonly BundleSnapshot[] }

/** `by`: who opens it. Nobody else's key is tried. */
export async function openSealed(
  room: Newsroom,
  by: string,
  bundle: StoryBundle,
  { person, standing }: MergeSender,
): Promise<OpenedBundle> {
  const { sealed, story, manifest } = bundle
  const people = story.sealedFor
  if (!sealed || !people) return { bundle }
  const isNamed = people.includes(by)
  const own = room.ring.sealingSecretOf(by)
  const plain = own && (await unseal(sealed, own.secret))
  if (!own || !plain) {
    const shut = !own && isLocked(room, by) ? 'locked' : 'otherKey'
    return { bundle, sealed: { people, standing: isNamed ? shut : 'others' } }
  }
  // Names that anybody could send would stop every export in which they stand.
  if (standing !== 'trusted' && standing !== 'own') return { bundle, sealed: { people, standing: 'untrusted' } }
  if (!mayShareHere(room, person, manifest.signature?.key)) return { bundle, sealed: { people, standing: 'untrusted' } }
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
  return { bundle: { ...bundle, sources }, sealed: { people, standing: 'opened' }, secret: part }
}

/** Whether the person has a key in this library that only the PIN opens. Whether it fits is not known before that. */
const isLocked = ({ ring }: Newsroom, person: string): boolean =>
  keysOf(ring.history, person).some(({ grade }) => grade === 'pin')

/** What the sender’s key may tell is what its owner may share here, with the role and the PIN that are known here. */
function mayShareHere(room: Newsroom, person: string, key = ''): boolean {
  const { history } = room.ring
  const { roster, settings } = room.desk()
  const lacksPin = hasFirstPin(history) && history.keys.get(key)?.grade === 'plain'
  const asked = { role: roleOf(person, roster), lacksPin, isAuthor: false, wrote: false, alone: settings.deskOfOne }
  return whyNotRight('shareSources', person, asked) === undefined
}
