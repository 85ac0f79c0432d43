/** What the palette offers for what was typed: commands by their words, stories as the search answers. */
import type { CommandRow } from '../state'
import type { SearchHit, StorySummary } from '../../story/requests'
import { STAGE_WORDS } from '../../story/stages'

export interface PaletteStory { readonly id: string; readonly headline: string; readonly note: string }

/** Commands that hold every typed word at the start of one of theirs, those that begin with it first. */
export function matchCommands(commands: readonly CommandRow[], typed: string): readonly CommandRow[] {
  const words = typed.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  if (words.length === 0) return commands.filter((command) => command.enabled)
  const found = commands.filter((command) => {
    const own = `${command.label} ${command.menu}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)
    return words.every((word) => own.some((part) => part.startsWith(word)))
  })
  const begins = (command: CommandRow): number => (command.label.toLowerCase().startsWith(typed.trim().toLowerCase()) ? 0 : 1)
  return [...found].sort((a, b) => Number(b.enabled) - Number(a.enabled) || begins(a) - begins(b))
}

const RECENT = 6

/** Without a query: the stories changed last. */
export const recentStories = (stories: readonly StorySummary[]): readonly PaletteStory[] =>
  [...stories].sort((a, b) => b.updated.localeCompare(a.updated)).slice(0, RECENT)
    .map((story) => ({ id: story.id, headline: story.headline || 'Untitled', note: [story.slug, STAGE_WORDS[story.stage]].filter((part) => part !== '').join(' · ') }))

export const foundStories = (hits: readonly SearchHit[]): readonly PaletteStory[] =>
  hits.map((hit) => ({ id: hit.id, headline: hit.headline || 'Untitled', note: hit.snippet === hit.headline ? '' : hit.snippet }))
