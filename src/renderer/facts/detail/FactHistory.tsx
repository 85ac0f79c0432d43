import { commentsText } from '../../../catalogue/writing/comments'
import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { historyLines } from '../../../story/history/historyLines'
import { isNameUnproven, NO_NOTES } from '../../../story/trust/notesElsewhere'
import { useNewsroom } from '../../state'
import { shortTime } from '../shortTime'
import { WordDiff } from '../WordDiff'
import { nameOfSource } from './evidenceName'
import type { FactDetailProps } from './factDetailProps'

/** In sight when it opens, also at the end of a long card. */
const intoView = (section: HTMLElement | null): void => section?.scrollIntoView({ block: 'nearest' })

/** Shown when it is asked for: it names statuses that no longer hold. */
export const FactHistory = (props: FactDetailProps) => (
  <section ref={intoView} className="fact-history" aria-label={factsPanelText('factDetail.historyOf')}>
    <h3 className="fact-history-title">{factsPanelText('factDetail.history')}</h3>
    <HistoryLines {...props} />
  </section>
)

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
