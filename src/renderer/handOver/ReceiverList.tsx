import { exportPanelText } from '../../catalogue/window/exportPanel'
import { CheckField } from '../ui'
import type { Receivers } from './useReceivers'
import './handOver.css'

/** Texts that are shown; the others are counted. */
const MOST_TYPED = 12

/** For whom a bundle is, and in one sentence what becomes of protected sources. */
export function ReceiverList({
  receivers: { people, chosen, plan, problem, choose },
  onChange,
}: {
  readonly receivers: Receivers
  readonly onChange?: () => void
}) {
  return (
    <fieldset className="form-group receivers">
      <legend className="field-label">{exportPanelText('for.title')}</legend>
      {people?.length === 0 ? <p className="field-hint">{exportPanelText('for.nobody')}</p> : null}
      {(people ?? []).map(({ person, seals }) => (
        <CheckField
          key={person}
          label={person}
          {...(seals ? {} : { hint: exportPanelText('for.noSealing') })}
          checked={chosen.includes(person)}
          onChange={(event) => {
            choose(person, event.target.checked)
            onChange?.()
          }}
        />
      ))}
      <p className={plan?.refused === undefined && problem === undefined ? 'field-hint' : 'problem'} aria-live="polite">
        {problem ?? (plan ? sentenceOf(plan, chosen) : '')}
      </p>
      {plan && plan.typed.length > 0 ? (
        <>
          <p className="field-hint">{exportPanelText('for.typed')}</p>
          <ul className="field-hint">
            {plan.typed.slice(0, MOST_TYPED).map((text) => (
              <li key={text} dir="auto">
                {text}
              </li>
            ))}
            {plan.typed.length > MOST_TYPED ? (
              <li>{exportPanelText('handOver.more', { count: plan.typed.length - MOST_TYPED })}</li>
            ) : null}
          </ul>
        </>
      ) : null}
    </fieldset>
  )
}

function sentenceOf({ sources, refused }: NonNullable<Receivers['plan']>, chosen: readonly string[]): string {
  if (refused !== undefined) return refused
  const names = sources.join(', ')
  if (sources.length === 0) return exportPanelText('for.noSource')
  return chosen.length === 0
    ? exportPanelText('for.stays', { names })
    : exportPanelText('for.sealed', { names, people: chosen.join(', ') })
}
