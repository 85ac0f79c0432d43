/** The rows of the palette: commands by their words, stories from the search. */
import { windowText } from '../../catalogue/window/window'
import type { CommandRow } from '../state'
import type { SearchHit, StorySummary } from '../../story/requests/requests'
import { STAGE_WORDS } from '../../story/ledger/stages'

export interface PaletteStory {
  readonly id: string
  readonly headline: string
  readonly note: string
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Whether every typed word starts one of the text's words. */
const holds = (text: string, typed: readonly string[]): boolean => {
  const own = wordsOf(text)
  return typed.every((word) => own.some((part) => part.startsWith(word)))
}

/** Commands in which every typed word starts a word. Those whose name begins with the text come first. */
export function matchCommands(commands: readonly CommandRow[], typed: string): readonly CommandRow[] {
  const words = wordsOf(typed)
  if (words.length === 0) return commands.filter((command) => command.enabled)
  const found = commands.filter((command) => holds(`${command.label} ${command.menu}`, words))
  const begins = (command: CommandRow): number =>
    command.label.toLowerCase().startsWith(typed.trim().toLowerCase()) ? 0 : 1
  return [...found].sort((a, b) => Number(b.enabled) - Number(a.enabled) || begins(a) - begins(b))
}

/** Stories shown without a query. */
export const RECENT = 6

export const recentStories = (stories: readonly StorySummary[]): readonly PaletteStory[] =>
  stories.map((story) => ({
    id: story.id,
    headline: story.headline || windowText('shared.untitled'),
    note: [story.slug, STAGE_WORDS[story.stage]].filter((part) => part !== '').join(' · '),
  }))

/** Filters the previous hits by the current words. Until the search answers, Enter must not open another story. */
export const stillFound = (stories: readonly PaletteStory[], typed: string): readonly PaletteStory[] =>
  stories.filter(({ headline, note }) => holds(`${headline} ${note}`, wordsOf(typed)))

export const foundStories = (hits: readonly SearchHit[]): readonly PaletteStory[] =>
  hits.map((hit) => ({
    id: hit.id,
    headline: hit.headline || windowText('shared.untitled'),
    note: hit.snippet === hit.headline ? '' : hit.snippet,
  }))
