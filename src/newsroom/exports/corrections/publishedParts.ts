import type * as Y from 'yjs'
import { loadDoc } from '../../../document/createStoryDoc'
import { readCopy } from '../../../document/reading/readStory'
import { writersAt } from '../../../document/writers/writersAt'
import { confirmedIn } from '../../../gate/confirmedNames'
import { scanForLeaks } from '../../../projection/scan/leakScan'
import { protectedTerms } from '../../../projection/scan/protectedTerms'
import type { Copy } from '../../../story/copy/copy'
import { hashCopy } from '../../../story/ledger/hash'
import { listedSources } from '../../../story/desk/source'
import type { Newsroom } from '../../state/newsroom'
import type { OpenStory } from '../../replica/openStory'
import { publishedSnapshots } from './publishedSnapshots'

/**
 * The published headline and deck of a killed story whose copy changed since, from the snapshot of its publication.
 * Undefined when the copy is still the published one. Leaves out a part that names a source protected since, or that
 * cannot be read.
 */
export async function publishedParts(room: Newsroom, story: OpenStory): Promise<Copy | undefined> {
  return story.ledger.standing.stage === 'killed' ? lastPublished(room, story) : undefined
}

/** The same for a story that is not killed: what readers had last. */
export async function lastPublished(room: Newsroom, story: OpenStory): Promise<Copy | undefined> {
  const { publishedHash } = story.ledger
  if (hashCopy(story.value().copy) === publishedHash) return undefined
  const published = await keptCopy(room, story, publishedHash)
  if (!published) return []
  return published.copy.filter(
    (block, at) => (block.role === 'headline' || block.role === 'deck') && mayBeNamed(room, story, published, at),
  )
}

/** A published text as a snapshot kept it. */
interface Published {
  readonly doc: Y.Doc
  readonly copy: Copy
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
 * A name that was confirmed while it was in the copy stays confirmed. Nobody can confirm one that is no longer there.
 */
function mayBeNamed(room: Newsroom, story: OpenStory, { doc, copy }: Published, at: number): boolean {
  const block = copy[at]
  if (!block) return false
  const isConfirmed = confirmedIn(story.value(), room.desk(), (by, where) =>
    where.kind === 'text' ? writersAt(doc, copy, [{ ...where, block: at }]).has(by) : false,
  )
  return scanForLeaks(
    { text: block.text, fileName: '', mediaType: 'text/plain' },
    protectedTerms(listedSources(room.library.sources)),
    [],
    [block],
  ).every(isConfirmed)
}
