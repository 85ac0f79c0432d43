import { useId, useRef, useState } from 'react'
import type { Assessment } from '../../story/assessment'
import { STATUS_WORDS } from '../../story/fact'
import { GROUND_RULES_WORDS, SOURCE_KIND_WORDS, type Source } from '../../story/source'
import { Button, KeyCap, TextField } from '../parts'
import { useNewsroom, useStory } from '../state'
import { SourceForm } from './SourceForm'
import { useShowPlace } from './useShowPlace'
import './panels.css'

/** The library's source book, and what of the open story rests on whom. */
export function SourcesPanel() {
  const { act, desk, readOnly } = useNewsroom()
  const story = useStory()
  const [find, setFind] = useState('')
  const [adding, setAdding] = useState(false)
  const addButton = useRef<HTMLButtonElement>(null)
  const { sources } = desk
  const shown = sources.filter((source) => matches(source, find))
  const byUse = [...shown].sort((a, b) => restingOn(story?.assessments, b.id).length - restingOn(story?.assessments, a.id).length || a.name.localeCompare(b.name))

  const stopAdding = (): void => {
    setAdding(false)
    requestAnimationFrame(() => addButton.current?.focus())
  }

  return (
    <section className="panel" aria-label="Sources">
      <div className="panel-head panel-head-row">
        {sources.length > 0 ? (
          <TextField label="Find a source" hideLabel type="search" placeholder="Find a source" value={find} onChange={(event) => setFind(event.target.value)} />
        ) : null}
        {readOnly === undefined ? (
          <Button ref={addButton} aria-expanded={adding} onClick={() => setAdding(true)}>Add source</Button>
        ) : null}
      </div>
      {adding ? <SourceForm label="New source" action="Add source" submit={(words) => act('source.add', words)} done={stopAdding} /> : null}
      {sources.length === 0 && !adding ? (
        <div className="empty">
          <p>The source book keeps whom and what your facts rest on, under which ground rules, for every story of this library.</p>
          <p>“Add source” puts one in; while checking a fact, <KeyCap>E</KeyCap> adds one along with its evidence.</p>
        </div>
      ) : null}
      {sources.length > 0 && shown.length === 0 ? <p className="empty" role="status">No source is called “{find}”.</p> : null}
      <ul className="source-list">
        {byUse.map((source) => <SourceItem key={source.id} source={source} facts={restingOn(story?.assessments, source.id)} />)}
      </ul>
    </section>
  )
}

function SourceItem({ source, facts }: { readonly source: Source; readonly facts: readonly Assessment[] }) {
  const { act, readOnly } = useNewsroom()
  const show = useShowPlace()
  const heading = useId()
  const [editing, setEditing] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)

  const stopEditing = (): void => {
    setEditing(false)
    requestAnimationFrame(() => editButton.current?.focus())
  }

  return (
    <li className="source" aria-labelledby={heading}>
      <div className="source-head">
        <h2 id={heading} className="source-name">{source.name}</h2>
        {source.protected ? <span className="source-protected">Protected</span> : null}
        {readOnly === undefined && !editing ? (
          <Button ref={editButton} look="plain" aria-label={`Edit ${source.name}`} onClick={() => setEditing(true)}>Edit</Button>
        ) : null}
      </div>
      {editing ? (
        <SourceForm
          label={`Edit ${source.name}`} action="Save" from={source} done={stopEditing}
          groundRulesNote="Other ground rules send every fact that rests on this source back to re-check."
          submit={(words) => act('source.edit', { source: source.id, ...words })}
        />
      ) : (
        <>
          <p className="panel-note">
            {SOURCE_KIND_WORDS[source.kind]} · {GROUND_RULES_WORDS[source.groundRules]}{source.groundRulesVersion > 1 ? ' (changed)' : ''}
          </p>
          {source.aliases.length > 0 ? <p className="panel-note">Also {source.aliases.join(', ')}</p> : null}
          {source.contact ? <p className="panel-note">{source.contact}</p> : null}
        </>
      )}
      {facts.length > 0 ? (
        <>
          <p className="panel-subtitle">{facts.length === 1 ? '1 fact of this story rests on it' : `${facts.length} facts of this story rest on it`}</p>
          <ul className="source-facts">
            {facts.map((fact) => (
              <li key={fact.id}>
                <button type="button" className="finding-jump" onClick={() => show({ kind: 'fact', fact: fact.id })}>{fact.text || fact.words}</button>{' '}
                <span className="soft">{fact.evidence.filter((item) => item.source === source.id).map((item) => item.locator).join(', ')} · {STATUS_WORDS[fact.status]}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </li>
  )
}

const restingOn = (assessments: readonly Assessment[] | undefined, source: string): readonly Assessment[] =>
  (assessments ?? []).filter((fact) => fact.evidence.some((item) => item.source === source))

function matches(source: Source, find: string): boolean {
  const text = [source.name, ...source.aliases, SOURCE_KIND_WORDS[source.kind], source.contact ?? ''].join(' ').toLowerCase()
  return find.toLowerCase().split(/\s+/).every((word) => text.includes(word))
}
