import { checksPanelText } from '../../catalogue/window/checksPanel'
import type { Finding, Verdict } from '../../story/assessment/finding'
import './findings.css'

interface VerdictListProps {
  readonly verdict: Verdict
  /** Shows the finding's place. Absent: the findings are only listed. */
  readonly onJump?: (finding: Finding) => void
}

/** Lists a verdict: what blocks, what was overridden, what to look at. FindingItem is for acting on a finding. */
export function VerdictList({ verdict, onJump }: VerdictListProps) {
  const rows = [
    ...verdict.blocks.map((finding) => ({
      finding,
      word: checksPanelText('verdictList.blocks'),
      mark: '✕',
      tone: 'is-stop',
    })),
    ...verdict.overridden.map((finding) => ({
      finding,
      word: checksPanelText('verdictList.overridden'),
      mark: '⋯',
      tone: 'is-soft',
    })),
    ...verdict.warns.map((finding) => ({
      finding,
      word: checksPanelText('verdictList.look'),
      mark: '▲',
      tone: 'is-warn',
    })),
  ]
  if (rows.length === 0) return null
  return (
    <ul className="verdict-list" aria-label={checksPanelText('verdictList.whatGateFound')}>
      {rows.map(({ finding, word, mark, tone }) => (
        <li key={`${finding.rule} ${finding.key}`}>
          <span className={`finding-mark ${tone}`} aria-hidden="true">
            {mark}
          </span>
          <span className="finding-text">
            <span className="visually-hidden">{word}: </span>
            {onJump && finding.where.kind !== 'story' ? (
              <button type="button" className="finding-jump" onClick={() => onJump(finding)}>
                {finding.message}
              </button>
            ) : (
              finding.message
            )}
            {tone === 'is-soft' ? (
              <span className="soft" aria-hidden="true">
                {' '}
                {checksPanelText('verdictList.overridden')}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
