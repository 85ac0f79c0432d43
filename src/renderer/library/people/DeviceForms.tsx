import { useLayoutEffect, useRef, useState, type FormEvent } from 'react'
import { encode } from 'uqr'
import { libraryText } from '../../../catalogue/window/library'
import { roleOf, type Role } from '../../../story/desk/roster'
import type { AnswerOf } from '../../../story/requests/requests'
import type { CardReading } from '../../../story/requests/library/peopleRequests'
import { Button, TextArea, TextField } from '../../ui'
import { AskFirst } from '../../ui/dialogs/AskFirst'
import { isFocusLost } from '../../ui/focus/focusService'
import { readOnFocus } from '../../ui/focus/useFocusOnProblem'
import { useStoriesAtHand } from '../../handOver/useStoriesAtHand'
import { pick, useNewsroom } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { RoleHere } from './RoleHere'
import { focusInDialog } from '../../ui/dialogs/focusInDialog'

/** The card of the person's key, for editors on other computers, and the keys there that this library trusts. */
export function OtherComputers() {
  const { desk, person, asks, readOnly } = useNewsroom(pick('desk', 'person', 'asks', 'readOnly'))
  if (person === undefined || asks !== undefined || readOnly) return null
  const isEditor = roleOf(person, desk.roster) === 'editor'
  return (
    <fieldset className="form-group">
      <legend className="field-label">{libraryText('device.title')}</legend>
      <p className="field-hint">{libraryText('device.note')}</p>
      <OwnCard />
      {isEditor ? <TrustCard /> : null}
      {isEditor ? <Trusted /> : null}
    </fieldset>
  )
}

function OwnCard() {
  const { act } = useWindowServices().newsroom
  const [own, setOwn] = useState<AnswerOf<'device.card'>>()
  const [isHidden, setHidden] = useState(false)
  const [problem, setProblem] = useState<string>()

  const show = async (): Promise<void> => {
    const outcome = await act('device.card', {})
    setProblem(outcome.ok ? undefined : outcome.message)
    setOwn(outcome.ok ? outcome.value : undefined)
  }
  if (!own)
    return (
      <>
        <Button autoFocus={isHidden} onClick={() => void show()}>
          {libraryText('device.showCard')}
        </Button>
        <Problem text={problem} />
      </>
    )
  return (
    <div className="device-card">
      <p>
        {libraryText('device.ownCode')} <strong className="selectable">{own.code}</strong>
      </p>
      {own.grade === 'plain' ? <p className="field-hint">{libraryText('device.noPin')}</p> : null}
      <TextArea
        label={libraryText('device.ownCard')}
        readOnly
        autoFocus
        wrap="off"
        rows={6}
        value={own.card}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <QrCode text={own.card} />
      <Button
        onClick={() => {
          setHidden(true)
          setOwn(undefined)
        }}
      >
        {libraryText('device.hideCard')}
      </Button>
    </div>
  )
}

/** Light modules around the code, as readers need. */
const BORDER = 4

function QrCode({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { border: BORDER })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={libraryText('device.qr')}>
      <rect width={size} height={size} className="qr-light" />
      <path d={path} className="qr-dark" />
    </svg>
  )
}

function TrustCard() {
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
    const outcome = await act('device.trust', { card, code, role: role === '' ? 'none' : role })
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
            <>
              <div className="form-pair">
                <TextField
                  ref={codeField}
                  label={libraryText('device.code', { person: read.person })}
                  hint={libraryText('device.codeHint')}
                  autoComplete="off"
                  autoFocus
                  value={code}
                  error={problem}
                  onChange={(event) => {
                    setCode(event.target.value)
                    setProblem(undefined)
                  }}
                />
                <RoleHere role={role} onRole={setRole} />
              </div>
            </>
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

function Trusted() {
  const { newsroom, panels } = useWindowServices()
  const { act } = newsroom
  const atHand = useStoriesAtHand()
  const [devices, setDevices] = useState<AnswerOf<'device.list'>>()
  const [problem, setProblem] = useState<string>()
  const keys = useRef<HTMLDivElement>(null)
  // The button that asked for the list has gone, or the key that was in it. The person may be elsewhere by then.
  useLayoutEffect(() => {
    if (isFocusLost()) keys.current?.focus()
  }, [devices])

  const list = async (): Promise<void> => {
    const outcome = await act('device.list', {})
    if (outcome.ok) setDevices(outcome.value)
    else setProblem(outcome.message)
  }
  const end = async (key: string): Promise<void> => {
    const outcome = await act('device.end', { key })
    setProblem(outcome.ok ? undefined : outcome.message)
    await list()
  }
  if (!devices)
    return (
      <>
        <Button onClick={() => void list()}>{libraryText('device.showTrusted')}</Button>
        <Problem text={problem} />
      </>
    )
  return (
    <div ref={keys} tabIndex={-1}>
      {devices.length === 0 ? <p className="field-hint">{libraryText('device.none')}</p> : null}
      <ul className="people" aria-label={libraryText('device.list')}>
        {devices.map(({ key, person, code, weak, seals }) => (
          <li key={key} className="trusted-device">
            <span>
              <strong>{person}</strong> <span className="soft">{code}</span>
              {weak ? <span className="soft"> · {libraryText('device.listWeak')}</span> : null}
              {seals ? <span className="soft"> · {libraryText('device.listSeals')}</span> : null}
            </span>
            {atHand.length === 0 ? null : (
              <Button onClick={() => panels.open({ kind: 'handOver', stories: atHand, to: [person] })}>
                {libraryText('device.handOver', { person })}
              </Button>
            )}
            <AskFirst
              question={libraryText('device.askEnd', { person })}
              action={libraryText('device.endNow')}
              keep={libraryText('device.keep')}
              onDo={() => void end(key)}
            >
              {libraryText('device.end', { person })}
            </AskFirst>
          </li>
        ))}
      </ul>
      <Problem text={problem} />
    </div>
  )
}

const Problem = ({ text }: { readonly text: string | undefined }) =>
  text ? (
    <p className="problem" role="alert">
      {text}
    </p>
  ) : null
