/** The rows of the palette: commands by their words, stories from the search. */
import { commandWordsText, isWorded } from '../../catalogue/window/commandWords'
import { windowText } from '../../catalogue/window/window'
import { menuName } from '../../ipc/commands'
import type { CommandRow } from '../state'
import type { SearchHit, StorySummary } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { STAGE_WORDS } from '../../story/ledger/stages'

export interface PaletteStory {
  readonly id: string
  readonly headline: string
  readonly note: string
  /** The sought words in the note: from and to, UTF-16 units. */
  readonly marks?: SearchHit['marks']
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

/**
 * How well the typed words name a command: 0 is the whole name, 1 its beginning, 2 words of it, 3 also its menu, 4 also
 * other words for it.
 */
function distance({ id, label, menu }: CommandRow, typed: readonly string[]): 0 | 1 | 2 | 3 | 4 | undefined {
  const name = wordsOf(label)
  const begins = typed.every((word, at) => (at < typed.length - 1 ? name[at] === word : name[at]?.startsWith(word)))
  if (begins) return typed.length === name.length && typed.at(-1) === name.at(-1) ? 0 : 1
  if (holds(label, typed)) return 2
  if (holds(`${label} ${menuName(menu)}`, typed)) return 3
  return isWorded(id) && holds(`${label} ${menuName(menu)} ${commandWordsText(id)}`, typed) ? 4 : undefined
}

/** Whether only other words for the command were typed, and no part of its name or its menu. */
const isByOtherWords = (far: number): boolean => far === 4

/**
 * Commands in which every typed word starts a word: those found by their own name first, also where they cannot be
 * given now. Then those that can be given now, then the best match.
 */
export function matchCommands(commands: readonly CommandRow[], typed: string): readonly CommandRow[] {
  const words = wordsOf(typed)
  if (words.length === 0) return commands.filter((command) => command.enabled)
  return commands
    .flatMap((command) => {
      const far = distance(command, words)
      return far === undefined ? [] : [{ command, far }]
    })
    .sort(
      (a, b) =>
        Number(isByOtherWords(a.far)) - Number(isByOtherWords(b.far)) ||
        Number(b.command.enabled) - Number(a.command.enabled) ||
        a.far - b.far,
    )
    .map(({ command }) => command)
}

/**
 * What Enter takes before somebody moves in the list. Commands come first only if the typed words begin the name of
 * one. A command that merely contains them gives way to the stories, and is taken only if it asks something first, or
 * is alone in the list and does nothing to the story: the words may be those of a story that the search has not found.
 *
 * @param commands - From `matchCommands`.
 * @param answered - Whether the search for these words has answered.
 */
export function takenFirst(
  typed: string,
  commands: readonly CommandRow[],
  stories: readonly PaletteStory[],
  answered: boolean,
): 'commands' | 'stories' | 'nothing' {
  const words = wordsOf(typed)
  const [best] = commands
  const far = words.length === 0 || !best?.enabled ? undefined : distance(best, words)
  if (far !== undefined && far <= 1) return 'commands'
  if (stories.length > 0) return 'stories'
  if (far === undefined || !answered || !best) return 'nothing'
  return asksFirst(best) || (commands.length === 1 && isOfTheWindow(best)) ? 'commands' : 'nothing'
}

/** Commands of the other menus act on words, facts or the story. */
const isOfTheWindow = ({ menu }: CommandRow): boolean => menu === 'View' || menu === 'Help'

/** By their names; but a move to the next stage that needs nothing is made at once. */
const asksFirst = ({ id, label }: CommandRow): boolean => label.endsWith('…') && id !== 'story.move'

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
    ...(hit.snippet === hit.headline ? { note: '' } : { note: hit.snippet, ...defined({ marks: hit.marks }) }),
  }))
