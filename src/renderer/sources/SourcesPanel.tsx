import { sourcesText } from '../../catalogue/window/sources'
import { useId, useRef, useState, type FormEvent } from 'react'
import type { Assessment } from '../../story/assessment/assessment'
import { STATUS_WORDS } from '../../story/ledger/fact'
import { GROUND_RULES_WORDS, listedSources, shownSource, SOURCE_KIND_WORDS, type Source } from '../../story/desk/source'
import type { RestingFact } from '../../story/requests/requests'
import { Button, SelectField, TextField } from '../ui'
import { CommandKey } from '../state/commands/CommandKey'
import { pick, useNewsroom, useNotice, useStory } from '../state'
import { useHasDraft } from '../state/hooks/useDraft'
import { SpellingForm } from './SpellingForm'
import { NEW_SOURCE, SourceForm } from './SourceForm'
import { useShowPlace } from '../state/hooks/useShowPlace'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { useWindowServices } from '../state/windowServices'
import { focusIfLost, focusOn, focusPlace, inAnotherField } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './sources.css'

/** The library's source book, and the facts of the open story that rest on each source. */
export function SourcesPanel() {
  const { act } = useWindowServices().newsroom
  const { desk, readOnly } = useNewsroom(pick('desk', 'readOnly'))
  const story = useStory(pick('assessments'))
  const [find, setFind] = useState('')
  const [adding, setAdding] = useState(useHasDraft((forms) => forms.source, NEW_SOURCE) && readOnly === undefined)
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
          others={sources}
          action={sourcesText('sourcesPanel.addSource')}
          submit={(words) => act('source.add', words)}
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
      {sources.length > 0 && shown.length === 0 ? (
        <p className="empty" role="status">
          {sourcesText('sourcesPanel.noSourceCalled', { find })}
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
  // A person asks for the identity of a protected source. A form left open must not show it.
  const [editing, setEditing] = useState(
    useHasDraft((forms) => forms.source, source.id) && !source.protected && readOnly === undefined,
  )
  const [unsealed, setUnsealed] = useState(false)
  const name = unsealed ? source.name : shownSource(source, book)
  const sealed = source.protected && !unsealed
  const editButton = useRef<HTMLButtonElement>(null)

  const stopEditing = (): void => {
    setEditing(false)
    focusIfLost(() => editButton.current)
  }

  return (
    <li ref={focusPlace(PLACES.source(source.id))} className="source" data-menu-row="" aria-labelledby={heading}>
      <div className="source-head">
        <h2 id={heading} className="source-name">
          {name}
        </h2>
        {source.protected ? <span className="source-protected">{sourcesText('sourcesPanel.protected')}</span> : null}
        {source.protected && !source.destroyed && !editing ? (
          <Button
            look="plain"
            aria-pressed={unsealed}
            aria-label={sourcesText('sourcesPanel.identity', {
              part: unsealed ? sourcesText('sourcesPanel.hide') : sourcesText('sourcesPanel.show'),
              source: shownSource(source, book),
            })}
            onClick={() => setUnsealed(!unsealed)}
          >
            {unsealed ? sourcesText('sourcesPanel.hide') : sourcesText('sourcesPanel.show')}
          </Button>
        ) : null}
        {readOnly === undefined && !editing && !source.destroyed ? (
          <Button
            ref={editButton}
            look="plain"
            aria-label={sourcesText('sourcesPanel.edit', { source: shownSource(source, book) })}
            onClick={() => setEditing(true)}
          >
            {sourcesText('sourcesPanel.edit2')}
          </Button>
        ) : null}
      </div>
      {editing ? (
        <SourceForm
          label={sourcesText('sourcesPanel.edit', { source: shownSource(source, book) })}
          action={sourcesText('sourcesPanel.save')}
          from={source}
          others={book.filter((other) => other.id !== source.id)}
          done={stopEditing}
          groundRulesNote={sourcesText('sourcesPanel.otherGroundRulesSend')}
          submit={(words) => act('source.edit', { source: source.id, ...words })}
        />
      ) : (
        <>
          <p className="panel-note">
            {SOURCE_KIND_WORDS[source.kind]} · {GROUND_RULES_WORDS[source.groundRules]}
            {source.groundRulesVersion > 1 ? sourcesText('sourcesPanel.changed') : ''}
          </p>
          {source.kind === 'pool' && !sealed && (source.pooler ?? source.poolNumber) ? (
            <p className="panel-note">
              {sourcesText('sourcesPanel.pool')} {source.poolNumber ?? ''}
              {source.pooler ? sourcesText('sourcesPanel.by', { pooler: source.pooler }) : ''}
            </p>
          ) : null}
          {source.description ? (
            <p className="panel-note">{sourcesText('sourcesPanel.described', { description: source.description })}</p>
          ) : null}
          {source.wording && !sealed ? (
            <p className="panel-note">{sourcesText('sourcesPanel.terms', { wording: source.wording })}</p>
          ) : null}
          {source.officialRecord ? <p className="panel-note">{sourcesText('sourcesPanel.officialRecord')}</p> : null}
          {source.derivedFrom?.length ? (
            <p className="panel-note">
              {sourcesText('sourcesPanel.rests')}{' '}
              {source.derivedFrom
                .map((id) => {
                  const origin = book.find((other) => other.id === id)
                  return origin ? shownSource(origin, book) : sourcesText('sourcesPanel.sourceNoLongerBook')
                })
                .join(', ')}
            </p>
          ) : null}
          {source.aliases.length > 0 && !sealed ? (
            <p className="panel-note">{sourcesText('sourcesPanel.also', { join: source.aliases.join(', ') })}</p>
          ) : null}
          {source.contact && !sealed ? <p className="panel-note">{source.contact}</p> : null}
          {source.destroyed ? (
            <p className="panel-note">{sourcesText('sourcesPanel.identityDestroyed', { by: source.destroyed.by })}</p>
          ) : null}
          <SourceActions source={source} book={book} />
        </>
      )}
      {facts.length > 0 ? (
        <>
          <p className="panel-subtitle">{sourcesText('sourcesPanel.factsStoryRest', { count: facts.length })}</p>
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

/** Lists where a source is used in all stories. Offers to merge it or to destroy its identity. */
function SourceActions({ source, book }: { readonly source: Source; readonly book: readonly Source[] }) {
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
      title: sourcesText('sourcesPanel.destroyIdentity', { name }),
      action: sourcesText('sourcesPanel.destroy'),
      label: sourcesText('sourcesPanel.whyNothingBringsBack'),
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
      <summary>{sourcesText('sourcesPanel.allStoriesMerge')}</summary>
      {facts ? (
        <p className="panel-subtitle">
          {facts.length === 0
            ? sourcesText('sourcesPanel.noFactAnyStory')
            : sourcesText('sourcesPanel.factsRest', { count: facts.length })}
        </p>
      ) : (
        <p className="soft">{sourcesText('sourcesPanel.looking')}</p>
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
      {readOnly === undefined && !source.destroyed ? <SpellingForm source={source} /> : null}
      {readOnly === undefined && source.protected && !source.destroyed ? (
        <Button look="danger" onClick={destroy}>
          {sourcesText('sourcesPanel.destroyIdentity2')}
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

/** Chosen first, then merged by its button: in a closed list every arrow key chooses, and a merge cannot be undone. */
function MergeForm({ name, source, others, book }: MergeFormProps) {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const once = useOneAtATime()
  const [chosen, setChosen] = useState('')
  const into = others.find(({ id }) => id === chosen)
  const merge = async (): Promise<void> => {
    if (!into) return
    const isInAnotherField = inAnotherField()
    if (!check(await act('source.merge', { source: source.id, into: into.id }))) return
    // This entry disappears, and the keyboard with it.
    focusOn(PLACES.source(into.id), { unless: isInAnotherField })
  }
  return (
    <form
      className="form"
      aria-label={sourcesText('sourcesPanel.merge', { name })}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void once(merge)
      }}
    >
      <SelectField
        label={sourcesText('sourcesPanel.same')}
        value={into ? chosen : ''}
        options={[
          { value: '', label: sourcesText('sourcesPanel.mergeInto') },
          ...others.map((other) => ({ value: other.id, label: shownSource(other, book) })),
        ]}
        onChange={(event) => setChosen(event.target.value)}
      />
      {into ? (
        <>
          <p className="form-note">
            {sourcesText('sourcesPanel.whatRestsRestsFrom', { name, into: shownSource(into, book), name2: name })}
          </p>
          <Button type="submit" look="danger">
            {sourcesText('sourcesPanel.mergeInto2', { into: shownSource(into, book) })}
          </Button>
        </>
      ) : null}
    </form>
  )
}

const restingOn = (assessments: readonly Assessment[] | undefined, source: string): readonly Assessment[] =>
  (assessments ?? []).filter((fact) => fact.evidence.some((item) => item.source === source))

/** A protected source is found by its shown name only. */
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
