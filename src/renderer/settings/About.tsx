import { settingsText } from '../../catalogue/window/settings'
import { Dialog } from '../ui/dialogs/Dialog'
import { version } from '../../../package.json'
import { useClose, useNewsroom } from '../state'
import { Licences } from './Licences'

/** What this is, which version, and under which licences. */
export function About() {
  const close = useClose()
  const library = useNewsroom(({ library }) => library)
  return (
    <Dialog title={settingsText('settings.about')} onClose={close}>
      <div className="form">
        <p>
          <strong>{settingsText('about.version', { version })}</strong>
        </p>
        <p>{settingsText('about.what')}</p>
        <p>{settingsText('about.network')}</p>
        <p>{settingsText('about.licence')}</p>
        <p>{settingsText('about.topics')}</p>
        <p className="form-note path">{settingsText('about.library', { library })}</p>
        <Licences />
      </div>
    </Dialog>
  )
}
