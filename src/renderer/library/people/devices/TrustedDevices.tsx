import { useLayoutEffect, useRef, useState } from 'react'
import { libraryText } from '../../../../catalogue/window/library'
import type { AnswerOf } from '../../../../story/requests/requests'
import { Button, Problem } from '../../../ui'
import { AskFirst } from '../../../ui/dialogs/AskFirst'
import { isFocusLost } from '../../../ui/focus/focusService'
import { useStoriesAtHand } from '../../../handOver/useStoriesAtHand'
import { useWindowServices } from '../../../state/windowServices'

/** The keys on other computers that this library trusts, with the buttons that hand over to them and end the trust. */
export function TrustedDevices() {
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
