import { useState, type FormEvent } from 'react'
import { libraryText } from '../../../catalogue/window/library'
import { roleOf, type Role } from '../../../story/desk/roster'
import { roleAsked, TrustFields } from '../../library/people/devices/TrustFields'
import { Button } from '../../ui'
import { pick, useNewsroom } from '../../state'
import { useWindowServices } from '../../state/windowServices'

interface TrustSenderProps {
  readonly card: string
  readonly person: string
  /** The role that the name has here. */
  readonly known: Role | undefined
  readonly onTrust: () => void
}

/** An editor trusts the key of the sender, whom they hear on the phone. */
export function TrustSender({ card, person, known, onTrust }: TrustSenderProps) {
  const { act } = useWindowServices().newsroom
  const { desk, person: own } = useNewsroom(pick('desk', 'person'))
  const [code, setCode] = useState('')
  const [role, setRole] = useState<Role | ''>(known ?? '')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  if (own === undefined || roleOf(own, desk.roster) !== 'editor') return null

  const trust = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (code.trim() === '') return setProblem(libraryText('device.giveCode', { person }))
    setBusy(true)
    const outcome = await act('device.trust', { card, code, role: roleAsked(role) })
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) onTrust()
  }
  return (
    <form
      className="form panel-form"
      aria-label={libraryText('device.trustTitle', { person })}
      onSubmit={(event) => void trust(event)}
      noValidate
    >
      <TrustFields
        person={person}
        code={code}
        onCode={(now) => {
          setCode(now)
          setProblem(undefined)
        }}
        role={role}
        onRole={setRole}
        problem={problem}
      />
      <div className="form-foot">
        <Button type="submit">{libraryText('device.trust', { person })}</Button>
      </div>
    </form>
  )
}
