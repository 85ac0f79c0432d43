import { commentsText } from '../../../catalogue/writing/comments'
import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { useState } from 'react'
import { historyLines } from '../../../story/history/historyLines'
import { isNameUnproven, NO_NOTES } from '../../../story/trust/notesElsewhere'
import { useNewsroom } from '../../state'
import { shortTime } from '../shortTime'
import { WordDiff } from './WordDiff'
import { nameOfSource } from './evidenceName'
import type { FactDetailProps } from './factDetailProps'

/** Rendered when opened: it names statuses that no longer hold. */
export function FactHistory(props: FactDetailProps) {
  const [open, setOpen] = useState(false)
  return (
    <details className="fact-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{factsPanelText('factDetail.history')}</summary>
      {open ? <HistoryLines {...props} /> : null}
    </details>
  )
}

function HistoryLines({ fact, story, sources }: FactDetailProps) {
  const lines = historyLines(story.entries, (id) => nameOfSource(sources, id)).filter((line) => line.fact === fact.id)
  const elsewhere = useNewsroom(({ desk }) => desk.notesElsewhere ?? NO_NOTES)
  return lines.length === 0 ? (
    <p className="soft">{factsPanelText('factDetail.nothingYet')}</p>
  ) : (
    lines.map(({ entry, did, notes, change }) => (
      <p key={entry.seq}>
        <span className="soft">{shortTime(entry.at)}</span> {entry.by}
        {isNameUnproven(entry, elsewhere) ? ` (${commentsText('said.unsigned')})` : ''} {did}
        {change ? (
          <>
            : <WordDiff before={change.old} after={change.now} />
          </>
        ) : null}
        {notes.length > 0 ? <span className="soft"> {notes.join(' · ')}</span> : null}
      </p>
    ))
  )
}
