import type { FieldName, Fields } from '../../story/ledger/fields'
import { TextArea, TextField, type Option } from '../ui'
import { SettledSelect } from '../ui/controls/SettledSelect'
import { useFieldDraft, type Parsed } from './saving/useFieldDraft'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'

interface DraftFieldProps<F extends FieldName> {
  readonly field: F
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  readonly readOnly: boolean
  readonly show: (value: Fields[F]) => string
  readonly parse: (text: string) => Parsed<Fields[F]>
  /** The value that holds by the rules, where it may differ from the one last set. */
  readonly holds?: Fields[F] | undefined
  /** `area`: several lines. `choice`: one of `options`. */
  readonly as?: 'line' | 'area' | 'choice'
  readonly options?: readonly Option[]
  /** Id of a datalist. */
  readonly list?: string
}

/** One field of the story. It is stored when it is left, an area also after a pause. */
export function DraftField<F extends FieldName>({
  field,
  label,
  hint,
  placeholder,
  readOnly,
  show,
  parse,
  holds,
  as = 'line',
  options = [],
  list,
}: DraftFieldProps<F>) {
  const draft = useFieldDraft(field, label, show, parse, { holds, pauses: as === 'area' })
  const common = {
    label,
    hint,
    error: draft.problem,
    value: draft.text,
    'aria-busy': draft.saving,
    onBlur: draft.onBlur,
    onKeyDown: draft.onKeyDown,
  }
  return (
    <div ref={focusPlace(PLACES.field(field))}>
      {as === 'choice' ? (
        <SettledSelect
          {...common}
          disabled={readOnly}
          options={options}
          onSettle={(chosen) => void draft.choose(chosen)}
        />
      ) : as === 'area' ? (
        <TextArea
          {...common}
          rows={3}
          readOnly={readOnly}
          placeholder={placeholder}
          onChange={(event) => draft.type(event.target.value)}
        />
      ) : (
        <TextField
          {...common}
          readOnly={readOnly}
          placeholder={placeholder}
          list={list}
          autoComplete="off"
          onChange={(event) => draft.type(event.target.value)}
        />
      )}
    </div>
  )
}
