import { factsPanelText } from '../../../../catalogue/window/factsPanel'
import type { Derivation } from '../../../../story/ledger/facts/derivation'
import { TextField } from '../../../ui'

type Rate = NonNullable<Derivation['rate']>

/** The rate of a calculation, with its source and date. */
export function RateFields({ rate, onChange }: { readonly rate: Rate; readonly onChange: (next: Rate) => void }) {
  return (
    <fieldset className="form-group">
      <legend className="field-label">{factsPanelText('derivationForm.rateGroup')}</legend>
      <TextField
        label={factsPanelText('derivationForm.rate')}
        placeholder="1,428.50"
        value={rate.value}
        onChange={(event) => onChange({ ...rate, value: event.target.value })}
      />
      <TextField
        label={factsPanelText('derivationForm.sourceRate')}
        value={rate.source}
        onChange={(event) => onChange({ ...rate, source: event.target.value })}
      />
      <TextField
        label={factsPanelText('derivationForm.dateRate')}
        placeholder="2026-10-30"
        value={rate.date}
        onChange={(event) => onChange({ ...rate, date: event.target.value })}
      />
    </fieldset>
  )
}
