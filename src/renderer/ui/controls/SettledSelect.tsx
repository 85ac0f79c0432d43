import { useRef, useState, type ComponentProps } from 'react'
import { SelectField } from './Field'

interface SettledSelectProps extends Omit<ComponentProps<typeof SelectField>, 'value' | 'onChange'> {
  readonly value: string
  readonly onSettle: (value: string) => void
}

/**
 * A select whose choice takes effect only when it is settled: on a click, on Enter or when the field is left. An arrow
 * key on a closed list only passes an option. Escape restores the value.
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
