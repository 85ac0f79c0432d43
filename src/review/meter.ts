/** The meter at the top of the panel: facts by status, and blocks by what has to be done. */
import { reviewText } from '../catalogue/story/review'
import type { Assessment } from '../story/assessment/assessment'
import type { FactStatus } from '../story/ledger/facts/fact'
import type { RuleId, Verdict } from '../story/assessment/finding'

export type BlockSort =
  | 'fact'
  | 'statement'
  | 'suggestion'
  | 'TK'
  | 'comment'
  | 'picture'
  | 'field'
  | 'legal read'
  | 'source'
  | 'story'

export interface Meter {
  /** Only statuses with at least one fact. */
  readonly facts: Partial<Record<FactStatus, number>>
  readonly blocks: number
  readonly warns: number
  /** Blocks by sort; only sorts with at least one. */
  readonly bySort: Partial<Record<BlockSort, number>>
  /** "4 issues block clearing", "No issues block clearing". */
  readonly title: string
  /** "3 on facts, 1 untagged; 2 overridden". Empty when there is nothing. */
  readonly parts: string
  /** "4 issues: 3 on facts, 1 untagged; 2 overridden", "No issues block clearing". */
  readonly words: string
}

const SORT_OF_RULE: Readonly<Record<RuleId, BlockSort>> = {
  factStatus: 'fact',
  context: 'fact',
  precedingSentence: 'fact',
  hole: 'fact',
  factLeftStanding: 'fact',
  selfChecked: 'fact',
  relativeDay: 'fact',
  quoteDiffers: 'fact',
  quoteCut: 'fact',
  quoteSpeaker: 'fact',
  translation: 'fact',
  derivedFigure: 'fact',
  echo: 'fact',
  untaggedQuote: 'statement',
  untaggedFigure: 'statement',
  untaggedSuperlative: 'statement',
  untaggedName: 'statement',
  unreadLanguage: 'statement',
  openTk: 'TK',
  deskLine: 'story',
  mustFix: 'comment',
  pictureCredit: 'picture',
  pictureRights: 'picture',
  pictureAlt: 'picture',
  mandatoryField: 'field',
  embargo: 'field',
  needsLegal: 'legal read',
  legalChanged: 'legal read',
  allegationBacking: 'fact',
  responseSought: 'fact',
  groundRules: 'source',
  otherOutlet: 'source',
  offTheRecord: 'source',
  sourceProtection: 'source',
  copyChanged: 'story',
  alertOnly: 'story',
  killText: 'story',
  correctionRecord: 'story',
  loss: 'story',
  sampleStory: 'story',
  openSuggestion: 'suggestion',
  directionOverride: 'story',
}
/** In the order of the meter's words. */
const MESSAGES = {
  fact: 'fact',
  statement: 'statement',
  suggestion: 'suggestion',
  TK: 'tk',
  comment: 'comment',
  picture: 'picture',
  field: 'field',
  'legal read': 'legalRead',
  source: 'source',
  story: 'story',
} as const satisfies Record<BlockSort, string>

export function meter(assessments: readonly Assessment[], verdict: Verdict): Meter {
  const facts: Partial<Record<FactStatus, number>> = {}
  for (const { status } of assessments) facts[status] = (facts[status] ?? 0) + 1
  const bySort: Partial<Record<BlockSort, number>> = {}
  for (const { rule } of verdict.blocks) bySort[SORT_OF_RULE[rule]] = (bySort[SORT_OF_RULE[rule]] ?? 0) + 1
  const blocks = verdict.blocks.length
  const title = blocks === 0 ? reviewText('meter.nothing') : reviewText('meter.title', { count: blocks })
  const parts = sortWords(bySort)
  const words = blocks === 0 ? title : reviewText('meter.blocks', { count: blocks, parts })
  const count = verdict.overridden.length
  const withOverridden = (words: string): string =>
    count > 0 ? reviewText('meter.overridden', { words, count }) : words
  return {
    ...{ facts, blocks, bySort },
    title: blocks === 0 ? withOverridden(title) : title,
    warns: verdict.warns.length,
    parts: parts === '' ? '' : withOverridden(parts),
    words: withOverridden(words),
  }
}

function sortWords(bySort: Meter['bySort']): string {
  const sorts = Object.keys(MESSAGES) as (keyof typeof MESSAGES)[]
  return sorts
    .flatMap((sort) => {
      const count = bySort[sort]
      return count === undefined ? [] : [reviewText(`meter.${MESSAGES[sort]}`, { count })]
    })
    .join(', ')
}
