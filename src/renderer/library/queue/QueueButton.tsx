import { libraryText } from '../../../catalogue/window/library'
import { useEffect, useState } from 'react'
import { Inbox } from 'lucide-react'
import type { AnswerOf } from '../../../story/requests/requests'
import { Button } from '../../ui'
import { shortcutOf, pick, runCommand, useNewsroom } from '../../state'
import { useWindowServices } from '../../state/windowServices'

/** Milliseconds. Counting waits after a change and after the start, when the window is busy. */
const PAUSE_MS = 800

/** Opens the queue of this person and shows its length. */
export function QueueButton() {
  const person = useNewsroom(({ person }) => person)
  const count = useQueueCount()
  if (person === undefined) return null
  const keys = shortcutOf('view.queue')
  return (
    <div className="library-queue">
      <Button
        look="plain"
        icon={<Inbox aria-hidden="true" />}
        title={keys ? libraryText('queue.withKeys', { keys }) : libraryText('queue.title')}
        onClick={() => runCommand('view.queue')}
      >
        {libraryText('queue.title')} <span className="library-count">{count}</span>
      </Button>
    </div>
  )
}

function useQueueCount(): number | undefined {
  const { call } = useWindowServices().newsroom
  const { person, storyChanges } = useNewsroom(pick('person', 'storyChanges'))
  const [counted, setCounted] = useState<{ readonly person: string | undefined; readonly count: number }>()
  useEffect(() => {
    if (person === undefined) return
    let stale = false
    const timer = setTimeout(() => {
      // Not sent as an action of the person, which would remove the notices of the last one.
      void call('act', { action: 'desk.queue', request: { limit: 0 } }).then((outcome) => {
        if (!stale && outcome.ok) setCounted({ person, count: (outcome.value as AnswerOf<'desk.queue'>).total })
      })
    }, PAUSE_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [call, person, storyChanges])
  return counted?.person === person ? counted?.count : undefined
}
