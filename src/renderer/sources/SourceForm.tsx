import { sourcesText } from '../../catalogue/window/sources'
import { useMemo, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { Outcome } from '../../ipc/contract'
import type { Source } from '../../story/desk/source'
import { NEW_ONE, type SourceDraft } from '../state/stores/drafts'
import { useDraft } from '../state/hooks/useDraft'
import { Button, CheckField, Problem, SelectField, TextField } from '../ui'
import { listFromText } from './listText'
import { mayWeaken } from './mayWeaken'
import { NameParts } from './NameParts'
import { SourcePicker } from './picker/SourcePicker'
import { GROUND_RULES_OPTIONS, isGroundRules, isSourceKind, KIND_OPTIONS } from './sourceChoices'

export interface SourceFormValue extends Omit<SourceDraft, 'aliases' | 'reason'>, Pick<Source, 'aliases'> {
  /** Why protection is weakened. Asked for when it is. */
  readonly reason?: string
}

interface SourceFormProps {
  readonly label: string
  readonly action: string
  readonly from?: Source
  /** The source book. The source may rest on any other one. */
  readonly book: readonly Source[]
  /** Shown beside the ground rules once they differ from `from`. */
  readonly groundRulesNote?: string
  readonly submit: (words: SourceFormValue) => Promise<Outcome<unknown>>
  readonly done: () => void
}

/** The form for everything that the source book keeps about a source. */
export function SourceForm({ label, action, from, book, groundRulesNote, submit, done }: SourceFormProps) {
  const {
    draft: words,
    change,
    forget,
  } = useDraft((forms) => forms.source, from?.id ?? NEW_ONE, {
    name: from?.name ?? '',
    kind: from?.kind ?? 'person',
    groundRules: from?.groundRules ?? 'onTheRecord',
    protected: from?.protected ?? false,
    aliases: (from?.aliases ?? []).join(', '),
    contact: from?.contact ?? '',
    wording: from?.wording ?? '',
    description: from?.description ?? '',
    pooler: from?.pooler ?? '',
    poolNumber: from?.poolNumber ?? '',
    derivedFrom: from?.derivedFrom ?? [],
    officialRecord: from?.officialRecord ?? false,
    reason: '',
  })
  const { aliases, reason, sought } = words
  const typing = sought !== undefined
  const weaker = from !== undefined && mayWeaken(from, words)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const others = useMemo(() => book.filter(({ id }) => id !== from?.id), [book, from?.id])
  const nameless = words.name.trim() === ''
  const set = (next: Partial<SourceDraft>): void => {
    change(next)
    setProblem(undefined)
  }
  const leave = (): void => {
    forget()
    done()
  }

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (nameless) return setProblem(sourcesText('sourceForm.sourceNeedsNameWhat'))
    if (typing) return setProblem(sourcesText('sourceForm.chooseFromList'))
    setBusy(true)
    const { reason: _reason, sought: _sought, ...said } = words
    const outcome = await submit({
      ...said,
      name: words.name.trim(),
      contact: words.contact.trim(),
      aliases: listFromText(aliases),
      ...(weaker ? { reason } : {}),
    })
    setBusy(false)
    if (outcome.ok) leave()
    else setProblem(outcome.message)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    // The draft returns with the form. Cancel discards it.
    done()
  }

  return (
    <form
      className="form panel-form"
      aria-label={label}
      onSubmit={(event) => void send(event)}
      onKeyDown={onKeyDown}
      noValidate
    >
      <TextField
        label={sourcesText('sourceForm.name')}
        autoFocus
        value={words.name}
        error={nameless ? problem : undefined}
        onChange={(event) => set({ name: event.target.value })}
      />
      <div className="form-pair">
        <SelectField
          label={sourcesText('sourceForm.kind')}
          value={words.kind}
          options={KIND_OPTIONS}
          onChange={(event) => {
            if (isSourceKind(event.target.value)) set({ kind: event.target.value })
          }}
        />
        <SelectField
          label={sourcesText('sourceForm.groundRules')}
          value={words.groundRules}
          options={GROUND_RULES_OPTIONS}
          hint={words.groundRules === from?.groundRules ? undefined : groundRulesNote}
          onChange={(event) => {
            if (isGroundRules(event.target.value)) set({ groundRules: event.target.value })
          }}
        />
      </div>
      {words.groundRules === 'onTheRecord' ? null : (
        <>
          <TextField
            label={sourcesText('sourceForm.agreedDescription')}
            hint={sourcesText('sourceForm.mustStandSentenceSenior')}
            value={words.description}
            onChange={(event) => set({ description: event.target.value })}
          />
          <TextField
            label={sourcesText('sourceForm.wordingTerms')}
            hint={sourcesText('sourceForm.theyNegotiated')}
            value={words.wording}
            onChange={(event) => set({ wording: event.target.value })}
          />
        </>
      )}
      {words.kind === 'pool' ? (
        <div className="form-pair">
          <TextField
            label={sourcesText('sourceForm.pooler')}
            value={words.pooler}
            onChange={(event) => set({ pooler: event.target.value })}
          />
          <TextField
            label={sourcesText('sourceForm.number')}
            value={words.poolNumber}
            onChange={(event) => set({ poolNumber: event.target.value })}
          />
        </div>
      ) : null}
      {words.kind === 'document' || words.kind === 'official' || words.kind === 'dataset' ? (
        <CheckField
          label={sourcesText('sourceForm.officialRecord')}
          hint={sourcesText('sourceForm.courtFileRegisterGazette')}
          checked={words.officialRecord}
          onChange={(event) => set({ officialRecord: event.target.checked })}
        />
      ) : null}
      {others.length > 0 ? (
        <SourcePicker
          label={sourcesText('sourceForm.rests')}
          hint={sourcesText('sourceForm.twoReportsRestOne')}
          placeholder={sourcesText('sourcePicker.typeFind')}
          sources={others}
          book={book}
          picked={words.derivedFrom[0]}
          none={sourcesText('sourceForm.nothingButItself')}
          problem={typing && !nameless ? problem : undefined}
          onPick={(picked) => set({ derivedFrom: picked === '' ? [] : [picked, ...words.derivedFrom.slice(1)] })}
          begun={sought}
          onTyping={(text) => {
            if (text !== sought) set({ sought: text })
          }}
        />
      ) : null}
      <CheckField
        label={sourcesText('sourceForm.protected')}
        hint={sourcesText('sourceForm.nameAliasesContactNever')}
        checked={words.protected}
        onChange={(event) => set({ protected: event.target.checked })}
      />
      <NameParts
        source={{ ...words, aliases: listFromText(aliases) }}
        onAliases={(next) => set({ aliases: next.join(', ') })}
      />
      <TextField
        label={sourcesText('sourceForm.alsoKnown')}
        hint={sourcesText('sourceForm.commasBetween')}
        value={aliases}
        onChange={(event) => set({ aliases: event.target.value })}
      />
      <TextField
        label={sourcesText('sourceForm.contact')}
        value={words.contact}
        onChange={(event) => set({ contact: event.target.value })}
      />
      {weaker ? (
        <TextField
          label={sourcesText('sourceForm.whyProtectionMayWeakened')}
          hint={sourcesText('sourceForm.staysLibrarysLedgerAuthor')}
          value={reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      ) : null}
      <Problem text={problem && !nameless && !typing ? problem : undefined} />
      <div className="form-foot">
        <Button onClick={leave}>{sourcesText('sourceForm.cancel')}</Button>
        <Button type="submit" look="primary">
          {action}
        </Button>
      </div>
    </form>
  )
}
