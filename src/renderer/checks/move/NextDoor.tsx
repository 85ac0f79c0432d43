import { useId } from 'react'
import { checksPanelText } from '../../../catalogue/window/checksPanel'
import { findingName } from '../../../story/ledger/events/gateEvent'
import { Problem } from '../../ui'
import { FindingItem } from '../FindingItem'
import { blockWords } from '../verdictWords'
import { SAME_AS_CLEAR, type NextDoorAnswer } from './useNextDoor'

interface NextDoorProps {
  readonly next: NextDoorAnswer
  readonly story: string
  readonly clearBlocks: number
}

/** Says what the door of the next move asks for, and lists what it finds beyond clearing. */
export function NextDoor({ next, story, clearBlocks }: NextDoorProps) {
  const { move, verdict, problem } = next
  const heading = useId()
  return (
    <section className="checks-group" aria-labelledby={heading}>
      <h3 id={heading} className="panel-title">
        {checksPanelText('checksPanel.next', { name: move.name })}
      </h3>
      <Problem text={problem} />
      {move.door === 'clear' ? (
        <p className="panel-note">
          {clearBlocks > 0
            ? checksPanelText('checksPanel.asksEverythingUnderBlocks')
            : checksPanelText('checksPanel.gateOpen')}
        </p>
      ) : SAME_AS_CLEAR.has(move.door) ? (
        <p className="panel-note">{checksPanelText('checksPanel.asksNothingWhatFound')}</p>
      ) : verdict ? (
        <>
          <p className="panel-note">
            {verdict.blocks.length > 0
              ? checksPanelText('checksPanel.beyondClearing', { blocks: blockWords(verdict.blocks) })
              : clearBlocks > 0
                ? checksPanelText('checksPanel.asksWhatBlocksClearing')
                : checksPanelText('checksPanel.gateOpen')}
          </p>
          {[...verdict.blocks, ...verdict.warns].length > 0 ? (
            <ul className="finding-list">
              {[...verdict.blocks, ...verdict.warns].map((finding) => (
                <FindingItem key={findingName(finding)} finding={finding} story={story} />
              ))}
            </ul>
          ) : null}
        </>
      ) : problem === undefined ? (
        <p className="panel-note">{checksPanelText('movePanel.askingGate')}</p>
      ) : null}
    </section>
  )
}
