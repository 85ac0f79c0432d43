import { peopleHere, roleWords } from '../../story/desk/roster'
import { penText } from '../../catalogue/writing/pen'
import { SelectField, type Option } from '../ui'
import { useNewsroom } from '../state'

interface PenToProps {
  readonly label: string
  /** '': nobody is chosen. */
  readonly value: string
  /** What '' stands for. */
  readonly nobody: string
  /** Leaves this person out. */
  readonly without?: string | undefined
  readonly error?: string | undefined
  /** The keyboard starts here. */
  readonly isFirst?: boolean
  readonly onChange: (name: string) => void
}

/** Chooses the person of the roster who gets the pen. */
export function PenTo({ label, value, nobody, without, error, isFirst, onChange }: PenToProps) {
  const roster = useNewsroom(({ desk }) => desk.roster)
  const people = peopleHere(roster).filter(({ name }) => name !== without)
  const options: readonly Option[] = [
    { value: '', label: nobody },
    ...people.map(({ name, role }) => ({
      value: name,
      label: role ? penText('pen.person', { name, role: roleWords(role) }) : name,
    })),
  ]
  return (
    <SelectField
      data-first-focus={isFirst || undefined}
      label={label}
      value={value}
      options={options}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
