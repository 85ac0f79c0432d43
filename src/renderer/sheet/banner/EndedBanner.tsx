import { shownStored } from '../../../story/history/storedText'
import { sheetText } from '../../../catalogue/writing/sheet'
import { History } from 'lucide-react'
import { useMemo } from 'react'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { Button } from '../../ui'
import { pick, runCommand, useStory } from '../../state'
import { shortTime } from '../../facts/shortTime'
import './endedBanner.css'

type Moved = Extract<LedgerEntry, { kind: 'moved' }>

/** Over a killed or spiked story: what happened, who did it and why, and that nobody may use it. */
export function EndedBanner() {
  const story = useStory(pick('story', 'entries'))
  const stage = story?.story.ledger.standing.stage
  const last = useMemo(
    () => story?.entries.findLast((entry): entry is Moved => entry.kind === 'moved' && entry.to === stage),
    [story?.entries, stage],
  )
  if (stage !== 'killed' && stage !== 'spiked') return null
  return (
    <section className="ended" data-stage={stage} aria-label={sheetText(`ended.${stage}.name`)}>
      <strong className="ended-word">{sheetText(`ended.${stage}.word`)}</strong>
      <p className="ended-said">
        <strong>
          {last
            ? sheetText(`ended.${stage}.said`, { by: last.by, at: shortTime(last.at) })
            : sheetText(`ended.${stage}.note`)}
        </strong>
        {last?.reason ? <span dir="auto">{shownStored(last.reason)}</span> : null}
      </p>
      <Button icon={<History aria-hidden="true" />} onClick={() => runCommand('view.history')}>
        {sheetText('ended.history')}
      </Button>
    </section>
  )
}
