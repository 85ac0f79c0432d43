import { shownStored } from '../../story/history/storedText'
import { historyText } from '../../catalogue/window/history'
import type { Comparison } from '../../story/requests/comparison'
import { isExportFormat } from '../../story/desk/exportFormat'
import type { SnapshotLine } from '../../story/requests/snapshotLine'
import { FORMAT_WORDS } from '../export/exportWords'

/** The name of a snapshot in a list: the one it was given, or why it was kept. */
export const snapshotName = ({ n, name, why, trouble }: Pick<SnapshotLine, 'n' | 'name' | 'why' | 'trouble'>): string =>
  trouble === undefined ? (name ?? whyInWords(why)) : historyText('snapshotWords.stateCannotRead', { n })

/** Formats by the names of the export panel. */
const whyInWords = (why: string): string =>
  shownStored(
    why.replace(/(?<=^Export as )[\w-]+$/, (format) => (isExportFormat(format) ? FORMAT_WORDS[format].name : format)),
  )

/** "3 words added, 1 removed · 2 facts · 1 field". Names only what differs. */
export function comparisonWords({ blocks, facts, fields, added, removed }: Comparison): string {
  const some = (count: number, words: string): readonly string[] => (count === 0 ? [] : [words])
  const moved = blocks.filter(({ kind }) => kind === 'moved').length
  const parts = [
    ...(added + removed === 0 ? [] : [historyText('snapshotWords.wordsOut', { added, removed })]),
    ...some(moved, historyText('snapshotWords.grafsMoved', { count: moved })),
    ...some(facts.length, historyText('snapshotWords.facts', { count: facts.length })),
    ...some(fields.length, historyText('snapshotWords.fields', { count: fields.length })),
  ]
  return parts.length === 0 ? historyText('snapshotWords.nothingDiffers') : parts.join(' · ')
}

/** "3.4 MB", "12 kB". */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1_000_000) return historyText('snapshotWords.kb', { max: Math.max(1, Math.round(bytes / 1000)) })
  return historyText('snapshotWords.mb', { toFixed: (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0) })
}
