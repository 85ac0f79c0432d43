import { libraryText } from '../../../../catalogue/window/library'
import type { StoryDefaults } from '../../../../story/desk/storyDefaults'
import type { FactStatus } from '../../../../story/ledger/facts/fact'
import { openVersionWords } from '../../../../story/ledger/leaving/openVersion'
import type { StorySummary } from '../../../../story/requests/requests'
import { stricterEmbargo } from '../../../../story/text/looserEmbargo'
import { formatInteger } from '../../../../story/text/format/formatInteger'
import { dateFormat } from '../../../../story/text/format/dateFormat'
import { embargoRuns, newsroomZone } from '../../../fields/embargoTime'

/** One state of a story, in words. `mark`: what is drawn before it. */
export interface RowState {
  readonly tone: 'stop' | 'warn' | 'ok' | 'soft'
  readonly mark?: 'live' | 'killed' | 'embargo' | 'issues' | 'tk'
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
 * what is open in it, and what readers have. Where nobody counted the issues, a row is no promise that the story can be
 * cleared, and open facts have neither the mark nor the colour of issues. `defaults`: of the newsroom, with its zone.
 */
export function rowState(story: StorySummary, now: string, defaults?: StoryDefaults): readonly RowState[] {
  const { stage, version } = story
  const next = openVersionWords(story)
  const live = (of: number): RowState => ({ tone: 'ok', mark: 'live', words: libraryText('row.live', { version: of }) })
  const own = stage === 'published' ? live(version) : stateOf(story)
  // The version that was published under an embargo is not live before its end, whatever Fields say now.
  const isHeld = embargoRuns(story.heldUntil ?? '', now) && stage !== 'killed'
  // In review the row says what is open in the next version, and that there is a live one.
  const both: readonly RowState[] =
    next === undefined || isHeld
      ? [own]
      : stage === 'inReview' && own.tone !== 'soft'
        ? [own, { ...live(version - 1), title: next }]
        : [{ tone: 'ok', mark: 'live', words: next }]
  const embargo = stricterEmbargo(story.embargo, story.heldUntil ?? '')
  const isEmbargoed = embargoRuns(embargo, now) && stage !== 'killed'
  // Cleared or published: until then the embargo is what matters.
  const isFirst = isHeld || stage === 'cleared' || stage === 'published'
  return [
    ...(isEmbargoed
      ? [
          {
            tone: 'stop',
            mark: 'embargo',
            words: embargoUntil(embargo, now, newsroomZone(defaults)),
            isBrief: !isFirst,
          } as const,
        ]
      : []),
    ...(isEmbargoed && isFirst && next === undefined ? [] : both),
  ]
}

/** “Embargo 18:00”, or its day when that is not today. */
function embargoUntil(embargo: string, now: string, zone: string): string {
  const [then, today] = [Date.parse(embargo), Date.parse(now)]
  const day = dateFormat('dayAndYear', zone)
  const shape = day.format(then) === day.format(today) ? 'clock' : 'day'
  return libraryText('row.embargoUntil', { at: dateFormat(shape, zone).format(then) })
}

function stateOf(story: StorySummary): RowState {
  switch (story.stage) {
    case 'inReview':
      return inReview(story)
    case 'filed':
      return { tone: 'soft', words: libraryText('row.filed') }
    case 'cleared':
      return { tone: 'ok', words: libraryText('row.cleared') }
    case 'killed':
      return { tone: 'stop', mark: 'killed', words: libraryText('row.killed') }
    case 'spiked':
      return { tone: 'soft', words: libraryText('row.spiked') }
    case 'draft':
      return story.tks === undefined
        ? lengthOf(story)
        : { tone: 'warn', mark: 'tk', words: libraryText('row.tks', { count: story.tks }) }
    case 'published':
      return lengthOf(story)
  }
}

/** Issues, where they were counted, else open facts. A story without any tag says its length: nobody looked at it. */
function inReview(story: StorySummary): RowState {
  const { issues, facts } = story
  if (issues === 0) return { tone: 'ok', words: libraryText('row.ready') }
  if (issues !== undefined) return { tone: 'stop', mark: 'issues', words: libraryText('row.issues', { count: issues }) }
  const open = story.open ?? OPEN.reduce((sum, status) => sum + (facts[status] ?? 0), 0)
  if (open > 0)
    return {
      tone: 'warn',
      words: libraryText('row.openFacts', { count: open }),
      title: libraryText('row.openFactsTitle'),
    }
  return Object.keys(facts).length > 0 ? { tone: 'soft', words: libraryText('row.noOpenFacts') } : lengthOf(story)
}

const lengthOf = ({ words, characters, wordTarget }: StorySummary): RowState => ({
  tone: 'soft',
  words: lengthWords(words, characters, wordTarget),
})

function lengthWords(words: number, characters: number | undefined, target: number): string {
  const numbers = { count: formatInteger(characters ?? words), target: formatInteger(target) }
  if (characters !== undefined)
    return target > 0 ? libraryText('row.charactersOf', numbers) : libraryText('row.characters', { count: characters })
  return target > 0 ? libraryText('row.wordsOf', numbers) : libraryText('row.words', { count: words })
}
