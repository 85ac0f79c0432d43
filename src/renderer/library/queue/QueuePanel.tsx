import { libraryText } from '../../../catalogue/window/library'
import { useEffect, useState } from 'react'
import { keyOfNote } from '../../../editor/comments/notedWords'
import { showNote } from '../../margin/showNote'
import { openVersionWords } from '../../../story/ledger/leaving/openVersion'
import type { QueueItem } from '../../../story/requests/requests'
import { SideSheet } from '../../ui'
import { useClose, useNewsroom } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { selectNote } from '../../state/session/selectNote'
import { afterDrawing } from '../../ui/focus/focusService'
import './queue.css'

const kindWord = (kind: QueueItem['kind']): string => libraryText(`queue.${kind}`)
const ORDER: readonly QueueItem['kind'][] = [
  ...(['sentBack', 'mustFix', 'answered', 'lapsed', 'asked', 'mentioned', 'assigned', 'filed'] as const),
]

const LISTS: Readonly<Record<QueueItem['kind'], 'stories' | 'facts' | 'comments'>> = {
  ...{ sentBack: 'stories', assigned: 'stories', filed: 'stories', mentioned: 'comments', mustFix: 'comments' },
  ...{ answered: 'facts', lapsed: 'facts', asked: 'facts' },
}

/** Its note, the story, and what readers have of it: “Editor · Ferry sails · v1 live, v2 in review”. */
const aboutOf = (item: QueueItem): string =>
  [item.note, item.headline === item.words ? '' : item.headline, openVersionWords(item)].filter(Boolean).join(' · ')

/** What waits for this person in every story. */
export function QueuePanel() {
  const { act, openStory } = useWindowServices().newsroom
  const storyChanges = useNewsroom(({ storyChanges }) => storyChanges)
  const close = useClose()
  const { newsroom, panels } = useWindowServices()
  const [items, setItems] = useState<readonly QueueItem[]>()
  useEffect(() => {
    let gone = false
    void act('desk.queue', {}).then((outcome) => {
      if (!gone && outcome.ok) setItems(outcome.value.items)
    })
    return () => {
      gone = true
    }
  }, [act, storyChanges])

  const go = async ({ story, fact, comment }: QueueItem): Promise<void> => {
    if (!(await openStory(story))) return
    close()
    const session = newsroom.store.getState().session
    if (fact !== undefined) session?.navigation.jump({ kind: 'fact', fact }, false)
    if (comment === undefined || !session) return
    const key = keyOfNote({ kind: 'comment', id: comment })
    panels.showTab('comments')
    selectNote(session, key)
    // The sheet of the story has to be there first.
    afterDrawing(() => {
      if (session.editor) showNote(session.editor, key)
    })
  }
  return (
    <SideSheet title={libraryText('queue.title')} onClose={close}>
      {items === undefined ? (
        <p className="soft">{libraryText('queue.looking')}</p>
      ) : items.length === 0 ? (
        <div className="empty">
          <strong>{libraryText('queue.empty')}</strong>
          <p>{libraryText('queue.emptyNote')}</p>
        </div>
      ) : (
        ORDER.map((kind) => {
          const some = items.filter((item) => item.kind === kind)
          return some.length === 0 ? null : (
            <section key={kind} aria-label={kindWord(kind)}>
              <h3 className="panel-title">
                {kindWord(kind)} {some.length}
              </h3>
              <ul
                className="queue"
                aria-label={libraryText(`queue.${LISTS[kind]}`, {
                  kind: kindWord(kind),
                })}
              >
                {some.map((item, index) => (
                  <li key={`${item.story} ${item.fact ?? item.comment ?? ''}`}>
                    <button
                      type="button"
                      className="queue-open"
                      autoFocus={index === 0 && items[0] === item}
                      onClick={() => void go(item)}
                    >
                      <span className="serif" dir="auto">
                        {item.words}
                      </span>
                      <span className="soft">{aboutOf(item)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )
        })
      )}
    </SideSheet>
  )
}
