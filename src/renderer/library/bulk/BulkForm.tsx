import { libraryText } from '../../../catalogue/window/library'
import { peopleHere } from '../../../story/desk/roster'
import { useId, useState, type FormEvent } from 'react'
import { EXPORT_FORMATS } from '../../../story/requests/requests'
import { STAGE_WORDS, type Stage } from '../../../story/ledger/stages'
import { digest } from '../../../story/text/digest'
import { Button, SelectField, TextArea, TextField } from '../../ui'
import { pick, useNewsroom, type Overlay } from '../../state'
import { useDraft } from '../../state/hooks/useDraft'
import type { BulkDraft } from '../../state/stores/drafts'
import type { BulkDeed, BulkStory } from '../../state/stores/stories/bulkWork'
import { useWindowServices } from '../../state/windowServices'
import { FORMAT_WORDS } from '../../export/exportWords'
import { bulkOf } from './bulkOf'

export type BulkWhat = Extract<Overlay, { kind: 'bulk' }>['what']

/** Stages to which many stories can go at once. To spike has its own entry; to kill asks for words for each story. */
const TARGETS: readonly Stage[] = ['filed', 'inReview', 'cleared', 'published', 'draft']

const NOTHING_TYPED: BulkDraft = { stage: 'filed', words: '', reason: '' }

interface BulkFormProps {
  readonly what: Exclude<BulkWhat, 'undo'>
  readonly stories: readonly BulkStory[]
  readonly onCancel: () => void
}

/** What one thing is done to all of them: asked once. */
export function BulkForm({ what, stories, onCancel }: BulkFormProps) {
  const { newsroom } = useWindowServices()
  const { call } = newsroom
  const bulk = bulkOf(newsroom)
  const { desk, person } = useNewsroom(pick('desk', 'person'))
  const id = useId()
  // What is chosen and typed for some stories is not done to others.
  const [key] = useState(
    () =>
      `${what} ${digest(
        stories
          .map((story) => story.id)
          .toSorted()
          .join(' '),
      )}`,
  )
  const [start] = useState((): BulkDraft => ({ ...NOTHING_TYPED, stories: stories.map((story) => story.id) }))
  const { draft, change, forget } = useDraft((forms) => forms.bulk, key, start)
  const { stage: to, words, reason } = draft
  const [problem, setProblem] = useState<string>()
  const profiles = desk.settings.profiles ?? []
  const [as, setAs] = useState<string>(profiles[0] ? `profile ${profiles[0].name}` : EXPORT_FORMATS[0])

  const deedOf = async (): Promise<BulkDeed | undefined> => {
    if (what === 'spike') return { kind: 'move', to: 'spiked' }
    if (what === 'desk' || what === 'assignee') return { kind: 'field', field: what, value: words.trim() }
    if (what === 'move') {
      if (to !== 'draft') return { kind: 'move', to }
      if (reason.trim() !== '') return { kind: 'move', to, reason: reason.trim() }
      setProblem(libraryText('bulk.noReason'))
      return undefined
    }
    const chosen = await call('chooseExportFolder', {})
    if (!chosen.ok) setProblem(chosen.message)
    if (!chosen.ok || chosen.value.folder === undefined) return undefined
    const profile = profiles.find(({ name }) => `profile ${name}` === as)
    if (profile) return { kind: 'export', profile: profile.name }
    return { kind: 'export', format: EXPORT_FORMATS.find((format) => format === as) ?? EXPORT_FORMATS[0] }
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const deed = await deedOf()
    if (!deed) return
    await bulk.run(stories, deed)
    // Words that no story took stay.
    if (bulk.store.getState().succeeded > 0) forget()
  }

  return (
    <form className="form" onSubmit={(event) => void send(event)} noValidate>
      {what === 'move' ? (
        <SelectField
          label={libraryText('bulk.to')}
          autoFocus
          value={to}
          options={TARGETS.map((stage) => ({ value: stage, label: STAGE_WORDS[stage] }))}
          onChange={({ target: { value } }) => change({ stage: TARGETS.find((stage) => stage === value) ?? 'filed' })}
        />
      ) : null}
      {what === 'move' && to === 'draft' ? (
        <TextArea
          label={libraryText('bulk.reason')}
          rows={2}
          value={reason}
          error={problem}
          onChange={({ target: { value } }) => {
            change({ reason: value })
            setProblem(undefined)
          }}
        />
      ) : null}
      {what === 'desk' || what === 'assignee' ? (
        <>
          <TextField
            label={libraryText(what === 'desk' ? 'bulk.deskName' : 'bulk.assigneeName')}
            hint={libraryText('bulk.emptyHint')}
            autoFocus
            autoComplete="off"
            list={`${id}-names`}
            value={words}
            onChange={({ target: { value } }) => change({ words: value })}
          />
          {what === 'assignee' ? (
            <datalist id={`${id}-names`}>
              {peopleHere(desk.roster).map(({ name }) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          ) : null}
        </>
      ) : null}
      {what === 'export' ? (
        <SelectField
          label={libraryText('bulk.as')}
          autoFocus
          value={as}
          error={problem}
          options={[
            ...profiles.map(({ name }) => ({ value: `profile ${name}`, label: name })),
            ...EXPORT_FORMATS.map((format) => ({ value: format, label: FORMAT_WORDS[format].name })),
          ]}
          onChange={({ target: { value } }) => setAs(value)}
        />
      ) : null}
      <p className="form-note">{libraryText('bulk.note', { person: person ?? '' })}</p>
      <div className="form-foot">
        <Button
          onClick={() => {
            forget()
            onCancel()
          }}
        >
          {libraryText('shared.cancel')}
        </Button>
        <Button type="submit" look="primary" autoFocus={what === 'spike'}>
          {libraryText(`bulk.do.${what}`, { count: stories.length })}
        </Button>
      </div>
    </form>
  )
}
