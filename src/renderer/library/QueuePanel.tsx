import { libraryText } from '../../catalogue/window/library'
import { useEffect, useState } from 'react'
import type { QueueItem } from '../../story/requests/requests'
import { SideSheet } from '../ui'
import { useClose, useNewsroom } from '../state'
import { useWindowServices } from '../state/windowServices'
import './queue.css'

const kindWord = (kind: QueueItem['kind']): string => libraryText(`queue.${kind}`)
const ORDER: readonly QueueItem['kind'][] = ['sentBack', 'answered', 'lapsed', 'asked', 'assigned']

/** What waits for this person in every story. */
export function QueuePanel() {
  const { act, openStory } = useWindowServices().newsroom
  const storyChanges = useNewsroom(({ storyChanges }) => storyChanges)
  const close = useClose()
  const { newsroom } = useWindowServices()
  const [items, setItems] = useState<readonly QueueItem[]>()
  useEffect(() => {
    let gone = false
    void act('desk.queue', {}).then((outcome) => {
      if (!gone && outcome.ok) setItems(outcome.value)
    })
    return () => {
      gone = true
    }
  }, [act, storyChanges])

  const go = async ({ story, fact }: QueueItem): Promise<void> => {
    if (!(await openStory(story))) return
    close()
    const session = newsroom.store.getState().session
    if (fact !== undefined) session?.navigation.jump({ kind: 'fact', fact }, false)
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
                aria-label={libraryText(kind === 'sentBack' || kind === 'assigned' ? 'queue.stories' : 'queue.facts', {
                  kind: kindWord(kind),
                })}
              >
                {some.map((item, index) => (
                  <li key={`${item.story} ${item.fact ?? ''}`}>
                    <button
                      type="button"
                      className="queue-open"
                      autoFocus={index === 0 && items[0] === item}
                      onClick={() => void go(item)}
                    >
                      <span className="serif" dir="auto">
                        {item.words}
                      </span>
                      <span className="soft">{[item.note, item.headline].filter(Boolean).join(' · ')}</span>
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
