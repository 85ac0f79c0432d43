import { useRef, useState, type ComponentProps } from 'react'
import { SelectField } from './Field'

interface SettledSelectProps extends Omit<ComponentProps<typeof SelectField>, 'value' | 'onChange'> {
  readonly value: string
  readonly onSettle: (value: string) => void
}

/**
 * A choice that counts when it is settled, where each one is done at once and for good: by pointer when it is picked, by keys with
 * Enter or when the field is left. An arrow key on a closed list only passes by an option; Escape goes back to what holds.
 */
export function SettledSelect({ value, onSettle, onKeyDown, onBlur, onPointerDown, ...rest }: SettledSelectProps) {
  const [passing, setPassing] = useState<string>()
  const byKey = useRef(false)
  const settle = (chosen: string | undefined): void => {
    setPassing(undefined)
    if (chosen !== undefined && chosen !== value) onSettle(chosen)
  }
  return (
    <SelectField
      {...rest}
      value={passing ?? value}
      onPointerDown={(event) => {
        byKey.current = false
        onPointerDown?.(event)
      }}
      onKeyDown={(event) => {
        byKey.current = true
        if (passing !== undefined && event.key === 'Enter') {
          event.preventDefault()
          settle(passing)
        } else if (passing !== undefined && event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          setPassing(undefined)
        } else onKeyDown?.(event)
      }}
      onBlur={(event) => {
        settle(passing)
        onBlur?.(event)
      }}
      onChange={({ target }) => {
        if (byKey.current) setPassing(target.value)
        else settle(target.value)
      }}
    />
  )
}
