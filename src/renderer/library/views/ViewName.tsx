import { libraryText } from '../../../catalogue/window/library'
import { useState, type FormEvent } from 'react'
import { TextField } from '../../ui'

/** Longest name of a search, in characters. */
const LONGEST = 100

interface ViewNameProps {
  readonly label: string
  readonly start: string
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

/** A field for the name of a search. Enter takes it, Escape leaves it. */
export function ViewName({ label, start, onName, onClose }: ViewNameProps) {
  const [name, setName] = useState(start.slice(0, LONGEST))
  const [problem, setProblem] = useState<string>()
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') setProblem(libraryText('views.noName'))
    else onName(name.trim())
  }
  return (
    <form
      className="view-name"
      aria-label={label}
      onSubmit={send}
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <TextField
        label={label}
        hideLabel
        autoFocus
        dir="auto"
        maxLength={LONGEST}
        value={name}
        error={problem}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ target: { value } }) => {
          setName(value)
          setProblem(undefined)
        }}
      />
    </form>
  )
}
