import { loadDoc } from '../../document/createStoryDoc'
import { readCopy } from '../../document/readStory'
import { scanForLeaks } from '../../projection/scan/leakScan'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import type { Block, Copy } from '../../story/copy/copy'
import { hashCopy } from '../../story/ledger/hash'
import { listedSources } from '../../story/desk/source'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'

/**
 * Headline and deck that readers have of a killed story, when its copy went on since: out of the version that was kept as it was
 * published. Undefined when the copy is that one. A part that names somebody who was protected since, or that cannot be read any more, is left out.
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
  for (const { n, kind, why, trouble } of [...(await room.snapshots.list(id))].reverse()) {
    if (kind !== 'move' || trouble !== undefined || !why.startsWith('Publish')) continue
    const kept = await room.snapshots.read(id, n).catch(() => undefined)
    const copy = kept && readCopy(loadDoc([kept.state]))
    if (copy && hashCopy(copy) === hash) return copy
  }
  return []
}

/** Whoever confirmed a name in a part while it stood in the copy has said so for good; what stands there no more nobody can confirm. */
function mayBeNamed(room: Newsroom, { ledger }: OpenStory, block: Block): boolean {
  const confirmed = new Set(ledger.dismissals.filter(({ rule }) => rule === 'sourceProtection').map(({ key }) => key))
  return scanForLeaks(
    { text: block.text, fileName: '', mediaType: 'text/plain' },
    protectedTerms(listedSources(room.library.sources)),
    [],
    [block],
  ).every(({ key }) => confirmed.has(key))
}
