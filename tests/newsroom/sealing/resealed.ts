/** Bundles whose sealed part somebody changed: opened, changed, sealed and signed again. */
import { readSealedPart, writeSealedPart, type SealedPart } from '../../../src/exchange/bundle/sealedPart'
import type { StoryBundle } from '../../../src/exchange/bundle/storyBundle'
import { writeBundle } from '../../../src/exchange/bundle/writeBundle'
import { seal, recipientOf, unseal } from '../../../src/newsroom/people/seal'
import { sourceBook, type Source } from '../../../src/story/desk/source'
import { commitmentOf } from '../../../src/story/view/commitment'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import type { Machine } from '../merge/machines'
import { opened } from './sealedStory'

export interface Signer {
  readonly on: Machine
  readonly by: string
}

/** What a receiver reads in the sealed part of the first story. */
export async function sealedIn(bytes: Uint8Array, { on, by }: Signer): Promise<SealedPart> {
  const [story] = (await opened(bytes)).stories
  const key = on.room.ring.sealingSecretOf(by)
  const plain = story?.sealed && key && (await unseal(story.sealed, key.secret))
  const part = plain && readSealedPart(plain)
  if (!part) throw new Error('not sealed for them')
  return part
}

export async function sealedFor({ on, by }: Signer, plain: Uint8Array): Promise<Uint8Array> {
  const key = on.room.ring.sealingSecretOf(by)
  return seal(plain, key ? [await recipientOf(key.secret)] : [])
}

/** `change`: the sealed part, as an age file. Signed again by `sign`. */
export async function withSealed(
  bytes: Uint8Array,
  sealed: Uint8Array | undefined,
  sign: Signer,
  more: (bundle: StoryBundle) => Partial<Pick<StoryBundle, 'sources' | 'story'>> = () => ({}),
): Promise<Uint8Array> {
  const { manifest, stories } = await opened(bytes)
  const key = sign.on.room.ring.usableKeyOf(sign.by)
  const { card } = await sign.on.act(sign.by, 'device.card', {})
  return writeBundle({
    made: manifest.made,
    by: sign.by,
    device: key?.device ?? '',
    stories: stories.map((bundle) => {
      const { story, document, entries, sources, snapshots } = { ...bundle, ...more(bundle) }
      const { id, guid, headline = '', leftOut, sealedFor: people } = story
      return {
        story: { id, guid, headline, leftOut, ...(sealed && people ? { sealedFor: people } : {}) },
        ...{ document, sources, snapshots },
        entries: entries as unknown as readonly LedgerEntry[],
        ...(sealed ? { sealed } : {}),
      }
    }),
    files: new Map(),
    sender: { card, key: key?.id ?? '', sign: (hash) => sign.on.room.ring.sign(key?.id ?? '', hash) },
  })
}

/** The bundle with a changed sealed part, sealed for the receiver and signed by the sender. */
export async function resealed(
  bytes: Uint8Array,
  receiver: Signer,
  sender: Signer,
  change: (part: SealedPart) => Partial<SealedPart>,
): Promise<Uint8Array> {
  const part = await sealedIn(bytes, receiver)
  return withSealed(bytes, await sealedFor(receiver, writeSealedPart({ ...part, ...change(part) })), sender)
}

/**
 * The bundle with a changed sealed part, and with an open part that commits to what it says now. `open`: what else
 * changes of the open sources.
 */
export async function consistently(
  bytes: Uint8Array,
  receiver: Signer,
  sender: Signer,
  change: (part: SealedPart) => Partial<SealedPart>,
  open: (source: Source) => Partial<Source> = () => ({}),
): Promise<Uint8Array> {
  const part = await sealedIn(bytes, receiver)
  const from = sender.on.room.ring.usableKeyOf(sender.by)?.id ?? ''
  const changed = { ...part, from, ...change(part) }
  return withSealed(bytes, await sealedFor(receiver, writeSealedPart(changed)), sender, ({ sources }) => ({
    sources: sources.map((one) => {
      const record = changed.sources.find(({ id }) => id === one.id)
      return record ? { ...one, ...open(one), commitment: commitmentOf(one.id, sourceBook([record])) } : one
    }),
  }))
}
