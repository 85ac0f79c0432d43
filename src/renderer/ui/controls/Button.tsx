import type { ComponentProps, ReactNode } from 'react'
import { Tooltip } from './Tooltip'
import { useNoteFilled } from './filledForms'
import './button.css'

export interface ButtonProps extends ComponentProps<'button'> {
  /**
   * `primary`: the one next step of a view; `tinted`: the same beside a filled one. `plain`: no frame, for rows
   * and tool strips.
   */
  readonly look?: 'primary' | 'tinted' | 'quiet' | 'plain' | 'danger' | 'stop'
  readonly icon?: ReactNode
  /** Shortcut, as shown ("Ctrl+K"); beside the label, not part of the button's name. */
  readonly keys?: string | undefined
}

export function Button({ look = 'quiet', icon, keys, children, className, ...rest }: ButtonProps) {
  useNoteFilled((look === 'primary' || look === 'danger') && rest.type === 'submit')
  return (
    <button type="button" {...rest} className={['button', className].filter(Boolean).join(' ')} data-look={look}>
      {icon}
      {children}
      {keys ? (
        <kbd aria-hidden="true" className="button-keys">
          {keys}
        </kbd>
      ) : null}
    </button>
  )
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** Its accessible name and tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly keys?: string | undefined
}

export function IconButton({ label, icon, keys, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={['icon-button', className].filter(Boolean).join(' ')}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
