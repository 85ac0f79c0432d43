import { loadDoc } from '../../document/createStoryDoc'
import { readCopy } from '../../document/readStory'
import { scanForLeaks } from '../../projection/scan/leakScan'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import type { Block, Copy } from '../../story/copy/copy'
import { hashCopy } from '../../story/ledger/hash'
import { listedSources } from '../../story/desk/source'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'
import { publishedSnapshots } from './publishedSnapshots'

/**
 * The published headline and deck of a killed story whose copy changed since, from the snapshot of its publication.
 * Undefined when the copy is still the published one. Leaves out a part that names a source protected since, or that
 * cannot be read.
 */
export async function publishedParts(room: Newsroom, story: OpenStory): Promise<Copy | undefined> {
  const { standing, publishedHash } = story.ledger
  if (standing.stage !== 'killed' || hashCopy(story.value().copy) === publishedHash) return undefined
  const published = await keptCopy(room, story, publishedHash)
  return published.filter(
    (block) => (block.role === 'headline' || block.role === 'deck') && mayBeNamed(room, story, block),
  )
}

async function keptCopy(room: Newsroom, { id }: OpenStory, hash: string | undefined): Promise<Copy> {
  for await (const { state } of publishedSnapshots(room, id)) {
    const copy = readCopy(loadDoc([state]))
    if (hashCopy(copy) === hash) return copy
  }
  return []
}

/**
 * A name that was confirmed while it was in the copy stays confirmed. Nobody can confirm one that is no longer there.
 */
function mayBeNamed(room: Newsroom, { ledger }: OpenStory, block: Block): boolean {
  const confirmed = new Set(ledger.dismissals.filter(({ rule }) => rule === 'sourceProtection').map(({ key }) => key))
  return scanForLeaks(
    { text: block.text, fileName: '', mediaType: 'text/plain' },
    protectedTerms(listedSources(room.library.sources)),
    [],
    [block],
  ).every(({ key }) => confirmed.has(key))
}
