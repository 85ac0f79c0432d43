import type * as Y from 'yjs'
import { loadDoc } from '../../../document/createStoryDoc'
import { readCopy, readFields } from '../../../document/reading/readStory'
import { writersAt } from '../../../document/writers/writersAt'
import { confirmedIn } from '../../../gate/confirmedNames'
import { nameOfHit, scanForLeaks } from '../../../projection/scan/leakScan'
import { protectedTerms } from '../../../projection/scan/protectedTerms'
import type { Block, Copy } from '../../../story/copy/copy'
import { EMPTY_FIELDS, isFieldName, type Fields } from '../../../story/ledger/fields'
import { hashCopy } from '../../../story/ledger/hash'
import { isOutside } from '../../../story/ledger/leaving/isOutside'
import { listedSources } from '../../../story/desk/source'
import { internalIds } from '../../state/internalIds'
import type { Newsroom } from '../../state/newsroom'
import type { OpenStory } from '../../replica/openStory'
import { publishedSnapshots } from './publishedSnapshots'

/**
 * The published headline and deck of a story whose copy changed since, from the snapshot of its publication. Undefined
 * when the copy is still the published one. Leaves out a part that names a source protected since, or that cannot be
 * read.
 */
export async function lastPublished(room: Newsroom, story: OpenStory): Promise<Copy | undefined> {
  const published = await publishedCopy(room, story)
  if (published?.copy === story.value().copy) return undefined
  const whatNamed = published && whatIsNamed(room, story, published)
  return (published?.copy ?? []).filter(
    (block, at) => (block.role === 'headline' || block.role === 'deck') && whatNamed?.(block, at) === undefined,
  )
}

/** What readers have: the copy and the fields, and the document that knows who wrote it. */
export interface Published {
  readonly doc: Y.Doc
  readonly copy: Copy
  readonly fields: Fields
}

/**
 * What readers have; of a story that was never published, what left last. Undefined: no snapshot has its copy. Fields
 * may change while the copy does not, so those of the snapshot count. Without one, fields that somebody set since the
 * publication are empty.
 */
export async function publishedCopy(room: Newsroom, story: OpenStory): Promise<Published | undefined> {
  const { publishedHash } = story.ledger
  if (publishedHash === undefined) return lastThatLeft(room, story)
  const { copy } = story.value()
  const kept = await keptCopy(room, story, publishedHash)
  if (hashCopy(copy) !== publishedHash) return kept
  return { doc: story.doc, copy, fields: kept?.fields ?? fieldsThen(story) }
}

/** The last snapshot of a publication that has this copy. */
async function keptCopy(room: Newsroom, { id }: OpenStory, hash: string): Promise<Published | undefined> {
  let found: Published | undefined
  for await (const { state } of publishedSnapshots(room, id)) {
    const published = publishedIn(state)
    if (hashCopy(published.copy) === hash) found = published
  }
  return found
}

async function lastThatLeft(room: Newsroom, { id, entries }: OpenStory): Promise<Published | undefined> {
  const killed = entries.findIndex((entry) => entry.kind === 'moved' && entry.to === 'killed')
  const before = killed < 0 ? entries : entries.slice(0, killed)
  const last = before.findLast((entry) => isOutside(entry) && entry.version !== undefined)
  if (last?.kind !== 'exported' || last.version === undefined) return undefined
  const snapshot = await room.snapshots.read(id, last.version).catch(() => undefined)
  return snapshot && publishedIn(snapshot.state)
}

function publishedIn(state: Uint8Array): Published {
  const doc = loadDoc([state])
  return { doc, copy: readCopy(doc), fields: readFields(doc) }
}

/** The fields of now, without those that somebody set since readers got the story. */
export function fieldsThen(story: OpenStory): Fields {
  const { entries } = story
  const wasPublished = story.ledger.publishedHash !== undefined
  const got = entries.findLastIndex((entry) =>
    wasPublished ? entry.kind === 'moved' && entry.to === 'published' : isOutside(entry),
  )
  const set = entries.slice(got + 1).flatMap((entry) => (entry.kind === 'fieldSet' ? [entry.field] : []))
  const empty = set.filter(isFieldName).map((field) => [field, EMPTY_FIELDS[field]] as const)
  return { ...story.value().fields, ...Object.fromEntries(empty) }
}

/**
 * What the leak scan finds in a block that nobody confirmed, or undefined. A name that was confirmed while it was in
 * the copy stays confirmed. Nobody can confirm one that is no longer there.
 */
export function whatIsNamed(
  room: Newsroom,
  story: OpenStory,
  { doc, copy }: Published,
): (block: Block, at: number) => string | undefined {
  const terms = protectedTerms(listedSources(room.library.sources))
  const ids = internalIds(room, story)
  return (block, at) => {
    const isConfirmed = confirmedIn(story.value(), room.desk(), (by, where) =>
      where.kind === 'text' ? writersAt(doc, copy, [{ ...where, block: at }]).has(by) : false,
    )
    const hit = scanForLeaks({ text: block.text, fileName: '', mediaType: 'text/plain' }, terms, ids, [block]).find(
      (found) => !isConfirmed(found),
    )
    return hit && nameOfHit(hit)
  }
}
