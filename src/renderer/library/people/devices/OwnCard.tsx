import { useState } from 'react'
import { encode } from 'uqr'
import { libraryText } from '../../../../catalogue/window/library'
import type { AnswerOf } from '../../../../story/requests/requests'
import { Button, TextArea, Problem } from '../../../ui'
import { useWindowServices } from '../../../state/windowServices'

/** The device card of the person who acts, shown only when asked for: as text, as a QR code, and its short code. */
export function OwnCard() {
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
