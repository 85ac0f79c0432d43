import { useId } from 'react'
import { libraryText } from '../../../catalogue/window/library'
import type { MergeReport } from '../../../story/requests/exchange/mergeRequests'
import { mergeOutcome, mergeSections, mergeSender, type MergeRow } from '../../../story/requests/exchange/mergeSections'
import { WordDiff } from '../../facts/WordDiff'
import { TrustSender } from './TrustSender'

/** Items of a section; the others are counted. */
const MOST_ITEMS = 12

interface BundlePreviewProps {
  /** One of each story in it. */
  readonly reports: readonly MergeReport[]
  readonly onTrust: () => void
}

/** What a bundle would bring, before anything changes: who sends it, then each story. */
export function BundlePreview({ reports, onTrust }: BundlePreviewProps) {
  const senders = reports.map(mergeSender)
  // A bundle has one sender: what holds for all of its stories is said once.
  const ofAll = (senders[0] ?? []).filter((line) => senders.every((lines) => lines.includes(line)))
  const unknown = reports.find(({ outcome, sender }) => outcome !== 'refused' && sender.standing === 'new')?.sender
  return (
    <>
      {ofAll.map((line) => (
        <p key={line} className="panel-note">
          {line}
        </p>
      ))}
      {unknown?.card === undefined ? null : (
        <TrustSender card={unknown.card} person={unknown.person} known={unknown.role} onTrust={onTrust} />
      )}
      {reports.map((report, at) => (
        <StoryPreview
          key={report.story}
          report={report}
          lines={(senders[at] ?? []).filter((line) => !ofAll.includes(line))}
        />
      ))}
    </>
  )
}

interface StoryPreviewProps {
  readonly report: MergeReport
  /** What is said of the sender with this story only. */
  readonly lines: readonly string[]
}

function StoryPreview({ report, lines }: StoryPreviewProps) {
  const { headline, outcome } = report
  const id = useId()
  return (
    <section className="merge-story" aria-labelledby={id}>
      <h3 id={id} className="merge-headline" dir="auto">
        {headline || libraryText('import.noHeadline')}
      </h3>
      <p className={outcome === 'refused' ? 'problem' : 'panel-note'}>{mergeOutcome(report)}</p>
      {lines.map((line) => (
        <p key={line} className="panel-note">
          {line}
        </p>
      ))}
      {mergeSections(report, MOST_ITEMS).map(({ title, items }) => (
        <section key={title} className="merge-section" aria-label={title}>
          <h4 className="field-label">{title}</h4>
          <ul>
            {items.map((rows, at) => (
              <li key={at}>
                {rows.map((row, nth) => (
                  <Row key={nth} row={row} />
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Row({ row }: { readonly row: MergeRow }) {
  if (typeof row === 'string') return <p dir="auto">{row}</p>
  const { label, before, after } = row
  return (
    <>
      {label === undefined ? null : <p className="panel-note">{label}</p>}
      <p className="merge-words" dir="auto">
        {before === undefined ? <span className="serif">{after}</span> : <WordDiff before={before} after={after} />}
      </p>
    </>
  )
}
