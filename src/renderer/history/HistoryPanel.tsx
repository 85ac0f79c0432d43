import { commentsText } from '../../catalogue/writing/comments'
import { historyText } from '../../catalogue/window/history'
import { useMemo, useState } from 'react'
import { Button, Problem, SelectField } from '../ui'
import { CommandKey } from '../state/commands/CommandKey'
import { apartOf } from '../../story/ledger/order/ledgerOrder'
import { verifyChain } from '../../story/trust/chain'
import { isNameUnproven, NO_NOTES } from '../../story/trust/notesElsewhere'
import { pick, useNewsroom, useNotice, usePanels, useStory, type StoryPart } from '../state'
import { historyLines, type HistoryLine } from '../../story/history/historyLines'
import { useWindowServices } from '../state/windowServices'
import { byDay, timeOf } from './historyDays'
import { shownSource, sourceBook } from '../../story/desk/source'
import { Untold } from '../export/Untold'
import { useShowPlace } from '../state/hooks/useShowPlace'
import { useValueWords } from './useValueWords'
import { Snapshots } from './Snapshots'
import { StandsApart } from './StandsApart'
import './history.css'
import { formatInteger } from '../../story/text/format/formatInteger'

/** Lists what was done to the story, and its snapshots, newest first. */
export function HistoryPanel() {
  const story = useStory(pick('id', 'session', 'entries', 'apart', 'copy', 'assessments'))
  const { panels } = useWindowServices()
  const view = usePanels(({ history }) => history)
  return (
    <section className="panel" aria-label={historyText('historyPanel.history')}>
      <h2 className="panel-name">{historyText('historyPanel.history')}</h2>
      {story ? (
        <>
          <div className="history-views" role="group" aria-label={historyText('historyPanel.showHistory')}>
            <button
              type="button"
              className="chip"
              aria-pressed={view === 'ledger'}
              onClick={() => panels.store.setState({ history: 'ledger' })}
            >
              {historyText('historyPanel.whatDone')}
            </button>
            <button
              type="button"
              className="chip"
              aria-pressed={view === 'snapshots'}
              onClick={() => panels.store.setState({ history: 'snapshots' })}
            >
              {historyText('historyPanel.keptStates')}
            </button>
          </div>
          {view === 'ledger' ? <History key={story.id} story={story} /> : <Snapshots key={story.id} story={story} />}
        </>
      ) : (
        <div className="empty">
          <p>{historyText('historyPanel.historyKeepsWhoTagged')}</p>
          <p>{historyText('historyPanel.noStory')}</p>
        </div>
      )}
    </section>
  )
}

const PAGE = 150

function History({ story }: { readonly story: StoryPart<'id' | 'entries' | 'apart' | 'copy' | 'assessments'> }) {
  const { call } = useWindowServices().newsroom
  const desk = useNewsroom(({ desk }) => desk)
  const { check } = useNotice()
  const [fact, setFact] = useState('')
  const [limit, setLimit] = useState(PAGE)
  const { entries, apart, assessments } = story
  const lines = useMemo(() => {
    const book = sourceBook(desk.sources)
    return historyLines(entries, (id) => {
      const source = book.get(id)
      return source ? shownSource(source, desk.sources) : historyText('historyPanel.sourceNoLongerBook')
    })
  }, [entries, desk.sources])
  const broken = useMemo(() => verifyChain(entries, apartOf(apart ?? [])), [entries, apart])
  const chosen = fact === '' ? lines : lines.filter((line) => line.fact === fact)
  const days = byDay(chosen.slice(0, limit), ({ entry }) => entry.at)

  return (
    <>
      <div className="panel-head panel-head-row history-show">
        <SelectField
          label={historyText('historyPanel.show')}
          value={fact}
          onChange={(event) => {
            setFact(event.target.value)
            setLimit(PAGE)
          }}
          options={[
            { value: '', label: historyText('historyPanel.everything') },
            ...assessments.map((item) => ({ value: item.id, label: shorten(item.text || item.words) })),
          ]}
        />
        <Button
          onClick={() => void call('saveHistory', { story: story.id, ...(fact === '' ? {} : { fact }) }).then(check)}
        >
          {historyText('historyPanel.export')}
        </Button>
      </div>
      <Problem text={broken && historyText('historyPanel.broken', { why: broken })} />
      <div className="panel-note">
        {historyText('historyPanel.entries', { count: entries.length, count2: formatInteger(entries.length) })}
        <details>
          <summary>{historyText('historyPanel.details')}</summary>
          <p>{historyText('historyPanel.proof')}</p>
        </details>
      </div>
      {fact === '' ? <StandsApart story={story} /> : null}
      {fact === '' ? <Untold story={story} /> : null}
      {chosen.length === 0 ? (
        <div className="empty">
          <p>
            {historyText('historyPanel.nothingYetTaggingFact')}
            <CommandKey id="fact.tag" />
            {historyText('historyPanel.signingFilingStoryEach')}
          </p>
        </div>
      ) : null}
      {days.map(({ day, items: some }) => (
        <section key={day} className="history-day" aria-label={day}>
          <h2 className="panel-title">{day}</h2>
          <ol className="history-list">
            {some.map((line) => (
              <Line key={line.entry.seq} line={line} story={story.id} />
            ))}
          </ol>
        </section>
      ))}
      {chosen.length > limit ? (
        <Button className="history-older" onClick={() => setLimit(limit + PAGE)}>
          {historyText('historyPanel.showOlder')}
          {chosen.length - limit})
        </Button>
      ) : null}
    </>
  )
}

