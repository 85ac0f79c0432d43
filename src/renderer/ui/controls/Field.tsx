import { useId, type ComponentProps, type ReactNode } from 'react'
import './field.css'

interface FieldFrame {
  readonly label: string
  /** A sentence under the control: its purpose, or the problem. */
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** The label is read out but not shown. */
  readonly hideLabel?: boolean
}

interface FrameProps extends FieldFrame {
  readonly children: (ids: {
    readonly id: string
    readonly 'aria-describedby'?: string
    readonly 'aria-invalid'?: boolean
  }) => ReactNode
}

function Frame({ label, hint, error, hideLabel, children }: FrameProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      {children({
        id,
        ...(note ? { 'aria-describedby': `${id}-note` } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {note ? (
        // A new problem is a new element: screen readers read it, wherever the keyboard is.
        <span
          key={error}
          id={`${id}-note`}
          className={error ? 'field-error' : 'field-hint'}
          role={error ? 'alert' : undefined}
        >
          {note}
        </span>
      ) : null}
    </div>
  )
}

export const TextField = ({ label, hint, error, hideLabel = false, ...rest }: FieldFrame & ComponentProps<'input'>) => (
  <Frame label={label} hint={hint} error={error} hideLabel={hideLabel}>
    {(ids) => <input type="text" className="control" {...rest} {...ids} />}
  </Frame>
)

export const TextArea = ({
  label,
  hint,
  error,
  hideLabel = false,
  ...rest
}: FieldFrame & ComponentProps<'textarea'>) => (
  <Frame label={label} hint={hint} error={error} hideLabel={hideLabel}>
    {(ids) => <textarea rows={3} className="control" {...rest} {...ids} />}
  </Frame>
)

export interface Option {
  readonly value: string
  readonly label: string
}

export const SelectField = ({
  label,
  hint,
  error,
  hideLabel = false,
  options,
  ...rest
}: FieldFrame & ComponentProps<'select'> & { readonly options: readonly Option[] }) => (
  <Frame label={label} hint={hint} error={error} hideLabel={hideLabel}>
    {(ids) => (
      <select className="control" {...rest} {...ids}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Frame>
)

export function CheckField({
  label,
  hint,
  ...rest
}: { readonly label: string; readonly hint?: string } & ComponentProps<'input'>) {
  const id = useId()
  return (
    <div className="field-check">
      <input type="checkbox" id={id} {...(hint ? { 'aria-describedby': `${id}-note` } : {})} {...rest} />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span id={`${id}-note`} className="field-hint">
          {hint}
        </span>
      ) : null}
    </div>
  )
}
