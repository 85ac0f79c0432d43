import { libraryText } from '../../../catalogue/window/library'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { AnswerOf } from '../../../story/requests/requests'
import { Dialog } from '../../ui/dialogs/Dialog'
import { useClose, useNotice, usePanels } from '../../state'
import type { BulkStory } from '../../state/stores/stories/bulkWork'
import { useWindowServices } from '../../state/windowServices'
import { BulkReport } from '../bulk/BulkReport'
import { DeleteQuestion } from './DeleteQuestion'
import { bulkOf } from '../bulk/bulkOf'

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
  const [asked, setAsked] = useState<AnswerOf<'story.deletion'>>()
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    let gone = false
    bulk.reset()
    void act('story.deletion', { stories: stories.map(({ id }) => id) }).then((outcome) => {
      if (gone) return
      if (outcome.ok) setAsked(outcome.value)
      else setProblem(outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, bulk, stories])

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

  const going = asked?.stories.filter(({ why }) => why === undefined).length ?? 0
  return (
    <Dialog asks title={libraryText('delete.title', { count: going || stories.length })} onClose={leave}>
      {work.phase === 'idle' ? (
        <DeleteQuestion
          asked={asked}
          problem={problem}
          onCancel={leave}
          onDelete={(going) => void bulk.run(going, { kind: 'delete' })}
        />
      ) : (
        <BulkReport work={work} onClose={leave} />
      )}
    </Dialog>
  )
}
