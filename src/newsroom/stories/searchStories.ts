/** Full-text search over all stories. A story must hold every term; case, accents and character width do not matter. */
import type { SearchHit, StoryView } from '../../story/requests/requests'
import { fold, termsOf } from '../../story/copy/searchWords'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'

export const searchStories: Action<'story.search'> = async (room, _by, { query, limit = 20 }) => {
  const terms = termsOf(query)
  if (!terms.length) return []
  const found: { readonly hit: SearchHit; readonly inHeadline: boolean; readonly updated: string }[] = []
  for (const id of room.storyIds()) {
    const view = await readView(room, id)
    if (!view) continue
    const hit = searchOne(view, terms)
    if (hit) found.push(hit)
  }
  return found
    .sort(
      (a, b) =>
        Number(b.inHeadline) - Number(a.inHeadline) || (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0),
    )
    .slice(0, Math.max(0, limit))
    .map(({ hit }) => hit)
}

/** The story, or its story file; undefined when neither can be read. */
async function readView(room: Newsroom, id: string): Promise<StoryView | undefined> {
  if (!room.isOpen(id)) {
    const snapshot = await room.store.readStoryFile(id)
    if (snapshot && !snapshot.stale) return snapshot.view
  }
  const summary = (await room.summaries()).find((story) => story.id === id)
  return summary?.unavailable === undefined ? (await room.storyNow(id)).view() : undefined
}

function searchOne(
  view: StoryView,
  terms: readonly string[],
): { hit: SearchHit; inHeadline: boolean; updated: string } | undefined {
  const headline = view.blocks.find(({ role }) => role === 'headline')?.text ?? ''
  const { fields } = view
  const about = [fields.slug, ...fields.keywords, ...fields.byline.map(({ name }) => name), fields.dateline.place].join(
    '\n',
  )
  const body = view.blocks.map(({ text }) => text.replaceAll('\n', ' ')).join('\n')
  const folded = fold(`${body}\n${about}`)
  if (!terms.every((term) => folded.text.includes(term))) return undefined
  const foldedHeadline = fold(headline).text
  const at = Math.min(...terms.map((term) => folded.text.indexOf(term)))
  return {
    hit: { id: view.id, headline, snippet: snippet(`${body}\n${about}`, folded.origin[at] ?? 0) },
    inHeadline: terms.every((term) => foldedHeadline.includes(term)),
    updated: view.updated,
  }
}

/** About 120 characters of the paragraph around `at`, cut at spaces where there are some. */
function snippet(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at) + 1
  const end = text.indexOf('\n', at)
  const line = text.slice(start, end < 0 ? text.length : end)
  const place = at - start
  let from = Math.max(0, place - 40)
  let to = Math.min(line.length, place + 80)
  if (from > 0) from = wordEdge(line, from, place)
  if (to < line.length) to = Math.max(line.lastIndexOf(' ', to), place + 1, to - 20)
  return `${from > 0 ? '…' : ''}${line.slice(from, to).trim()}${to < line.length ? '…' : ''}`
}

function wordEdge(line: string, from: number, place: number): number {
  const space = line.indexOf(' ', from)
  return space >= 0 && space < place ? space + 1 : from
}
