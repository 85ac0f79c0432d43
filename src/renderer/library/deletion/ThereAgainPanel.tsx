import { libraryText } from '../../../catalogue/window/library'
import { useEffect, useState } from 'react'
import type { DeletionLine } from '../../../story/requests/requests'
import { Button, Problem } from '../../ui'
import { Dialog } from '../../ui/dialogs/Dialog'
import { useClose, useNotice, usePanels } from '../../state'
import { useOneAtATime } from '../../state/hooks/useOneAtATime'
import { useWindowServices } from '../../state/windowServices'
import { whatGoes } from './DeleteQuestion'
import './deletion.css'

/** Deleted stories whose folder somebody put back into the library: an editor decides about each. */
export function ThereAgainPanel() {
  const overlay = usePanels(({ overlay }) => overlay)
  return overlay?.kind === 'thereAgain' ? <ThereAgain /> : null
}

function ThereAgain() {
  const { newsroom, panels } = useWindowServices()
  const { act, openStory } = newsroom
  const close = useClose()
  const { announce } = useNotice()
  const once = useOneAtATime()
  const [lines, setLines] = useState<readonly DeletionLine[]>()
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    let gone = false
    void act('story.thereAgain', {}).then((outcome) => {
      if (gone) return
      if (outcome.ok) setLines(outcome.value)
      else setProblem(outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act])
  const takeBack = async (id: string): Promise<void> => {
    const outcome = await act('story.takeBack', { story: id })
    if (!outcome.ok) return setProblem(outcome.message)
    announce(libraryText('thereAgain.tookBack', { headline: outcome.value.headline }))
    close()
    await openStory(id)
  }

  return (
    <Dialog asks title={libraryText('thereAgain.title')} description={libraryText('thereAgain.about')} onClose={close}>
      <Problem text={problem} />
      <ul className="deletion-stories" aria-label={libraryText('thereAgain.title')}>
        {(lines ?? []).map((line) => (
          <li key={line.id}>
            <span className="serif" dir="auto">
              {line.headline || line.slug || line.id}
            </span>
            <span className="soft">{whatGoes(line)}</span>
            <span className="deletion-acts">
              <Button onClick={() => void once(() => takeBack(line.id))}>{libraryText('thereAgain.takeBack')}</Button>
              <Button
                look="danger"
                onClick={() => panels.open({ kind: 'delete', stories: [{ id: line.id, headline: line.headline }] })}
              >
                {libraryText('row.delete')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {lines === undefined && problem === undefined ? <p role="status">{libraryText('thereAgain.looking')}</p> : null}
      {lines?.length === 0 ? <p>{libraryText('thereAgain.none')}</p> : null}
    </Dialog>
  )
}
