import { useEffect, useRef } from 'react'
import { libraryText } from '../../../catalogue/window/library'
import { Button } from '../../ui'
import { pick, useNewsroom, usePanels } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { focusNow } from '../../ui/focus/focusService'

/** The recovery words of the person who acts in this window, until that person has written them down. */
export function RecoveryWords() {
  const { panels } = useWindowServices()
  const { person, asks } = useNewsroom(pick('person', 'asks'))
  const held = usePanels(({ recoveryWords }) => recoveryWords)
  // Others at this window must not read them.
  const words = person === undefined || asks !== undefined ? undefined : held.get(person)
  const block = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (words !== undefined) focusNow(block.current ?? undefined)
  }, [words])
  if (words === undefined || person === undefined) return null
  return (
    <div ref={block} className="recovery-words" role="alert" tabIndex={-1}>
      <p>{libraryText('pin.words')}</p>
      <ol className="recovery-list selectable">
        {words.split(' ').map((word, at) => (
          <li key={at}>
            <strong>{word}</strong>
          </li>
        ))}
      </ol>
      <Button type="button" look="tinted" onClick={() => panels.forgetRecoveryWords(person)}>
        {libraryText('pin.wordsKept')}
      </Button>
    </div>
  )
}
