import { windowText } from '../../catalogue/window/window'
import { Dialog } from '../ui'
import { version } from '../../../package.json'
import { useClose, useNewsroom } from '../state'

/** What this is, which version, and under which licences. */
export function About() {
  const close = useClose()
  const library = useNewsroom(({ library }) => library)
  return (
    <Dialog title={windowText('settings.about')} onClose={close}>
      <div className="form">
        <p>
          <strong>{windowText('about.version', { version })}</strong>
        </p>
        <p>{windowText('about.what')}</p>
        <p>{windowText('about.network')}</p>
        <p>{windowText('about.licence')}</p>
        <p>{windowText('about.topics')}</p>
        <p className="form-note path">{windowText('about.library', { library })}</p>
      </div>
    </Dialog>
  )
}
