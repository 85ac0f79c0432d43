import { useState } from 'react'
import { commentsText } from '../../../catalogue/writing/comments'
import { peopleHere } from '../../../story/desk/roster'
import { useNewsroom } from '../../state'
import { SettledSelect } from '../../ui/controls/SettledSelect'

/** People of a roster that every field lists at once. */
const FEW = 50

interface AssigneeFieldProps {
  /** A name of the roster, or '' for nobody. */
  readonly assignee: string
  readonly onAssign: (name: string) => void
}

/**
 * Chooses who takes care of a comment. Each open comment has this field, so a long roster is listed only while a person
 * uses it. Who has left is shown if they are assigned, and not offered.
 */
export function AssigneeField({ assignee, onAssign }: AssigneeFieldProps) {
  const roster = peopleHere(useNewsroom(({ desk }) => desk.roster))
  const [isInUse, setInUse] = useState(false)
  const listed = isInUse || roster.length <= FEW ? roster.map(({ name }) => name) : []
  const people = assignee === '' || listed.includes(assignee) ? listed : [assignee, ...listed]
  return (
    <SettledSelect
      label={commentsText('commentItem.assigned')}
      hideLabel
      value={assignee}
      options={[
        { value: '', label: commentsText('commentItem.nobodys') },
        ...people.map((name) => ({ value: name, label: name })),
      ]}
      onPointerDown={() => setInUse(true)}
      onFocus={() => setInUse(true)}
      onBlur={({ currentTarget }) => {
        // Another window came to the front: the list may be open.
        if (document.activeElement !== currentTarget) setInUse(false)
      }}
      onSettle={onAssign}
    />
  )
}
