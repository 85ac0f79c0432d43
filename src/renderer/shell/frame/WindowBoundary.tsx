import type { ReactNode } from 'react'
import { windowText } from '../../../catalogue/window/window'
import { messageOf } from '../../../story/text/messageOf'
import { Button } from '../../ui'
import { PartBoundary } from '../../ui/PartBoundary'
import { useWindowServices } from '../../state/windowServices'
import '../../sheet/sheet.css'

/**
 * Says what happened when the window cannot be drawn. What the window keeps stays: words go on to the disk, and drafts
 * of forms are there when it is drawn again.
 */
export function WindowBoundary({ children }: { readonly children: ReactNode }) {
  const { newsroom } = useWindowServices()
  return (
    <PartBoundary
      instead={(error, again) => (
        <main className="not-opened sheet-empty">
          <h1 className="serif">{windowText('windowFailed.title')}</h1>
          <p role="alert">{windowText('windowFailed.what', { what: messageOf(error) })}</p>
          <p className="sheet-empty-actions">
            <Button look="primary" autoFocus onClick={again}>
              {windowText('windowFailed.again')}
            </Button>
            <Button onClick={() => void newsroom.call('startAgain', {})}>{windowText('windowFailed.restart')}</Button>
          </p>
        </main>
      )}
    >
      {children}
    </PartBoundary>
  )
}
