/** The report of a merge in plain words. `did`: it has happened. */
import { cliText } from '../../catalogue/rooms/cli'
import { lapseWords } from '../../story/history/lapseWords'
import { STATUS_WORDS } from '../../story/ledger/fact'
import { fieldWords } from '../../story/ledger/leaving'
import type { MergedVerdict, MergeReport } from '../../story/requests/requests'
import { quoted } from '../run/quoted'

export function mergeLines(report: MergeReport, did: boolean): readonly string[] {
  const { story, headline, outcome, sender, made, refused } = report
  const head = [
    `${story}  ${headline}`,
    `  ${cliText('merge.from', { person: sender.person, made: made.slice(0, 16).replace('T', ' ') })}`,
    `  ${cliText(`merge.sender.${sender.standing}`, { person: sender.person, code: sender.code ?? '' })}`,
  ]
  if (refused !== undefined) return [...head, `  ${cliText('merge.nothingComes', { why: refused })}`]
  if (outcome === 'nothing' || outcome === 'refused') return [...head, `  ${cliText('merge.allHere')}`]
  return [
    ...head,
    `  ${cliText(`merge.${outcome}${did ? 'Did' : 'Would'}`, { count: report.entries })}`,
    ...parts(report),
  ]
}

function parts(report: MergeReport): readonly string[] {
  const { words, verdicts, facts, dropped, keptFields, missingFiles, files, versions, sources, outcome } = report
  const [counting, others] = [verdicts.filter(({ why }) => !why), verdicts.filter(({ why }) => why)]
  return [
    ...(outcome === 'new'
      ? []
      : section('words', words, ({ before, after, by }) => [
          ...(by.length > 0 ? [cliText('merge.by', { people: by.join(', ') })] : []),
          ...(before === '' ? [] : [`- ${before}`]),
          ...(after === '' ? [] : [`+ ${after}`]),
        ])),
    ...section('verdicts', counting, (one) => [verdict(one)]),
    ...section('verdictsApart', others, (one) => [
      cliText('merge.apart', {
        verdict: verdict(one),
        why: cliText(`merge.why.${one.why ?? 'otherwise'}`, { by: one.by }),
      }),
    ]),
    ...section('facts', outcome === 'new' ? [] : facts, ({ words: fact, from, to, reasons }) => [
      cliText('merge.fact', {
        fact: quoted(fact),
        from: from ? STATUS_WORDS[from] : cliText('merge.notThere'),
        to: [STATUS_WORDS[to], lapseWords(reasons)].filter(Boolean).join(', '),
      }),
    ]),
    ...section('dropped', dropped, ({ text, by }) => [`${quoted(text)} (${by.join(', ')})`]),
    ...section('keptFields', keptFields, (field) => [fieldWords(field)]),
    ...section('sources', sources, (name) => [name]),
    ...(files > 0 ? [`  ${cliText('merge.files', { count: files })}`] : []),
    ...(versions > 0 ? [`  ${cliText('merge.versions', { count: versions })}`] : []),
    ...(missingFiles.length > 0 ? [`  ${cliText('merge.missingFiles', { count: missingFiles.length })}`] : []),
  ]
}

type Section = 'words' | 'verdicts' | 'verdictsApart' | 'facts' | 'dropped' | 'keptFields' | 'sources'

function section<T>(name: Section, items: readonly T[], lines: (item: T) => readonly string[]): readonly string[] {
  if (items.length === 0) return []
  return [
    `  ${cliText(`merge.part.${name}`, { count: items.length })}`,
    ...items.flatMap(lines).map((line) => `    ${line}`),
  ]
}

const verdict = ({ by, status, words }: MergedVerdict): string =>
  cliText('merge.verdict', { by, status: STATUS_WORDS[status].toLowerCase(), words: quoted(words) })
