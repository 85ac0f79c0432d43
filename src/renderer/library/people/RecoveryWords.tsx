import { libraryText } from '../../../catalogue/window/library'
import { Button } from '../../ui'
import { pick, useNewsroom, usePanels } from '../../state'
import { useWindowServices } from '../../state/windowServices'

/** The recovery words of the person who acts in this window, until that person has written them down. */
export function RecoveryWords() {
  const { panels } = useWindowServices()
  const { person, asks } = useNewsroom(pick('person', 'asks'))
  const held = usePanels(({ recoveryWords }) => recoveryWords)
  // Others at this window must not read them.
  if (person === undefined || asks !== undefined) return null
  const words = held.get(person)
  if (words === undefined) return null
  return (
    <div className="recovery-words" role="alert">
      <p>{libraryText('pin.words')}</p>
      <p className="selectable">
        <strong>{words}</strong>
      </p>
      <Button type="button" onClick={() => panels.forgetRecoveryWords(person)}>
        {libraryText('pin.wordsKept')}
      </Button>
    </div>
  )
}
