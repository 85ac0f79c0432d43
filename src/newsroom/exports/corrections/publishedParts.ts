import type * as Y from 'yjs'
import { loadDoc } from '../../../document/createStoryDoc'
import { readCopy } from '../../../document/reading/readStory'
import { writersAt } from '../../../document/writers/writersAt'
import { confirmedIn } from '../../../gate/confirmedNames'
import { nameOfHit, scanForLeaks } from '../../../projection/scan/leakScan'
import { protectedTerms } from '../../../projection/scan/protectedTerms'
import type { Block, Copy } from '../../../story/copy/copy'
import { hashCopy } from '../../../story/ledger/hash'
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

/** The copy that readers have, and the document that knows who wrote it. */
export interface Published {
  readonly doc: Y.Doc
  readonly copy: Copy
}

/** The copy that readers have. Undefined: no snapshot has it. */
export async function publishedCopy(room: Newsroom, story: OpenStory): Promise<Published | undefined> {
  const { publishedHash } = story.ledger
  const { copy } = story.value()
  return hashCopy(copy) === publishedHash ? { doc: story.doc, copy } : keptCopy(room, story, publishedHash)
}

async function keptCopy(room: Newsroom, { id }: OpenStory, hash: string | undefined): Promise<Published | undefined> {
  for await (const { state } of publishedSnapshots(room, id)) {
    const doc = loadDoc([state])
    const copy = readCopy(doc)
    if (hashCopy(copy) === hash) return { doc, copy }
  }
  return undefined
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
