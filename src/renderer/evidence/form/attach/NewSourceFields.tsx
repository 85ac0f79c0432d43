import { evidenceText } from '../../../../catalogue/window/evidence'
import { NameParts } from '../../../sources/NameParts'
import { GROUND_RULES_OPTIONS, isGroundRules, isSourceKind, KIND_OPTIONS } from '../../../sources/sourceChoices'
import type { NewSource } from '../../../state/stores/drafts'
import { CheckField, SelectField } from '../../../ui'

/** What the source book has to know of a source that comes with its evidence. */
export function NewSourceFields({
  fresh,
  onChange,
}: {
  readonly fresh: NewSource
  readonly onChange: (next: NewSource) => void
}) {
  return (
    <fieldset className="form-group">
      <legend className="field-label">{evidenceText('evidenceForm.newSource', { name: fresh.name })}</legend>
      <SelectField
        label={evidenceText('evidenceForm.kind')}
        value={fresh.kind}
        options={KIND_OPTIONS}
        onChange={(event) => {
          if (isSourceKind(event.target.value)) onChange({ ...fresh, kind: event.target.value })
        }}
      />
      <SelectField
        label={evidenceText('evidenceForm.groundRules')}
        value={fresh.groundRules}
        options={GROUND_RULES_OPTIONS}
        onChange={(event) => {
          if (isGroundRules(event.target.value)) onChange({ ...fresh, groundRules: event.target.value })
        }}
      />
      <CheckField
        label={evidenceText('evidenceForm.protected')}
        hint={evidenceText('evidenceForm.identityNeverLeavesDesk')}
        checked={fresh.protected}
        onChange={(event) => onChange({ ...fresh, protected: event.target.checked })}
      />
      <NameParts source={fresh} onAliases={(aliases) => onChange({ ...fresh, aliases })} />
    </fieldset>
  )
}
