import { useId, type ReactNode } from 'react'

/** A row of a settings page: a name, what it does in one line, and the control, which `ids` names. */
export function OptionRow({
  name,
  about,
  children,
}: {
  readonly name: string
  readonly about?: string
  readonly children: (ids: { readonly 'aria-labelledby': string; readonly 'aria-describedby'?: string }) => ReactNode
}) {
  const id = useId()
  return (
    <div className="option" data-option={name}>
      <div className="option-words">
        <span id={`${id}-name`} className="option-name">
          {name}
        </span>
        {about ? (
          <span id={`${id}-about`} className="option-about">
            {about}
          </span>
        ) : null}
      </div>
      {children({ 'aria-labelledby': `${id}-name`, ...(about ? { 'aria-describedby': `${id}-about` } : {}) })}
    </div>
  )
}

/** A few values that exclude each other, as one row of buttons. */
export function Choices<Value extends string>({
  value,
  values,
  onChoose,
  ...ids
}: {
  readonly value: Value
  readonly values: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[]
  readonly onChoose: (value: Value) => void
  readonly 'aria-labelledby': string
  readonly 'aria-describedby'?: string
}) {
  const group = useId()
  return (
    <div className="option-choices" role="radiogroup" {...ids}>
      {values.map((one) => (
        <label key={one.value} lang={one.lang}>
          <input type="radio" name={group} checked={one.value === value} onChange={() => onChoose(one.value)} />
          <span>{one.label}</span>
        </label>
      ))}
    </div>
  )
}

export function Switch({
  on,
  onSwitch,
  ...ids
}: {
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
  readonly 'aria-labelledby': string
  readonly 'aria-describedby'?: string
}) {
  return (
    <button type="button" role="switch" className="switch" aria-checked={on} onClick={() => onSwitch(!on)} {...ids} />
  )
}
