import { windowText } from '../../catalogue/window/window'
import { Button } from '../ui'
import '../sheet/sheet.css'

/** Takes the place of the whole window if the library cannot be opened. `why`: what happened, and what to do. */
export function NotOpened({ why, tryAgain }: { readonly why: string; readonly tryAgain: () => void }) {
  return (
    <main className="not-opened sheet-empty">
      <h1 className="serif">{windowText('main.notOpened')}</h1>
      <p role="alert">{why}</p>
      <p className="sheet-empty-actions">
        <Button look="primary" autoFocus onClick={tryAgain}>
          {windowText('main.tryAgain')}
        </Button>
      </p>
    </main>
  )
}
