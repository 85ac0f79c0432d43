import { useState, type FormEvent, type KeyboardEvent } from 'react'
import type { Outcome } from '../../ipc/contract'
import type { Source } from '../../story/source'
import { Button, CheckField, SelectField, TextField } from '../parts'
import { listFromText } from './listText'
import { GROUND_RULES_OPTIONS, isGroundRules, isSourceKind, KIND_OPTIONS } from './sourceChoices'

export type SourceWords = Pick<Source, 'name' | 'kind' | 'groundRules' | 'protected' | 'aliases'> & { readonly contact: string }

interface SourceFormProps {
  readonly label: string
  readonly action: string
  readonly from?: Source
  /** Said beside the ground rules once they differ from `from`. */
  readonly groundRulesNote?: string
  readonly submit: (words: SourceWords) => Promise<Outcome<unknown>>
  readonly done: () => void
}

/** Everything the source book keeps about a source. */
export function SourceForm({ label, action, from, groundRulesNote, submit, done }: SourceFormProps) {
  const [words, setWords] = useState<SourceWords>(() => ({
    name: from?.name ?? '', kind: from?.kind ?? 'person', groundRules: from?.groundRules ?? 'onTheRecord', protected: from?.protected ?? false,
    aliases: from?.aliases ?? [], contact: from?.contact ?? ''
  }))
  const [aliases, setAliases] = useState(() => (from?.aliases ?? []).join(', '))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const nameless = words.name.trim() === ''
  const set = (change: Partial<SourceWords>): void => { setWords({ ...words, ...change }); setProblem(undefined) }

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (nameless) return setProblem('A source needs a name: what your desk calls it.')
    setBusy(true)
    const outcome = await submit({ ...words, name: words.name.trim(), contact: words.contact.trim(), aliases: listFromText(aliases) })
    setBusy(false)
    if (outcome.ok) done()
    else setProblem(outcome.message)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    done()
  }

  return (
    <form className="form panel-form" aria-label={label} onSubmit={(event) => void send(event)} onKeyDown={onKeyDown} noValidate>
      <TextField
        label="Name" autoFocus value={words.name} error={nameless ? problem : undefined} onChange={(event) => set({ name: event.target.value })}
      />
      <div className="form-pair">
        <SelectField
          label="Kind" value={words.kind} options={KIND_OPTIONS}
          onChange={(event) => { if (isSourceKind(event.target.value)) set({ kind: event.target.value }) }}
        />
        <SelectField
          label="Ground rules" value={words.groundRules} options={GROUND_RULES_OPTIONS} hint={words.groundRules === from?.groundRules ? undefined : groundRulesNote}
          onChange={(event) => { if (isGroundRules(event.target.value)) set({ groundRules: event.target.value }) }}
        />
      </div>
      <CheckField
        label="Protected" hint="Name, aliases and contact never leave the desk" checked={words.protected}
        onChange={(event) => set({ protected: event.target.checked })}
      />
      <TextField label="Also known as" hint="Commas between" value={aliases} onChange={(event) => setAliases(event.target.value)} />
      <TextField label="Contact" value={words.contact} onChange={(event) => set({ contact: event.target.value })} />
      {problem && !nameless ? <p className="problem" role="alert">{problem}</p> : null}
      <div className="form-foot">
        <Button onClick={done}>Cancel</Button>
        <Button type="submit" look="primary">{action}</Button>
      </div>
    </form>
  )
}
