/** What a gate verdict says in a few words: "4 block: 3 facts, 1 untagged statement". */
import type { Finding, RuleId } from '../../story/finding'

type Sort = 'fact' | 'untagged statement' | 'TK' | 'field' | 'legal read' | 'source' | 'other'

const SORT_OF_RULE: Readonly<Record<RuleId, Sort>> = {
  factStatus: 'fact', context: 'fact', precedingSentence: 'fact', hole: 'fact', factLeftStanding: 'fact', selfChecked: 'fact',
  untaggedQuote: 'untagged statement', untaggedFigure: 'untagged statement', untaggedSuperlative: 'untagged statement',
  untaggedName: 'untagged statement', openTk: 'TK', mandatoryField: 'field', needsLegal: 'legal read', legalChanged: 'legal read',
  offTheRecord: 'source', sourceProtection: 'source', copyChanged: 'other', embargo: 'other', alertOnly: 'other', killText: 'other'
}

export const SORTS: readonly Sort[] = ['fact', 'untagged statement', 'TK', 'field', 'legal read', 'source', 'other']
const PLURALS: Readonly<Record<Sort, string>> = {
  fact: 'facts', 'untagged statement': 'untagged statements', TK: 'TKs', field: 'fields', 'legal read': 'legal reads', source: 'sources',
  other: 'others'
}
const HEADINGS: Readonly<Record<Sort, string>> = {
  fact: 'Facts', 'untagged statement': 'Statements without a tag', TK: 'To come', field: 'Fields', 'legal read': 'Legal read',
  source: 'Sources', other: 'The story as a whole'
}

export interface FindingSort { readonly sort: Sort; readonly heading: string; readonly findings: readonly Finding[] }

/** Findings by what has to be done about them; sorts without findings are left out. */
export function sortFindings(findings: readonly Finding[]): readonly FindingSort[] {
  return SORTS.map((sort) => ({ sort, heading: HEADINGS[sort], findings: findings.filter((finding) => SORT_OF_RULE[finding.rule] === sort) }))
    .filter((group) => group.findings.length > 0)
}

/** "3 facts, 1 TK"; "" for none. */
export function findingCounts(findings: readonly Finding[]): string {
  return sortFindings(findings).map(({ sort, findings: some }) => `${some.length} ${some.length === 1 ? sort : PLURALS[sort]}`).join(', ')
}

/** "4 block: 3 facts, 1 TK", or "Nothing blocks". */
export const blockWords = (blocks: readonly Finding[]): string =>
  blocks.length === 0 ? 'Nothing blocks' : `${blocks.length} ${blocks.length === 1 ? 'blocks' : 'block'}: ${findingCounts(blocks)}`
