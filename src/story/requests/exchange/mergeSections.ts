/** What a merge would bring, or brought, in words for people: for the import panel and the command line. */
import { roleWords } from '../../desk/roster'
import { mergeReportText } from '../../../catalogue/merging/mergeReport'
import { readEntry } from '../../history/historyLines'
import { lapseWords } from '../../history/lapseWords'
import { localMinute } from '../../text/format/localMinute'
import { STATUS_WORDS } from '../../ledger/facts/fact'
import { fieldWords } from '../../ledger/leaving/leaving'
import type {
  MergedAct,
  MergedBeside,
  MergedFact,
  MergedVerdict,
  MergedWords,
  MergeReport,
  SealedReport,
} from './mergeRequests'

export interface MergeSection {
  readonly title: string
  /** Each in rows. */
  readonly items: readonly (readonly MergeRow[])[]
}
/** A sentence, or words of the copy. `before`: what they were, to be shown as a change. Absent: they only stand so. */
export type MergeRow = string | { readonly label?: string; readonly before?: string; readonly after: string }

/** A row as text. */
export function rowLines(row: MergeRow): readonly string[] {
  if (typeof row === 'string') return [row]
  const { label, before, after } = row
  if (before === undefined) return [...(label === undefined ? [] : [label]), after]
  return [
    ...(label === undefined ? [] : [label]),
    ...(before === '' ? [] : [`- ${before}`]),
    ...(after === '' ? [] : [`+ ${after}`]),
  ]
}

/** Whether anything of it would come in. */
export const brings = ({ outcome }: MergeReport): boolean => outcome === 'new' || outcome === 'merged'

/** What comes of the story, as one sentence. `did`: it has happened. */
export function mergeOutcome({ outcome, entries, refused = '', again }: MergeReport, did = false): string {
  if (again) return mergeReportText(did ? 'outcome.againDid' : 'outcome.againWould', { count: entries })
  if (outcome === 'nothing' || outcome === 'refused') return mergeReportText(`outcome.${outcome}`, { why: refused })
  return mergeReportText(`outcome.${outcome}${did ? 'Did' : 'Would'}`, { count: entries })
}

/** Who sends it, whether the key is known, and what is sealed in it for whom. */
export const mergeSender = ({
  sender: { person, standing, role },
  made,
  answered = [],
  answeredElsewhere: elsewhere = [],
  sealed,
}: MergeReport): readonly string[] => [
  mergeReportText('sender.from', { person, made: localMinute(made) }),
  mergeReportText(`sender.${standing}`, { person }),
  // An editor who trusts a key lets it act with the role that the name has here.
  ...(standing === 'new' && role
    ? [mergeReportText('sender.roleHere', { person, role, roleWord: roleWords(role) })]
    : []),
  ...(answered.length > 0 ? [mergeReportText('sender.answers', { person, people: answered.join(', ') })] : []),
  ...(elsewhere.length > 0
    ? [mergeReportText('sender.answersElsewhere', { person, people: elsewhere.join(', ') })]
    : []),
  ...(sealed ? sealedLines(sealed, person) : []),
]

const sealedLines = (
  { people, standing, revealed, otherwise, left = 0 }: SealedReport,
  person: string,
): readonly string[] => [
  ...(standing === 'opened' && revealed.length === 0
    ? []
    : [mergeReportText(`sealed.${standing}`, { people: people.join(', '), person, names: revealed.join(', ') })]),
  ...(otherwise.length > 0 ? [mergeReportText('sealed.otherwise', { names: otherwise.join(', ') })] : []),
  ...(left > 0 ? [mergeReportText('sealed.left', { count: left })] : []),
]

