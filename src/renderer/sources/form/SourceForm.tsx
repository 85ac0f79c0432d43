import type { KeyboardEvent } from 'react'
import { sourcesText } from '../../../catalogue/window/sources'
import type { Outcome } from '../../../ipc/contract'
import type { Source } from '../../../story/desk/source'
import { Button, CheckField, Problem, TextField } from '../../ui'
import { listFromText } from '../listText'
import { NameParts } from '../NameParts'
import { KindAndRulesFields } from './KindAndRulesFields'
import { RestsOnField } from './RestsOnField'
import { useSourceForm, type SourceFormValue } from './useSourceForm'

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
  const { words, set, weaker, send, leave, problemOf } = useSourceForm(from, { submit, done })
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
        error={problemOf.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <KindAndRulesFields
        words={words}
        groundRulesNote={words.groundRules === from?.groundRules ? undefined : groundRulesNote}
        set={set}
      />
      <RestsOnField from={from} book={book} words={words} problem={problemOf.restsOn} set={set} />
      <CheckField
        label={sourcesText('sourceForm.protected')}
        hint={sourcesText('sourceForm.nameAliasesContactNever')}
        checked={words.protected}
        onChange={(event) => set({ protected: event.target.checked })}
      />
      <NameParts
        source={{ ...words, aliases: listFromText(words.aliases) }}
        onAliases={(next) => set({ aliases: next.join(', ') })}
      />
      <TextField
        label={sourcesText('sourceForm.alsoKnown')}
        hint={sourcesText('sourceForm.commasBetween')}
        value={words.aliases}
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
          value={words.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      ) : null}
      <Problem text={problemOf.form} />
      <div className="form-foot">
        <Button onClick={leave}>{sourcesText('sourceForm.cancel')}</Button>
        <Button type="submit" look="primary">
          {action}
        </Button>
      </div>
    </form>
  )
}
