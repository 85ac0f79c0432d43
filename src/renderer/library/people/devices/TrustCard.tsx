import { useLayoutEffect, useRef, useState, type FormEvent } from 'react'
import { libraryText } from '../../../../catalogue/window/library'
import type { Role } from '../../../../story/desk/roster'
import type { CardReading } from '../../../../story/requests/library/peopleRequests'
import { Button, TextArea } from '../../../ui'
import { readOnFocus } from '../../../ui/focus/useFocusOnProblem'
import { useWindowServices } from '../../../state/windowServices'
import { focusInDialog } from '../../../ui/dialogs/focusInDialog'
import { roleAsked, TrustFields } from './TrustFields'

/** An editor pastes the card of a person elsewhere, reads what it is, and trusts it with its short code. */
export function TrustCard() {
  const { act } = useWindowServices().newsroom
  const [card, setCard] = useState('')
  const [read, setRead] = useState<CardReading>()
  const [code, setCode] = useState('')
  const [role, setRole] = useState<Role | ''>('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const sentFrom = useRef<Element>(null)
  // The keyboard has moved to the field of the problem, unless Enter in that field sent the form.
  useLayoutEffect(() => {
    const at = document.activeElement
    if (problem !== undefined && at && at !== sentFrom.current) readOnFocus(at)
  }, [problem])
  const [done, setDone] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const codeField = useRef<HTMLInputElement>(null)

  /** The form of the card that was read goes, and what was refused of it. */
  const toCard = (): void => {
    setRead(undefined)
    setProblem(undefined)
    focusInDialog(() => field.current)
  }

  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    sentFrom.current = document.activeElement
    setBusy(true)
    setDone('')
    const outcome = await act('device.read', { card })
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.message)
    if (!outcome.ok) return field.current?.focus()
    setRead(outcome.value)
    setRole(outcome.value.role ?? '')
  }
  const trust = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || !read) return
    sentFrom.current = document.activeElement
    if (code.trim() === '') {
      setProblem(libraryText('device.giveCode', { person: read.person }))
      return codeField.current?.focus()
    }
    setBusy(true)
    const outcome = await act('device.trust', { card, code, role: roleAsked(role) })
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.message)
    if (!outcome.ok) return codeField.current?.focus()
    setDone(libraryText('device.trusted', { person: outcome.value.person }))
    setCard('')
    setCode('')
    toCard()
  }

  const canBeTrusted = read !== undefined && read.standing !== 'own' && read.standing !== 'ended'
  return (
    <>
      {!read ? (
        <form
          className="form panel-form"
          aria-label={libraryText('device.add')}
          onSubmit={(event) => void look(event)}
          noValidate
        >
          <TextArea
            ref={field}
            label={libraryText('device.theirCard')}
            rows={4}
            autoComplete="off"
            spellCheck={false}
            value={card}
            error={problem}
            onChange={(event) => {
              setCard(event.target.value)
              setProblem(undefined)
            }}
          />
          <div className="form-foot">
            <Button type="submit">{libraryText('device.look')}</Button>
          </div>
        </form>
      ) : (
        <form
          className="form panel-form"
          aria-label={libraryText('device.trustTitle', { person: read.person })}
          onSubmit={(event) => void trust(event)}
          noValidate
        >
          <p>{libraryText(`device.${read.standing}`, { person: read.person })}</p>
          {read.addsSealing ? (
            <p className="field-hint">{libraryText('device.addsSealing', { person: read.person })}</p>
          ) : null}
          {read.saysRole ? (
            <p className="field-hint">
              {libraryText('device.saysRole', { role: libraryText(`role.${read.saysRole}`) })}
            </p>
          ) : null}
          {read.role && canBeTrusted ? (
            <p className="form-note">
              {libraryText('device.roleNow', { person: read.person, role: libraryText(`role.${read.role}`) })}
            </p>
          ) : null}
          {read.weak ? <p className="field-hint">{libraryText('device.weak', { person: read.person })}</p> : null}
          {!canBeTrusted ? null : (
            <TrustFields
              ref={codeField}
              person={read.person}
              code={code}
              onCode={(now) => {
                setCode(now)
                setProblem(undefined)
              }}
              role={role}
              onRole={setRole}
              problem={problem}
              autoFocus
            />
          )}
          <div className="form-foot">
            <Button type="button" autoFocus={!canBeTrusted} onClick={toCard}>
              {libraryText('device.otherCard')}
            </Button>
            {!canBeTrusted ? null : (
              <Button type="submit">{libraryText('device.trust', { person: read.person })}</Button>
            )}
          </div>
        </form>
      )}
      {/* Outside of both forms: it is on the page before it says anything, so that screen readers read it out. */}
      <p className="field-hint" role="status">
        {done}
      </p>
    </>
  )
}