/** What changes, by kind, without what is empty. `most`: items of a section; the others are counted. */
export function mergeSections(report: MergeReport, most = Infinity): readonly MergeSection[] {
  if (!brings(report)) return []
  const { words, beside = [], acts = [], verdicts, facts, dropped, keptFields, notMade = [], outcome } = report
  const { suggested = [] } = report
  const counts = ({ why, refused }: MergedVerdict): boolean => why === undefined && refused === undefined
  const [counted, apart] = [verdicts.filter(counts), verdicts.filter((one) => !counts(one))]
  const titled = (key: 'words' | 'facts' | 'factsNew' | 'verdicts' | 'verdictsApart', { length }: { length: number }) =>
    mergeReportText(key, { count: length })
  const isNew = outcome === 'new'
  const sections: readonly MergeSection[] = [
    { title: titled('words', words), items: isNew ? [] : words.map(wordRows) },
    { title: mergeReportText('beside'), items: beside.map(besideRows) },
    // A history may be long: what is only counted is not put into words.
    { title: mergeReportText('acts'), items: acts.map((one, at) => (at < most ? actRows(one) : [])) },
    { title: titled('verdicts', counted), items: counted.map((one) => [verdictLine(one)]) },
    { title: titled('verdictsApart', apart), items: apart.map((one) => [verdictLine(one)]) },
    { title: titled(isNew ? 'factsNew' : 'facts', facts), items: facts.map((one) => [factLine(one)]) },
    { title: mergeReportText('suggested'), items: suggested.map((one) => [mergeReportText('suggestedLine', one)]) },
    { title: mergeReportText('dropped'), items: dropped.map(({ text, by }) => [droppedLine(text, by)]) },
    { title: mergeReportText('keptFields'), items: keptFields.map((field) => [fieldWords(field)]) },
    { title: mergeReportText('notMade'), items: notMade.map((why) => [why]) },
    { title: mergeReportText('other'), items: otherLines(report).map((line) => [line]) },
  ]
  return sections
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => ({
      title,
      items:
        items.length > most
          ? [...items.slice(0, most), [mergeReportText('more', { count: items.length - most })]]
          : items,
    }))
}

const otherLines = ({
  comments = 0,
  sources,
  guarded = [],
  files,
  versions,
  missingFiles,
}: MergeReport): readonly string[] => [
  ...(comments > 0 ? [mergeReportText('comments', { count: comments })] : []),
  ...(sources.length > 0 ? [mergeReportText('sources', { names: sources.join(', ') })] : []),
  ...(guarded.length > 0 ? [mergeReportText('guarded', { names: guarded.join(', ') })] : []),
  ...(files > 0 ? [mergeReportText('files', { count: files })] : []),
  ...(versions > 0 ? [mergeReportText('versions', { count: versions })] : []),
  ...(missingFiles.length > 0 ? [mergeReportText('missingFiles', { count: missingFiles.length })] : []),
]

const wordRows = ({ before, after, by, twice }: MergedWords): readonly MergeRow[] => {
  const people = by.join(', ')
  if (!twice) return [...(by.length > 0 ? [mergeReportText('words.by', { people })] : []), { before, after }]
  return [
    mergeReportText('since.twice', { by: people || mergeReportText('since.somebody') }),
    { label: mergeReportText('since.here'), before: twice.was, after: before },
    { label: mergeReportText('since.there'), before: twice.was, after: twice.there },
    { label: mergeReportText('words.afterwards'), after },
  ]
}

const besideRows = ({ part, before, after, words }: MergedBeside): readonly MergeRow[] => {
  const label = mergeReportText(`beside.${part}`, { words })
  return part === 'shape' ? [label] : [{ label, before, after }]
}

/** As the history says it. */
function actRows({ entry, words: about }: MergedAct): readonly MergeRow[] {
  const lastWords = new Map('fact' in entry && about !== undefined ? [[entry.fact, about]] : [])
  const { did, words, change, notes } = readEntry(entry, lastWords)
  const said = words === undefined ? did : `${did} “${words}”`
  const line = [mergeReportText('act', { by: entry.by, did: said }), ...notes].join(' · ')
  return change ? [{ label: line, before: change.old, after: change.now }] : [line]
}

function verdictLine({ by, status, words, look, why, refused }: MergedVerdict): string {
  const reason = why === undefined ? refused : mergeReportText(`why.${why}`, { by })
  const said = { by, status: STATUS_WORDS[status].toLowerCase(), words }
  return reason === undefined
    ? mergeReportText(look ? 'verdictLook' : 'verdict', said)
    : mergeReportText('verdictApart', { ...said, why: reason })
}

const factLine = ({ words, from, to, reasons }: MergedFact): string =>
  mergeReportText(from ? 'fact.changed' : 'fact.new', {
    words,
    from: from ? STATUS_WORDS[from].toLowerCase() : '',
    to: [STATUS_WORDS[to].toLowerCase(), lapseWords(reasons)].filter(Boolean).join(', '),
  })

const droppedLine = (text: string, by: readonly string[]): string =>
  by.length > 0 ? `“${text}” (${by.join(', ')})` : `“${text}”`
