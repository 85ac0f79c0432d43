import { evidenceText } from '../../../catalogue/window/evidence'
import type { Evidence } from '../../../story/ledger/facts/fact'

/** Whether evidence supports or contradicts the words. */
export const StanceField = ({
  name,
  stance,
  onStance,
}: {
  readonly name: string
  readonly stance: Evidence['stance']
  readonly onStance: (stance: Evidence['stance']) => void
}) => (
  <fieldset className="form-choice">
    <legend className="field-label">{evidenceText('evidenceForm.it')}</legend>
    {(['supports', 'contradicts'] as const).map((value) => (
      <label key={value}>
        <input type="radio" name={name} checked={stance === value} onChange={() => onStance(value)} />{' '}
        {evidenceText('evidenceForm.theseWords', { value })}
      </label>
    ))}
  </fieldset>
)
