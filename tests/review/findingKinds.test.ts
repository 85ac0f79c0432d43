import { expect, test } from 'vitest'
import { FINDING_KINDS, groupFindings, kindOfFinding } from '../../src/review/findingKinds'
import { RULES, type Finding, type RuleId } from '../../src/story/assessment/finding'
import type { FactStatus } from '../../src/story/ledger/facts/fact'

const finding = (rule: RuleId, key: string = rule, fact?: string): Finding => ({
  rule,
  key,
  severity: 'block',
  message: rule,
  where: { kind: 'text', block: 0, from: 0, to: 1, ...(fact === undefined ? {} : { fact }) },
  overridable: true,
  dismissable: false,
})
const about = {
  statusOf: (fact: string) => fact as FactStatus,
  wordsOf: ({ key }: Finding) => key.split(':').at(-1) ?? '',
}
const kindOf = (rule: RuleId, key?: string, fact?: string) => kindOfFinding(finding(rule, key, fact), about)

test('every finding is in one group', () => {
  const all = RULES.map((rule) => finding(rule))
  expect(groupFindings(all, about).flatMap(({ findings }) => findings).length).toBe(RULES.length)
})

test('groups come in the order of the list, whatever the order of the text', () => {
  const groups = groupFindings(
    [
      finding('untaggedName', 'name:s:Cho'),
      finding('openTk'),
      finding('untaggedQuote', 'a'),
      finding('untaggedQuote', 'b'),
    ],
    about,
  )
  expect(groups.map(({ kind, findings }) => [kind, findings.length])).toEqual([
    ['quotes', 2],
    ['tk', 1],
    ['names', 1],
  ])
  expect(groups.map(({ kind }) => FINDING_KINDS.indexOf(kind))).toEqual([0, 9, 17])
})

test('names, dates and places are told apart', () => {
  expect([
    kindOf('untaggedName', 'date:On Oct. 30 it ended.:Oct. 30'),
    kindOf('untaggedName', 'name:He met Cho Min-ah.:Cho Min-ah'),
    kindOf('untaggedName', 'name:He flew to Kuala Lumpur.:Kuala Lumpur'),
  ]).toEqual(['dates', 'names', 'places'])
})

test('facts are sorted by what they need', () => {
  const kinds = (['toCheck', 'queried', 'reCheck', 'wrong', 'disputed', 'unverifiable', 'onAuthor'] as const).map(
    (status) => kindOf('factStatus', 'k', status),
  )
  expect(kinds).toEqual(['toCheck', 'queries', 'reCheck', 'against', 'against', 'against', 'facts'])
})

test('words that hold no tag are never offered for tagging together', () => {
  expect([
    kindOf('untaggedFigure', 'beside:alt:figure:s:57'),
    kindOf('untaggedFigure', 'tooLong:abc'),
    kindOf('untaggedFigure', 'figure:s:57'),
  ]).toEqual(['beside', 'others', 'figures'])
})
