import { factsPanelText } from '../../../../catalogue/window/factsPanel'
import type { Assessment } from '../../../../story/assessment/assessment'
import type { DerivedInput } from '../../../../story/ledger/facts/derivation'
import { SelectField, TextField } from '../../../ui'

interface InputFieldsProps {
  readonly input: DerivedInput
  /** The facts that it may come from. */
  readonly facts: readonly Assessment[]
  readonly onChange: (next: DerivedInput) => void
}

/** One input of a calculation: a value that is written here, or that of another fact. */
export function InputFields({ input, facts, onChange }: InputFieldsProps) {
  return (
    <fieldset className="form-group">
      <legend className="field-label">{input.name}</legend>
      <SelectField
        label={factsPanelText('derivationForm.comesFrom')}
        options={[
          { value: '', label: factsPanelText('derivationForm.whatWrittenHere') },
          ...facts.map(({ id, words }) => ({
            value: id,
            label: factsPanelText('derivationForm.fact', { slice: words.slice(0, 60) }),
          })),
        ]}
        value={input.fact ?? ''}
        onChange={(event) => {
          const { fact: _before, ...rest } = input
          onChange({ ...rest, ...(event.target.value === '' ? {} : { fact: event.target.value, value: '' }) })
        }}
      />
      {input.fact === undefined ? (
        <TextField
          label={factsPanelText('derivationForm.value')}
          placeholder="11:01, 3500억, 2019-06-29"
          value={input.value}
          onChange={(event) => onChange({ ...input, value: event.target.value })}
        />
      ) : null}
      <TextField
        label={factsPanelText('derivationForm.sourcePlace')}
        placeholder={factsPanelText('derivationForm.sourcePlaceExample')}
        value={input.from ?? ''}
        onChange={(event) => onChange({ ...input, from: event.target.value })}
      />
    </fieldset>
  )
}
