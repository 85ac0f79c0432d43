/** The report of a merge in plain words. `did`: it has happened. */
import { mergeOutcome, mergeSections, mergeSender, rowLines } from '../../../story/requests/exchange/mergeSections'
import type { MergeReport } from '../../../story/requests/requests'

export const mergeLines = (report: MergeReport, did: boolean): readonly string[] => [
  `${report.story}  ${report.headline}`,
  ...[...mergeSender(report), mergeOutcome(report, did)].map((line) => `  ${line}`),
  ...mergeSections(report).flatMap(({ title, items }) => [
    `  ${title}:`,
    ...items
      .flat()
      .flatMap(rowLines)
      .map((line) => `    ${line}`),
  ]),
]
