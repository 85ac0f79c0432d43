/** What a row of the list says that only the checks know: how many issues a story in review has, and a draft’s TKs. */
import { openTk } from '../../../checks/rules/copy/openTk'
import { runChecks } from '../../../checks/runChecks'
import { clearVerdict } from '../../../gate/clearVerdict'
import type { Assessment } from '../../../story/assessment/assessment'
import { wroteAtOf, type WritersAt } from '../../../story/assessment/people/wroteAt'
import type { Desk, Story } from '../../../story/assessment/story'
import { hashText } from '../../../story/ledger/hash'
import type { TrustLoss } from '../../../story/ledger/loss'
import type { StorySummary } from '../../../story/requests/requests'

export type RowCounts = Pick<StorySummary, 'issues' | 'tks' | 'countedWith'>

/** Characters of a story of which nobody counts anything: some 30,000 words. It would take too long at each pause. */
const LONGEST = 180_000

/** `losses`: what the library has lost. */
type RowDesk = Pick<Desk, 'roster' | 'settings' | 'sources' | 'words'> & { readonly losses: readonly TrustLoss[] }

/** Whether the row of a story says how many issues it has. */
export const countsIssues = ({ copy, ledger }: Story): boolean =>
  ledger.standing.stage === 'inReview' && isShort({ copy })

/** `writersAt`: of the story as it is now. */
export function rowCounts(
  story: Story,
  assessments: readonly Assessment[],
  desk: Desk & RowDesk,
  writersAt: WritersAt,
): RowCounts {
  if (countsIssues(story)) {
    const issues = clearVerdict(story, desk, assessments, writersAt).blocks.length
    const sources = sourcesBehind(assessments, desk)
    return { issues, countedWith: { sources, hash: hashOf(sources, desk) } }
  }
  if (story.ledger.standing.stage !== 'draft' || !isShort(story)) return {}
  const checked = { story, assessments, desk }
  const tks = runChecks(checked, wroteAtOf(checked, writersAt), [openTk]).length
  return tks > 0 ? { tks } : {}
}

/** The issues that the row of a story file says. Undefined: it says none. */
export const countedIn = ({ issues, countedWith }: StorySummary): RowCounts | undefined =>
  issues !== undefined && countedWith ? { issues, countedWith } : undefined

/** Whether the current desk gives the same counts. */
export const isCountCurrent = ({ countedWith }: RowCounts, desk: RowDesk): boolean =>
  countedWith === undefined || countedWith.hash === hashOf(countedWith.sources, desk)

/**
 * A row as lists have it. Without its issues if the people, the rules, the words or the sources that they were counted
 * with are other ones now: a count that may be wrong is no count.
 */
export function shownRow({ issues, countedWith, ...row }: StorySummary, desk: RowDesk): StorySummary {
  return issues !== undefined && countedWith && isCountCurrent({ countedWith }, desk) ? { ...row, issues } : row
}

/** Whether rows that were counted with `before` may be counted otherwise now. */
export function countsOtherwise(before: RowDesk, now: RowDesk): boolean {
  const sources = [...before.sources.keys()]
  return hashOf(sources, before) !== hashOf(sources, now)
}

const isShort = ({ copy }: Pick<Story, 'copy'>): boolean => {
  let length = 0
  for (const { text } of copy) length += text.length
  return length <= LONGEST
}

/** Ids of the sources that the facts rest on. */
const sourcesBehind = (assessments: readonly Assessment[], { sources }: RowDesk): readonly string[] => {
  const found = new Set<string>()
  const add = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const behind of sources.get(id)?.derivedFrom ?? []) add(behind)
  }
  for (const fact of assessments) for (const { source } of fact.evidence) add(source)
  return [...found].sort()
}

/**
 * Of all that the gate reads of the desk: of the source book, the named sources and those that are protected. Each
 * source with its random key: so the hash tells nobody a name.
 */
const hashOf = (ids: readonly string[], desk: RowDesk): string =>
  hashText(JSON.stringify([textOf(desk), ids.map((id) => [id, desk.sources.get(id)])]))

/** The part that is the same for all stories, as text; many rows ask with one desk. */
function textOf({ roster, settings, sources, words, losses }: RowDesk): string {
  const of = [roster, settings, sources, words, losses]
  if (last.of.some((part, at) => part !== of[at])) {
    const people = roster.map(({ name, role, left, pin }) => [name, role, left, pin])
    const guarded = [...sources].filter(([, source]) => source.protected)
    last = { of, text: JSON.stringify([people, settings.deskOfOne, settings.changes, words, guarded, losses]) }
  }
  return last.text
}
let last: { readonly of: readonly unknown[]; readonly text: string } = { of: [0, 0, 0, 0, 0], text: '' }
