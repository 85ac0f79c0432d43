/** Sorts findings by what has to be done about them, as the meter counts them. */
import { checksPanelText } from '../../catalogue/window/checksPanel'
import { meter, SORT_OF_RULE, type BlockSort } from '../../review/meter'
import type { Finding } from '../../story/assessment/finding'

const HEADINGS: Readonly<Record<BlockSort, string>> = {
  get fact() {
    return checksPanelText('verdictWords.facts')
  },
  get statement() {
    return checksPanelText('verdictWords.statementsWithoutTag')
  },
  get suggestion() {
    return checksPanelText('verdictWords.openSuggestions')
  },
  get TK() {
    return checksPanelText('verdictWords.come')
  },
  get comment() {
    return checksPanelText('verdictWords.comments')
  },
  get picture() {
    return checksPanelText('verdictWords.pictures')
  },
  get field() {
    return checksPanelText('verdictWords.fields')
  },
  get 'legal read'() {
    return checksPanelText('verdictWords.legalRead')
  },
  get source() {
    return checksPanelText('verdictWords.sources')
  },
  get story() {
    return checksPanelText('verdictWords.storyWhole')
  },
}
const ORDER = Object.keys(HEADINGS) as readonly BlockSort[]

export interface FindingSort {
  readonly sort: BlockSort
  readonly heading: string
  readonly findings: readonly Finding[]
}

/** Leaves out sorts without findings. */
export function sortFindings(findings: readonly Finding[]): readonly FindingSort[] {
  return ORDER.map((sort) => ({
    sort,
    heading: HEADINGS[sort],
    findings: findings.filter((finding) => SORT_OF_RULE[finding.rule] === sort),
  })).filter((group) => group.findings.length > 0)
}

/** "4 issues: 3 facts, 1 TK", or "No issues block clearing". */
export const blockWords = (blocks: readonly Finding[]): string =>
  meter([], { door: '', blocks, warns: [], overridden: [] }).words
