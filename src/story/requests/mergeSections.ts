/** What a merge would bring, in words for people: for the import panel and the command line. */
import { mergeReportText } from '../../catalogue/rooms/mergeReport'
import { lapseWords } from '../history/lapseWords'
import { STATUS_WORDS } from '../ledger/fact'
import { fieldWords } from '../ledger/leaving'
import type { MergedFact, MergedVerdict, MergedWords, MergeReport } from './mergeRequests'

export interface MergeSection {
  readonly title: string
  readonly lines: readonly string[]
}

/** Lines of one section; the others are counted. */
const MOST_LINES = 12
/** Characters of a text in a line. */
const MOST_CHARACTERS = 160

/** What comes of the story, as one sentence. */
export const mergeOutcome = ({ outcome, entries, refused = '' }: MergeReport): string =>
  mergeReportText(`count.${outcome}`, { count: entries, why: refused })

/** Who sends it, and whether the key is known: one sentence each. */
export const mergeSender = ({ sender: { person, standing, code = '' }, made }: MergeReport): readonly string[] => [
  mergeReportText('sender.from', { person, made: `${made.slice(0, 10)} ${made.slice(11, 16)} UTC` }),
  mergeReportText(`sender.${standing}`, { person, code }),
]

/** What changes, by kind, without what is empty. `most`: lines of a section, all when Infinity. */
export function mergeSections(report: MergeReport, most = MOST_LINES): readonly MergeSection[] {
  const { words, verdicts, facts, dropped, keptFields, missingFiles, files, versions, sources } = report
  const sections: readonly MergeSection[] = [
    { title: mergeReportText('words.title'), lines: words.map(wordsLine) },
    {
      title: mergeReportText('verdicts.counted'),
      lines: verdicts.filter(({ why }) => why === undefined).map(verdictLine),
    },
    {
      title: mergeReportText('verdicts.apart'),
      lines: verdicts.filter(({ why }) => why !== undefined).map(verdictLine),
    },
    { title: mergeReportText('facts.title'), lines: facts.map(factLine) },
    {
      title: mergeReportText('dropped.title'),
      lines: dropped.map(({ text, by }) =>
        mergeReportText(by.length > 0 ? 'dropped.lineBy' : 'dropped.line', { text: short(text), by: by.join(', ') }),
      ),
    },
    { title: mergeReportText('fields.title'), lines: keptFields.map(fieldWords) },
    {
      title: mergeReportText('other.title'),
      lines: [
        ...(files > 0 ? [mergeReportText('other.files', { count: files })] : []),
        ...(missingFiles.length > 0 ? [mergeReportText('other.missing', { count: missingFiles.length })] : []),
        ...(versions > 0 ? [mergeReportText('other.versions', { count: versions })] : []),
        ...(sources.length > 0 ? [mergeReportText('other.sources', { names: sources.join(', ') })] : []),
      ],
    },
  ]
  return sections.flatMap(({ title, lines }) =>
    lines.length === 0
      ? []
      : {
          title,
          lines:
            lines.length > most
              ? [...lines.slice(0, most), mergeReportText('more', { count: lines.length - most })]
              : lines,
        },
  )
}

/** Whether anything of it would come in. */
export const brings = ({ outcome }: MergeReport): boolean => outcome === 'new' || outcome === 'merged'

function wordsLine({ before, after, by }: MergedWords): string {
  const values = { before: short(before), after: short(after), by: by.join(', ') }
  if (after === '') return mergeReportText('words.gone', values)
  const kind = before === '' ? 'words.new' : 'words.changed'
  return mergeReportText(by.length > 0 ? `${kind}By` : kind, values)
}

const verdictLine = ({ by, status, words, why }: MergedVerdict): string =>
  mergeReportText(why === undefined ? 'verdict.line' : 'verdict.lineWhy', {
    by,
    status: STATUS_WORDS[status].toLowerCase(),
    words: short(words),
    why: why === undefined ? '' : mergeReportText(`why.${why}`),
  })

function factLine({ words, from, to, reasons }: MergedFact): string {
  const kind = from === undefined ? 'facts.new' : 'facts.changed'
  return mergeReportText(reasons.length > 0 ? `${kind}Why` : kind, {
    words: short(words),
    from: from === undefined ? '' : STATUS_WORDS[from].toLowerCase(),
    to: STATUS_WORDS[to].toLowerCase(),
    reasons: lapseWords(reasons),
  })
}

function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const characters = [...line]
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : line
}
