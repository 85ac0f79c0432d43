import { libraryText } from '../../catalogue/window/library'
import { sourcesText } from '../../catalogue/window/sources'
import { useMemo, useRef, useState } from 'react'
import { listedSources } from '../../story/desk/source'
import { Button, TextField } from '../ui'
import { CommandKey } from '../state/commands/CommandKey'
import { pick, useNewsroom, useStory } from '../state'
import { useDraftKeys, useHasDraft } from '../state/hooks/useDraft'
import { useWindowServices } from '../state/windowServices'
import { focusIfLost } from '../ui/focus/focusService'
import { useShowMore } from '../ui/useShowMore'
import { NEW_ONE } from '../state/stores/drafts'
import { SourceForm } from './form/SourceForm'
import { SourceItem } from './SourceItem'
import { factsOfSources, findRows, mostUsedFirst, sourceRows } from './sourceRows'
import './sources.css'

/** Sources that are drawn at first, and again at each “Show more”. */
const DRAWN = 50

/** The library's source book, and the facts of the open story that rest on each source. */
export function SourcesPanel() {
  const { act } = useWindowServices().newsroom
  const { desk, readOnly } = useNewsroom(pick('desk', 'readOnly'))
  const story = useStory(pick('assessments'))
  const assessments = story?.assessments
  const [find, setFind] = useState('')
  const [adding, setAdding] = useState(useHasDraft((forms) => forms.source, NEW_ONE) && readOnly === undefined)
  const addButton = useRef<HTMLButtonElement>(null)
  const sources = useMemo(() => listedSources(desk.sources), [desk.sources])
  const rows = useMemo(() => sourceRows(sources), [sources])
  const facts = useMemo(() => factsOfSources(assessments ?? []), [assessments])
  const found = useMemo(() => mostUsedFirst(findRows(rows, find), facts), [rows, find, facts])
  const begun = useDraftKeys((forms) => forms.source)
  /** Sources that the person just added, or merged others into. */
  const [touched, setTouched] = useState<readonly string[]>([])
  /** Sources that are protected since a moment ago: the name may stand in what was written before. */
  const [guarded, setGuarded] = useState<readonly string[]>([])
  const { list, drawn, showMore } = useShowMore(found, DRAWN, {
    subject: find,
    always: ({ source: { id } }) => begun.has(id) || touched.includes(id),
  })
  const keepDrawn = (id: string): void => setTouched((before) => [...before, id])

  const stopAdding = (): void => {
    setAdding(false)
    focusIfLost(() => addButton.current)
  }

  return (
    <section className="panel" aria-label={sourcesText('sourcesPanel.sources')}>
      <h2 className="panel-name">{sourcesText('sourcesPanel.sources')}</h2>
      <div className="panel-head panel-head-row">
        {sources.length > 0 ? (
          <TextField
            label={sourcesText('sourcesPanel.findSource')}
            hideLabel
            type="search"
            placeholder={sourcesText('sourcesPanel.findSource')}
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
        ) : null}
        {readOnly === undefined ? (
          <Button ref={addButton} aria-expanded={adding} onClick={() => setAdding(true)}>
            {sourcesText('sourcesPanel.addSource')}
          </Button>
        ) : null}
      </div>
      {adding ? (
        <SourceForm
          label={sourcesText('sourcesPanel.newSource')}
          book={sources}
          action={sourcesText('sourcesPanel.addSource')}
          submit={async (words) => {
            const outcome = await act('source.add', words)
            if (outcome.ok) keepDrawn(outcome.value.id)
            if (outcome.ok && words.protected) setGuarded((before) => [...before, outcome.value.id])
            return outcome
          }}
          done={stopAdding}
        />
      ) : null}
      {sources.length === 0 && !adding ? (
        <div className="empty">
          <p>{sourcesText('sourcesPanel.sourceBookKeepsWhom')}</p>
          <p>
            {sourcesText('sourcesPanel.addSourcePutsOne')} <CommandKey id="review.evidence" />{' '}
            {sourcesText('sourcesPanel.addsOneAlongEvidence')}
          </p>
        </div>
      ) : null}
      {sources.length > 0 && found.length === 0 ? (
        <p className="empty" role="status">
          {sourcesText('sourcesPanel.noSourceCalled', { find })}
        </p>
      ) : null}
      <ul ref={list} className="source-list">
        {drawn.map(({ source }) => (
          <SourceItem
            key={source.id}
            source={source}
            book={sources}
            facts={facts.get(source.id) ?? []}
            isNewlyGuarded={guarded.includes(source.id)}
            onMerged={keepDrawn}
          />
        ))}
      </ul>
      {showMore ? (
        <Button className="source-more" onClick={showMore}>
          {libraryText('search.more')}
        </Button>
      ) : null}
    </section>
  )
}
