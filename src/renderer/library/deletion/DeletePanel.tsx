import { libraryText } from '../../../catalogue/window/library'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Dialog } from '../../ui/dialogs/Dialog'
import { useClose, useNotice, usePanels } from '../../state'
import type { BulkStory } from '../../state/stores/stories/bulkWork'
import { useWindowServices } from '../../state/windowServices'
import { BulkReport } from '../bulk/BulkReport'
import { bulkOf } from '../bulk/bulkOf'
import { DeleteQuestion } from './DeleteQuestion'
import { DeletionLook } from './deletionLook'

/** Asks before stories are deleted for good, deletes them with progress, and tells for which it did not work. */
export function DeletePanel() {
  const overlay = usePanels(({ overlay }) => overlay)
  return overlay?.kind === 'delete' ? <Deletion stories={overlay.stories} /> : null
}

function Deletion({ stories }: { readonly stories: readonly BulkStory[] }) {
  const { newsroom } = useWindowServices()
  const { act } = newsroom
  const bulk = bulkOf(newsroom)
  const close = useClose()
  const { announce } = useNotice()
  const work = useStore(bulk.store, (state) => state)
  const [look] = useState(() => new DeletionLook(act))
  const asked = useStore(look.store, (state) => state)

  useEffect(() => {
    bulk.reset()
    void look.look(stories)
    return look.stop
  }, [bulk, look, stories])

  /** A closed panel ends the work after the present story, and leaves word of it. */
  const leave = (): void => {
    bulk.stop()
    close()
    if (bulk.store.getState().phase !== 'idle')
      void bulk.settled.then(() => {
        const { succeeded, of } = bulk.store.getState()
        announce(libraryText('delete.did', { count: succeeded, of }))
      })
  }

  const going = asked.files ? asked.going.length : 0
  // What was answered is not asked any more.
  const title = work.phase === 'idle' ? 'delete.title' : 'delete.do'
  return (
    <Dialog asks title={libraryText(title, { count: going || stories.length })} onClose={leave}>
      {work.phase === 'idle' ? (
        <DeleteQuestion
          asked={asked}
          of={stories.length}
          onCancel={leave}
          onDelete={(going) => void bulk.run(going, { kind: 'delete' })}
        />
      ) : (
        <BulkReport work={work} onClose={leave} />
      )}
    </Dialog>
  )
}
