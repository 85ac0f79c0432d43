import type { Finding, Verdict } from '../../../story/assessment/finding'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Copy } from '../../../story/copy/copy'
import { findingName } from '../../../story/ledger/events/gateEvent'
import { groupFindings, type FindingGroup } from '../../../review/findingKinds'
import type { ChecksListState } from '../../state/stores/checksList'

export type IssueSection = 'blocks' | 'warns'

/** A group as the list shows it. */
export interface IssueGroup extends FindingGroup {
  readonly id: string
  readonly section: IssueSection
  readonly isOpen: boolean
  /** Index of the finding that the group stands at. */
  readonly at: number
}

export interface IssueList {
  readonly groups: readonly IssueGroup[]
  /** The group of the selected finding, or else the first open one. Its words are marked in the copy. */
  readonly current: IssueGroup | undefined
}

/** What of the open story tells the list. */
export interface IssuesOf {
  readonly clear: Verdict
  readonly copy: Copy
  readonly assessments: readonly Assessment[]
}

/** With more findings, groups are folded until somebody opens one. */
const OPEN_AT_MOST = 200

export function issueList({ clear, copy, assessments }: IssuesOf, state: ChecksListState): IssueList {
  const facts = factsById(assessments)
  const about = {
    statusOf: (fact: string) => facts.get(fact)?.status,
    wordsOf: (finding: Finding) => wordsAt(finding, copy),
  }
  const isShort = clear.blocks.length + clear.warns.length <= OPEN_AT_MOST
  const { selected } = state
  const groups = (['blocks', 'warns'] as const)
    .flatMap((section) =>
      groupFindings(clear[section], about).map((group) => ({ ...group, section, id: `${section}:${group.kind}` })),
    )
    .map((group, index): IssueGroup => {
      const isOpen = state.open.get(group.id) ?? (index === 0 && isShort)
      return { ...group, isOpen, at: selected?.group === group.id ? placeOf(selected, group.findings) : 0 }
    })
  const current =
    groups.find(({ id, isOpen }) => isOpen && id === selected?.group) ?? groups.find(({ isOpen }) => isOpen)
  return { groups, current }
}

/** Where the selected finding stands now, or what took its place. */
function placeOf({ name, index }: { name: string; index: number }, findings: readonly Finding[]): number {
  const at = findings.findIndex((finding) => findingName(finding) === name)
  return at >= 0 ? at : Math.max(0, Math.min(index, findings.length - 1))
}

export const wordsAt = ({ where }: Finding, copy: Copy): string =>
  where.kind === 'text' ? (copy[where.block]?.text.slice(where.from, where.to) ?? '') : ''

const byId = new WeakMap<readonly Assessment[], ReadonlyMap<string, Assessment>>()

export function factsById(assessments: readonly Assessment[]): ReadonlyMap<string, Assessment> {
  let facts = byId.get(assessments)
  if (!facts) byId.set(assessments, (facts = new Map(assessments.map((fact) => [fact.id, fact]))))
  return facts
}

/** A step through the issues: inside the group, then on to the next group of the section, and around its ends. */
export function nextIssue(
  { groups, current }: IssueList,
  direction: 1 | -1,
  /** Nobody has selected anything yet: the first step shows what the list stands at. */
  isFirst: boolean,
): { readonly group: IssueGroup; readonly index: number } | undefined {
  if (current && isFirst) return { group: current, index: current.at }
  const section = current?.section ?? groups[0]?.section
  const walked = groups.filter((group) => group.section === section)
  const here = walked.findIndex(({ id }) => id === current?.id)
  const index = (current?.at ?? 0) + direction
  if (current && index >= 0 && index < current.findings.length) return { group: current, index }
  const from = here >= 0 ? here : direction === 1 ? -1 : 0
  const group = walked[(from + direction + walked.length) % walked.length]
  return group && { group, index: direction === 1 ? 0 : group.findings.length - 1 }
}
