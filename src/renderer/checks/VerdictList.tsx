import { checksPanelText } from '../../catalogue/window/checksPanel'
import type { Finding, Verdict } from '../../story/assessment/finding'
import './findings.css'

interface VerdictListProps {
  readonly verdict: Verdict
  /** Shows the finding's place. Absent: the findings are only listed. */
  readonly onJump?: (finding: Finding) => void
}

/**
 * Lists what blocks, and an embargo that runs. What was overridden, and what is optional, is behind a count that
 * unfolds: a move does not ask for it. FindingItem is for acting on a finding.
 */
export function VerdictList({ verdict, onJump }: VerdictListProps) {
  const { blocks, overridden, warns } = verdict
  const embargo = warns.filter(isEmbargoFinding)
  return (
    <>
      <Rows findings={blocks} kind="blocks" onJump={onJump} />
      <Rows findings={embargo} kind="embargo" onJump={onJump} />
      <Folded findings={overridden} kind="overridden" onJump={onJump} />
      <Folded findings={warns.filter((finding) => !isEmbargoFinding(finding))} kind="look" onJump={onJump} />
    </>
  )
}

export const isEmbargoFinding = ({ rule }: Finding): boolean => rule === 'embargo'

const MARKS = {
  blocks: { mark: '✕', tone: 'is-stop' },
  embargo: { mark: '▲', tone: 'is-stop' },
  overridden: { mark: '⋯', tone: 'is-soft' },
  look: { mark: '▲', tone: 'is-warn' },
} as const

interface RowsProps {
  readonly findings: readonly Finding[]
  readonly kind: keyof typeof MARKS
  readonly onJump: VerdictListProps['onJump']
}

function Folded({ findings, kind, onJump }: RowsProps & { readonly kind: 'overridden' | 'look' }) {
  if (findings.length === 0) return null
  return (
    <details className="verdict-rest">
      <summary>{checksPanelText(`verdictList.${kind}Count`, { count: findings.length })}</summary>
      <Rows findings={findings} kind={kind} onJump={onJump} />
    </details>
  )
}

function Rows({ findings, kind, onJump }: RowsProps) {
  if (findings.length === 0) return null
  const { mark, tone } = MARKS[kind]
  return (
    <ul className="verdict-list" data-kind={kind} aria-label={checksPanelText(`verdictList.${kind}`)}>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.key}`}>
          <span className={`finding-mark ${tone}`} aria-hidden="true">
            {mark}
          </span>
          <span className="finding-text">
            {onJump && finding.where.kind !== 'story' ? (
              <button type="button" className="finding-jump" onClick={() => onJump(finding)}>
                {finding.message}
              </button>
            ) : (
              finding.message
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
