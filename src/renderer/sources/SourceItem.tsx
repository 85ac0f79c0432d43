import { sourcesText } from '../../catalogue/window/sources'
import { useId, useRef, useState } from 'react'
import type { Assessment } from '../../story/assessment/assessment'
import { STATUS_WORDS } from '../../story/ledger/facts/fact'
import {
  GROUND_RULES_WORDS,
  isNameElsewhere,
  shownSource,
  SOURCE_KIND_WORDS,
  type Source,
} from '../../story/desk/source'
import { Button } from '../ui'
import { useNewsroom, useNotice } from '../state'
import { PLACES } from '../state/focusPlaces'
import { useHasDraft } from '../state/hooks/useDraft'
import { useShowPlace } from '../state/hooks/useShowPlace'
import { useWindowServices } from '../state/windowServices'
import { focusIfLost, focusPlace } from '../ui/focus/focusService'
import { SourceActions } from './SourceActions'
import { TracesOfSource } from './TracesOfSource'
import { SourceForm } from './form/SourceForm'

interface SourceItemProps {
  readonly source: Source
  readonly book: readonly Source[]
  /** The facts of the open story that rest on it. */
  readonly facts: readonly Assessment[]
  /** It was added as protected in this panel: where its name is, is looked for at once. */
  readonly isNewlyGuarded: boolean
  /** Called with the source that this one was merged into. */
  readonly onMerged: (into: string) => void
}

/** A source of the book: what is agreed with it, what rests on it, and what can be done with it. */
export function SourceItem({ source, book, facts, isNewlyGuarded, onMerged }: SourceItemProps) {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const readOnly = useNewsroom(({ readOnly }) => readOnly)
  const show = useShowPlace()
  const heading = useId()
  // A person asks for the identity of a protected source. A form left open must not show it.
  const [editing, setEditing] = useState(
    useHasDraft((forms) => forms.source, source.id) && !source.protected && readOnly === undefined,
  )
  /** How often names of it were given to protect. */
  const [guarded, setGuarded] = useState(0)
  const [unsealed, setUnsealed] = useState(false)
  const name = unsealed ? source.name : shownSource(source, book)
  const sealed = source.protected && !unsealed
  const editButton = useRef<HTMLButtonElement>(null)

  /** The history notes who looks. Without the note nothing is shown. */
  const look = async (): Promise<boolean> => check(await act('source.look', { source: source.id })) !== undefined
  const startEditing = async (): Promise<void> => {
    if (!source.protected || unsealed || (await look())) setEditing(true)
  }

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
        {source.protected && !source.destroyed && !isNameElsewhere(source) && !editing ? (
          <Button
            look="plain"
            aria-pressed={unsealed}
            aria-label={sourcesText('sourcesPanel.identity', {
              part: unsealed ? sourcesText('sourcesPanel.hide') : sourcesText('sourcesPanel.show'),
              source: shownSource(source, book),
            })}
            onClick={() => void (unsealed ? setUnsealed(false) : look().then(setUnsealed))}
          >
            {unsealed ? sourcesText('sourcesPanel.hide') : sourcesText('sourcesPanel.show')}
          </Button>
        ) : null}
        {readOnly === undefined && !editing && !source.destroyed ? (
          <Button
            ref={editButton}
            look="plain"
            aria-label={sourcesText('sourcesPanel.edit', { source: shownSource(source, book) })}
            onClick={() => void startEditing()}
          >
            {sourcesText('sourcesPanel.editShort')}
          </Button>
        ) : null}
      </div>
      {editing ? (
        <SourceForm
          label={sourcesText('sourcesPanel.edit', { source: shownSource(source, book) })}
          action={sourcesText('sourcesPanel.save')}
          from={source}
          book={book}
          done={stopEditing}
          groundRulesNote={sourcesText('sourcesPanel.otherGroundRulesSend')}
          submit={async (words) => {
            const outcome = await act('source.edit', { source: source.id, ...words })
            if (outcome.ok && words.protected) setGuarded((times) => times + 1)
            return outcome
          }}
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
          {source.protected && !source.destroyed ? (
            <TracesOfSource source={source} book={book} given={guarded + (isNewlyGuarded ? 1 : 0)} />
          ) : null}
          <SourceActions source={source} book={book} onMerged={onMerged} />
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
