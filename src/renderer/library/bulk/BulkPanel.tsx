import { libraryText } from '../../../catalogue/window/library'
import { useEffect, useEffectEvent, useState } from 'react'
import { useStore } from 'zustand'
import { Dialog } from '../../ui/dialogs/Dialog'
import { useClose, useNotice, usePanels } from '../../state'
import type { BulkStory } from '../../state/stores/stories/bulkWork'
import { useWindowServices } from '../../state/windowServices'
import { BulkForm, type BulkWhat } from './BulkForm'
import { BulkReport } from './BulkReport'
import { bulkOf } from './bulkOf'

/** Asks once what to do with the selected stories, does it with progress, and tells for which it did not work. */
export function BulkPanel() {
  const overlay = usePanels(({ overlay }) => overlay)
  return overlay?.kind === 'bulk' ? <Bulk key={overlay.what} what={overlay.what} /> : null
}

function Bulk({ what }: { readonly what: BulkWhat }) {
  const { newsroom, notices, panels } = useWindowServices()
  const { selection } = newsroom
  const bulk = bulkOf(newsroom)
  const close = useClose()
  const { announce } = useNotice()
  const work = useStore(bulk.store, (state) => state)
  // The selection of when the panel was opened: stories that come later are not meant.
  const [stories] = useState((): readonly BulkStory[] => selection.stories)

  const begin = useEffectEvent((): void => {
    if (what !== 'undo') return bulk.reset()
    void bulk.undo()
  })
  useEffect(() => begin(), [])

  /** A closed panel ends the work after the present story, and leaves word of it. */
  const leave = (): void => {
    bulk.stop()
    close()
    if (bulk.store.getState().phase !== 'idle') void bulk.settled.then(tell)
  }
  const tell = (): void => {
    const { undo, isUndo, succeeded, of } = bulk.store.getState()
    const text = libraryText(isUndo ? 'bulk.undone' : 'bulk.didSome', { count: succeeded, of })
    if (undo.length === 0) announce(text)
    else
      notices.offer(text, {
        label: libraryText('bulk.undo'),
        run: () => panels.open({ kind: 'bulk', what: 'undo' }),
      })
  }

  return (
    <Dialog title={libraryText(`bulk.title.${what}`, { count: stories.length })} onClose={leave}>
      {work.phase === 'idle' && what !== 'undo' ? (
        <BulkForm what={what} stories={stories} onCancel={leave} />
      ) : (
        <BulkReport work={work} onClose={leave} />
      )}
    </Dialog>
  )
}
