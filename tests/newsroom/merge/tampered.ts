/** Bundles that somebody changed: read, changed, and written again in a person's name. */
import * as Y from 'yjs'
import { readBundle } from '../../../src/exchange/bundle/readBundle'
import type { StoryBundle } from '../../../src/exchange/bundle/storyBundle'
import { writeBundle } from '../../../src/exchange/bundle/writeBundle'
import { readCard } from '../../../src/newsroom/people/deviceCardText'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import type { Machine } from './machines'

export type Parts = Pick<StoryBundle, 'document' | 'entries' | 'sources' | 'snapshots'> & {
  readonly id: string
  readonly guid: string
}

/** `by`: who signs the changed bundle, on this machine. Absent: nobody. */
export async function tampered(
  bytes: Uint8Array,
  change: (parts: Parts) => Partial<Parts>,
  sign?: { readonly on: Machine; readonly by: string },
): Promise<Uint8Array> {
  const readText = (text: string) => readCard(text, checkSignature)
  const open = await readBundle(bytes, 'bundle', { check: checkSignature, readCard: readText })
  const stories = open.stories.map(({ story, ...rest }) => {
    const parts: Parts = { ...rest, id: story.id, guid: story.guid }
    const { id, guid, document, entries, sources, snapshots } = { ...parts, ...change(parts) }
    return {
      story: { id, guid, leftOut: story.leftOut, headline: story.headline ?? '' },
      ...{ document, sources, snapshots },
      entries: entries as unknown as readonly LedgerEntry[],
    }
  })
  const { made, by, device } = open.manifest
  await open.close()
  const key = sign?.on.room.ring.usableKeyOf(sign.by)
  const card = sign && (await sign.on.act(sign.by, 'device.card', {})).card
  return writeBundle({
    made,
    by: sign?.by ?? by,
    device: key?.device ?? device,
    stories,
    files: new Map(),
    ...(sign && key && card !== undefined
      ? { sender: { card, key: key.id, sign: (hash: string) => sign.on.room.ring.sign(key.id, hash) } }
      : {}),
  })
}

/** The document after a change by a client id of nobody. */
export function changedDocument(state: Uint8Array, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc({ gc: true })
  Y.applyUpdate(doc, state)
  doc.clientID = 66_600
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc)
}