function Line({ line, story }: { readonly line: HistoryLine; readonly story: string }) {
  const show = useShowPlace()
  const notes = useNewsroom(({ desk }) => desk.notesElsewhere ?? NO_NOTES)
  const { entry, fact } = line
  return (
    <li className="history-line" data-kind={entry.kind}>
      <time dateTime={entry.at} className="history-time">
        {timeOf(entry.at)}
      </time>
      <div>
        <p>
          <strong>{entry.by}</strong>
          {isNameUnproven(entry, notes) ? ` (${commentsText('said.unsigned')})` : ''} {line.did}
        </p>
        {line.words === undefined ? null : fact === undefined ? (
          <p className="history-words">{line.words}</p>
        ) : (
          <button type="button" className="finding-jump history-words" onClick={() => show({ kind: 'fact', fact })}>
            {line.words}
          </button>
        )}
        {line.change ? <Change line={line} change={line.change} /> : null}
        {line.notes.map((note) => (
          <p key={note} className="panel-note">
            {note}
          </p>
        ))}
        {entry.kind === 'exported' && entry.version !== undefined && entry.format !== 'bundle' ? (
          <ExportAgain story={story} entry={entry.seq} />
        ) : null}
      </div>
    </li>
  )
}

function Change({
  line: { entry },
  change: { old, now },
}: {
  readonly line: HistoryLine
  readonly change: NonNullable<HistoryLine['change']>
}) {
  const words = useValueWords(entry.kind === 'fieldSet' ? entry.field : undefined)
  return (
    <p className="history-words">
      <del>{words(old)}</del> <span className="visually-hidden">{historyText('historyPanel.became')} </span>
      <ins>{words(now)}</ins>
    </p>
  )
}

/** Exports the same bytes again, from the snapshot that was kept. */
function ExportAgain({ story, entry }: { readonly story: string; readonly entry: number }) {
  const { call } = useWindowServices().newsroom
  const { check, say } = useNotice()
  const exportAgain = async (): Promise<void> => {
    const saved = check(await call('saveExportAgain', { story, entry }))
    if (saved?.path === undefined) return
    say(
      saved.same
        ? historyText('historyPanel.exportedAgainSameBytes', { path: saved.path })
        : historyText('historyPanel.exportedAgainBytesThose', { path: saved.path }),
    )
  }
  return (
    <Button onClick={() => void exportAgain()}>
      {historyText('historyPanel.exportAgain')}
      <span className="visually-hidden"> {historyText('historyPanel.entry', { entry })}</span>
    </Button>
  )
}

const shorten = (text: string): string => (text.length > 48 ? `${text.slice(0, 47)}…` : text)
