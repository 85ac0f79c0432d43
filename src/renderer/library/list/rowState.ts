import { libraryText } from '../../../catalogue/window/library'
import type { StoryDefaults } from '../../../story/desk/storyDefaults'
import type { FactStatus } from '../../../story/ledger/facts/fact'
import { openVersionWords } from '../../../story/ledger/leaving/openVersion'
import type { StorySummary } from '../../../story/requests/requests'
import { formatInteger } from '../../../story/text/format/formatInteger'
import { dateFormat } from '../../../story/text/format/dateFormat'
import { embargoRuns, newsroomZone } from '../../fields/embargoTime'

/** One state of a story, in words. `mark`: what is drawn before it. */
export interface RowState {
  readonly tone: 'stop' | 'warn' | 'ok' | 'soft'
  readonly mark?: 'live' | 'killed' | 'embargo'
  readonly words: string
  /** Only the mark is drawn; the words are read out and shown on hover. */
  readonly isBrief?: boolean
  /** Said on hover. */
  readonly title?: string
}

/** Statuses that count as open where nobody counted the facts themselves. */
const OPEN: readonly FactStatus[] = [
  ...(['reCheck', 'wrong', 'disputed', 'lost', 'queried', 'toCheck', 'unverifiable', 'onAuthor'] as const),
]

/**
 * What a row of the list says of a story: the one thing that its stage makes next. Two while a next version is open:
 * what is open in it, and what readers have. Says nothing of what only the checks know: a row is no promise that a
 * story can be cleared, and open facts have neither the mark nor the colour of issues. `defaults`: of the newsroom,
 * with its zone.
 */
export function rowState(story: StorySummary, now: string, defaults?: StoryDefaults): readonly RowState[] {
  const { stage, version } = story
  const next = openVersionWords(story)
  const live = (of: number): RowState => ({ tone: 'ok', mark: 'live', words: libraryText('row.live', { version: of }) })
  const own = stage === 'published' ? live(version) : stateOf(story)
  // In review the row says what is open in the next version, and for short that there is a live one.
  const both: readonly RowState[] =
    next === undefined
      ? [own]
      : own.tone === 'warn'
        ? [own, { ...live(version - 1), title: next }]
        : [{ tone: 'ok', mark: 'live', words: next }]
  return [
    ...(embargoRuns(story.embargo, now) && stage !== 'killed'
      ? [
          {
            tone: 'stop',
            mark: 'embargo',
            words: embargoUntil(story.embargo, now, newsroomZone(defaults)),
            isBrief: stage !== 'cleared',
          } as const,
        ]
      : []),
    ...(stage === 'cleared' && embargoRuns(story.embargo, now) && next === undefined ? [] : both),
  ]
}

/** “Embargo 18:00”, or its day when that is not today. */
function embargoUntil(embargo: string, now: string, zone: string): string {
  const [then, today] = [Date.parse(embargo), Date.parse(now)]
  const day = dateFormat('dayAndYear', zone)
  const shape = day.format(then) === day.format(today) ? 'clock' : 'day'
  return libraryText('row.embargoUntil', { at: dateFormat(shape, zone).format(then) })
}

function stateOf({ stage, facts, open: counted, words, characters, wordTarget }: StorySummary): RowState {
  switch (stage) {
    case 'inReview': {
      const open = counted ?? OPEN.reduce((sum, status) => sum + (facts[status] ?? 0), 0)
      return open > 0
        ? {
            tone: 'warn',
            words: libraryText('row.openFacts', { count: open }),
            title: libraryText('row.openFactsTitle'),
          }
        : { tone: 'soft', words: libraryText('row.noOpenFacts') }
    }
    case 'filed':
      return { tone: 'soft', words: libraryText('row.filed') }
    case 'cleared':
      return { tone: 'ok', words: libraryText('row.cleared') }
    case 'killed':
      return { tone: 'stop', mark: 'killed', words: libraryText('row.killed') }
    case 'spiked':
      return { tone: 'soft', words: libraryText('row.spiked') }
    case 'draft':
    case 'published':
      return {
        tone: 'soft',
        words: lengthOf(words, characters, wordTarget),
      }
  }
}

function lengthOf(words: number, characters: number | undefined, target: number): string {
  const numbers = { count: formatInteger(characters ?? words), target: formatInteger(target) }
  if (characters !== undefined)
    return target > 0 ? libraryText('row.charactersOf', numbers) : libraryText('row.characters', { count: characters })
  return target > 0 ? libraryText('row.wordsOf', numbers) : libraryText('row.words', { count: words })
}
