import { stringsOf } from '../../document/reading/documentTexts'
import { scanForLeaks } from '../../projection/scan/leakScan'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { sourceOf } from './findSource'
import type { Newsroom } from '../state/newsroom'
import type { ViewForIndex } from '../storyIndex/storyForIndex'

/** Ids of the stories whose copy or fields name a protected source (an id) now, stories oldest first. */
export async function storiesThatName(room: Newsroom, source: string): Promise<readonly string[]> {
  const terms = protectedTerms([sourceOf(room.library, source)])
  if (terms.length === 0) return []
  const naming: string[] = []
  // Only these can: the index sealed a name in each.
  for (const id of await sealedStories(room)) {
    const { fields, blocks } = await viewOf(room, id)
    const text = [...stringsOf(fields), ...blocks.flatMap(({ text, picture }) => [text, ...stringsOf(picture)])]
    const output = { text: text.join('\n'), fileName: '', mediaType: 'text/plain' }
    if (scanForLeaks(output, terms, [], []).length > 0) naming.push(id)
  }
  return naming
}

/**
 * Ids of the stories in which the index sealed the name of any protected source: in copy, fields, comments, queries or
 * current evidence.
 */
export async function sealedStories(room: Newsroom): Promise<readonly string[]> {
  const ask = async () => (await room.index.question('sealed', undefined)).map(({ row }) => row.id)
  const first = await ask()
  return (await room.index.wasBehind(first)) ? ask() : first
}

async function viewOf(room: Newsroom, id: string): Promise<Pick<ViewForIndex, 'fields' | 'blocks'>> {
  const entry = room.isOpen(id) ? undefined : await room.store.readEntry(id)
  return entry?.file.view ?? (await room.storyNow(id)).view()
}
