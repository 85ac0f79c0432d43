import { libraryText } from '../../../../catalogue/window/library'
import { roleOf } from '../../../../story/desk/roster'
import { pick, useNewsroom } from '../../../state'
import { OwnCard } from './OwnCard'
import { TrustCard } from './TrustCard'
import { TrustedDevices } from './TrustedDevices'

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
      {isEditor ? <TrustedDevices /> : null}
    </fieldset>
  )
}
