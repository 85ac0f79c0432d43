import { checksPanelText } from '../../../catalogue/window/checksPanel'
import type { Finding, Verdict } from '../../../story/assessment/finding'
import type { Move } from '../../../story/ledger/stages'
import { Problem } from '../../ui'
import { isEmbargoFinding, VerdictList } from '../VerdictList'
import { blockWords } from '../verdictWords'
import type { GateAnswer } from './useMoveGate'
import '../gate.css'

interface MoveGateProps {
  readonly move: Move
  readonly answer: GateAnswer | undefined
  readonly onJump: (finding: Finding) => void
}

/** Shows what the gate says of a move, and the findings behind it. */
export function MoveGate({ move, answer: { verdict, problem } = {}, onJump }: MoveGateProps) {
  const isAsking = verdict === undefined && !problem
  return (
    <section aria-label={checksPanelText('movePanel.gate')} className="gate" aria-busy={isAsking}>
      <Problem text={problem} />
      {isAsking ? <p className="soft">{checksPanelText('movePanel.askingGate')}</p> : null}
      {verdict ? (
        <>
          <GateWords move={move} verdict={verdict} />
          <VerdictList verdict={verdict} onJump={onJump} />
        </>
      ) : null}
    </section>
  )
}

function GateWords({ move, verdict }: { readonly move: Move; readonly verdict: Verdict }) {
  if (verdict.blocks.length > 0)
    return (
      <p className="gate-words is-stop">
        <span aria-hidden="true">✕</span> {blockWords(verdict.blocks)}
      </p>
    )
  if (verdict.warns.some(isEmbargoFinding))
    return <p className="gate-words is-stop">{checksPanelText('movePanel.nothingBlocksEmbargo')}</p>
  return (
    <p className="gate-words is-ok">
      {move.needs.length === 0 && (move.door === 'file' || move.door === 'sendBack' || move.door === 'spike')
        ? checksPanelText('movePanel.nothingAskedMove')
        : checksPanelText('movePanel.nothingBlocks')}
    </p>
  )
}
