import { useId, useRef, useState, type FormEvent } from 'react'
import type { Assessment } from '../../story/assessment/assessment'
import { STATUS_WORDS } from '../../story/ledger/fact'
import { GROUND_RULES_WORDS, listedSources, shownSource, SOURCE_KIND_WORDS, type Source } from '../../story/desk/source'
import type { RestingFact } from '../../story/requests/requests'
import { Button, SelectField, TextField } from '../ui'
import { CommandKey } from '../common'
import { pick, useNewsroom, useNotice, useStory } from '../state'
import { useBegun } from '../state/hooks/useDraft'
import { NEW_SOURCE, SourceForm } from './SourceForm'
import { useShowPlace } from '../common/useShowPlace'
import { useWindowServices } from '../state/windowServices'
import { afterDrawing, focusOn, focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './sources.css'

/** The library's source book, and what of the open story rests on whom. */
export function SourcesPanel() {
  const { act } = useWindowServices().newsroom
  const { desk, readOnly } = useNewsroom(pick('desk', 'readOnly'))
  const story = useStory(pick('assessments'))
  const [find, setFind] = useState('')
  const [adding, setAdding] = useState(useBegun((forms) => forms.source, NEW_SOURCE) && readOnly === undefined)
  const addButton = useRef<HTMLButtonElement>(null)
  const sources = listedSources(desk.sources)
  const shown = sources.filter((source) => matches(source, sources, find))
  const byUse = [...shown].sort(
    (a, b) =>
      restingOn(story?.assessments, b.id).length - restingOn(story?.assessments, a.id).length ||
      shownSource(a, sources).localeCompare(shownSource(b, sources)),
  )

  const stopAdding = (): void => {
    setAdding(false)
    afterDrawing(() => addButton.current?.focus())
  }

  return (
    <section className="panel" aria-label="Sources">
      <div className="panel-head panel-head-row">
        {sources.length > 0 ? (
          <TextField
            label="Find a source"
            hideLabel
            type="search"
            placeholder="Find a source"
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
        ) : null}
        {readOnly === undefined ? (
          <Button ref={addButton} aria-expanded={adding} onClick={() => setAdding(true)}>
            Add source
          </Button>
        ) : null}
      </div>
      {adding ? (
        <SourceForm
          label="New source"
          others={sources}
          action="Add source"
          submit={(words) => act('source.add', words)}
          done={stopAdding}
        />
      ) : null}
      {sources.length === 0 && !adding ? (
        <div className="empty">
          <p>
            The source book keeps whom and what your facts rest on, under which ground rules, for every story of this
            library.
          </p>
          <p>
            “Add source” puts one in; while checking a fact, <CommandKey id="review.evidence" /> adds one along with its
            evidence.
          </p>
        </div>
      ) : null}
      {sources.length > 0 && shown.length === 0 ? (
        <p className="empty" role="status">
          No source is called “{find}”.
        </p>
      ) : null}
      <ul className="source-list">
        {byUse.map((source) => (
          <SourceItem key={source.id} source={source} book={sources} facts={restingOn(story?.assessments, source.id)} />
        ))}
      </ul>
    </section>
  )
}

function SourceItem({
  source,
  book,
  facts,
}: {
  readonly source: Source
  readonly book: readonly Source[]
  readonly facts: readonly Assessment[]
}) {
  const { act } = useWindowServices().newsroom
  const readOnly = useNewsroom(({ readOnly }) => readOnly)
  const show = useShowPlace()
  const heading = useId()
  // The identity of a protected source shows when it is asked for, not because a form was left open.
  const [editing, setEditing] = useState(
    useBegun((forms) => forms.source, source.id) && !source.protected && readOnly === undefined,
  )
  const [unsealed, setUnsealed] = useState(false)
  const name = unsealed ? source.name : shownSource(source, book)
  const sealed = source.protected && !unsealed
  const editButton = useRef<HTMLButtonElement>(null)

  const stopEditing = (): void => {
    setEditing(false)
    afterDrawing(() => editButton.current?.focus())
  }

  return (
    <li ref={focusPlace(PLACES.source(source.id))} className="source" aria-labelledby={heading}>
      <div className="source-head">
        <h2 id={heading} className="source-name">
          {name}
        </h2>
        {source.protected ? <span className="source-protected">Protected</span> : null}
        {source.protected && !source.destroyed && !editing ? (
          <Button
            look="plain"
            aria-pressed={unsealed}
            aria-label={`${unsealed ? 'Hide' : 'Show'} the identity of ${shownSource(source, book)}`}
            onClick={() => setUnsealed(!unsealed)}
          >
            {unsealed ? 'Hide' : 'Show'}
          </Button>
        ) : null}
        {readOnly === undefined && !editing && !source.destroyed ? (
          <Button
            ref={editButton}
            look="plain"
            aria-label={`Edit ${shownSource(source, book)}`}
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
        ) : null}
      </div>
      {editing ? (
        <SourceForm
          label={`Edit ${shownSource(source, book)}`}
          action="Save"
          from={source}
          others={book.filter((other) => other.id !== source.id)}
          done={stopEditing}
          groundRulesNote="Other ground rules send every fact that rests on this source back to re-check."
          submit={(words) => act('source.edit', { source: source.id, ...words })}
        />
      ) : (
        <>
          <p className="panel-note">
            {SOURCE_KIND_WORDS[source.kind]} · {GROUND_RULES_WORDS[source.groundRules]}
            {source.groundRulesVersion > 1 ? ' (changed)' : ''}
          </p>
          {source.kind === 'pool' && !sealed && (source.pooler ?? source.poolNumber) ? (
            <p className="panel-note">
              Pool {source.poolNumber ?? ''}
              {source.pooler ? ` by ${source.pooler}` : ''}
            </p>
          ) : null}
          {source.description ? <p className="panel-note">To be described as “{source.description}”</p> : null}
          {source.wording && !sealed ? <p className="panel-note">Terms: {source.wording}</p> : null}
          {source.officialRecord ? <p className="panel-note">Official record</p> : null}
          {source.derivedFrom?.length ? (
            <p className="panel-note">
              Rests on{' '}
              {source.derivedFrom
                .map((id) => {
                  const origin = book.find((other) => other.id === id)
                  return origin ? shownSource(origin, book) : 'a source no longer in the book'
                })
                .join(', ')}
            </p>
          ) : null}
          {source.aliases.length > 0 && !sealed ? <p className="panel-note">Also {source.aliases.join(', ')}</p> : null}
          {source.contact && !sealed ? <p className="panel-note">{source.contact}</p> : null}
          {source.destroyed ? <p className="panel-note">Identity destroyed by {source.destroyed.by}</p> : null}
          <SourceDeeds source={source} book={book} />
        </>
      )}
      {facts.length > 0 ? (
        <>
          <p className="panel-subtitle">
            {facts.length === 1 ? '1 fact of this story rests on it' : `${facts.length} facts of this story rest on it`}
          </p>
          <ul className="source-facts">
            {facts.map((fact) => (
              <li key={fact.id}>
                <button type="button" className="finding-jump" onClick={() => show({ kind: 'fact', fact: fact.id })}>
                  {fact.text || fact.words}
                </button>{' '}
                <span className="soft">
                  {fact.evidence
                    .filter((item) => item.source === source.id)
                    .map((item) => item.locator)
                    .join(', ')}{' '}
                  · {STATUS_WORDS[fact.status]}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </li>
  )
}

/** Where it is used in all stories, and what ends an entry: merging, destroying. */
function SourceDeeds({ source, book }: { readonly source: Source; readonly book: readonly Source[] }) {
  const { act, openStory } = useWindowServices().newsroom
  const readOnly = useNewsroom(({ readOnly }) => readOnly)
  const { check } = useNotice()
  const { open } = useWindowServices().panels
  const [facts, setFacts] = useState<readonly RestingFact[]>()
  const name = shownSource(source, book)
  const others = book.filter((other) => other.id !== source.id && !other.destroyed)
  const destroy = (): void =>
    open({
      kind: 'reason',
      about: source.id,
      title: `Destroy the identity of ${name}`,
      action: 'Destroy',
      label:
        'Why. Nothing brings it back: only the pseudonym and what was signed stay. Captured files and backups are not touched.',
      submit: async (reason) => check(await act('source.destroy', { source: source.id, reason })) !== undefined,
    })
  return (
    <details
      className="source-deeds"
      onToggle={(event) => {
        if (event.currentTarget.open)
          void act('source.facts', { source: source.id }).then((outcome) => setFacts(outcome.ok ? outcome.value : []))
      }}
    >
      <summary>In all stories, merge…</summary>
      {facts ? (
        <p className="panel-subtitle">
          {facts.length === 0
            ? 'No fact of any story rests on it'
            : facts.length === 1
              ? '1 fact rests on it'
              : `${facts.length} facts rest on it`}
        </p>
      ) : (
        <p className="soft">Looking…</p>
      )}
      <ul className="source-facts">
        {facts?.map(({ story, fact, words, status, headline, slug }) => (
          <li key={`${story} ${fact}`}>
            <button type="button" className="finding-jump" onClick={() => void openStory(story)}>
              {words}
            </button>{' '}
            <span className="soft">
              {STATUS_WORDS[status]} · {headline || slug}
            </span>
          </li>
        ))}
      </ul>
      {readOnly === undefined && !source.destroyed && others.length > 0 ? (
        <MergeForm name={name} source={source} others={others} book={book} />
      ) : null}
      {readOnly === undefined && source.protected && !source.destroyed ? (
        <Button look="danger" onClick={destroy}>
          Destroy the identity…
        </Button>
      ) : null}
    </details>
  )
}

interface MergeFormProps {
  readonly name: string
  readonly source: Source
  readonly others: readonly Source[]
  readonly book: readonly Source[]
}

/** Chosen first and merged by its button: in a closed list every arrow key is a choice, and nothing takes two sources apart again. */
function MergeForm({ name, source, others, book }: MergeFormProps) {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const [chosen, setChosen] = useState('')
  const into = others.find(({ id }) => id === chosen)
  const merge = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!into) return
    if (!check(await act('source.merge', { source: source.id, into: into.id }))) return
    // This entry goes, and what had the keyboard with it.
    focusOn(PLACES.source(into.id))
  }
  return (
    <form className="form" aria-label={`Merge ${name}`} onSubmit={(event) => void merge(event)}>
      <SelectField
        label="The same as"
        value={into ? chosen : ''}
        options={[
          { value: '', label: 'Merge into…' },
          ...others.map((other) => ({ value: other.id, label: shownSource(other, book) })),
        ]}
        onChange={(event) => setChosen(event.target.value)}
      />
      {into ? (
        <>
          <p className="form-note">
            What rests on {name} rests on {shownSource(into, book)} from then on, and {name} becomes one of its names.
            Nothing takes them apart again.
          </p>
          <Button type="submit" look="danger">
            Merge into {shownSource(into, book)}
          </Button>
        </>
      ) : null}
    </form>
  )
}

const restingOn = (assessments: readonly Assessment[] | undefined, source: string): readonly Assessment[] =>
  (assessments ?? []).filter((fact) => fact.evidence.some((item) => item.source === source))

/** A protected source is found by what is shown of it. */
function matches(source: Source, book: readonly Source[], find: string): boolean {
  const own = source.protected
    ? []
    : [...source.aliases, source.contact ?? '', source.pooler ?? '', source.poolNumber ?? '']
  const text = [shownSource(source, book), ...own, SOURCE_KIND_WORDS[source.kind]].join(' ').toLowerCase()
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
