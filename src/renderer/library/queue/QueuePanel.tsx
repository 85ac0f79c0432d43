import { libraryText } from '../../../catalogue/window/library'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { keyOfNote } from '../../../editor/comments/notedWords'
import { showNote } from '../../margin/showNote'
import { openVersionWords } from '../../../story/ledger/leaving/openVersion'
import type { QueueItem } from '../../../story/requests/requests'
import { Button, SideSheet } from '../../ui'
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

/** Items of one kind that are drawn at first, and again at each “Show more”. */
const DRAWN = 100

/** What waits for this person in every story. */
export function QueuePanel() {
  const { act, openStory } = useWindowServices().newsroom
  const storyChanges = useNewsroom(({ storyChanges }) => storyChanges)
  const close = useClose()
  const { newsroom, panels } = useWindowServices()
  const [items, setItems] = useState<readonly QueueItem[]>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let gone = false
    void act('desk.queue', {}).then((outcome) => {
      if (gone) return
      if (outcome.ok) setItems(outcome.value.items)
      setProblem(outcome.ok ? undefined : outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, storyChanges])

  const go = async ({ story, fact, comment }: QueueItem): Promise<void> => {
    if (!(await openStory(story))) return
    close()
    const session = newsroom.store.getState().session
    // Another story was opened since.
    if (session?.id !== story) return
    if (fact !== undefined) session.navigation.jump({ kind: 'fact', fact }, false)
    if (comment === undefined) return
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
      {problem === undefined ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {items === undefined ? (
        problem === undefined ? (
          <p className="soft">{libraryText('queue.looking')}</p>
        ) : null
      ) : items.length === 0 ? (
        <div className="empty">
          <strong>{libraryText('queue.empty')}</strong>
          <p>{libraryText('queue.emptyNote')}</p>
        </div>
      ) : (
        ORDER.map((kind) => {
          const some = items.filter((item) => item.kind === kind)
          return some.length === 0 ? null : (
            <QueueGroup
              key={kind}
              kind={kind}
              items={some}
              isFirst={some[0] === items[0]}
              onOpen={(item) => void go(item)}
            />
          )
        })
      )}
    </SideSheet>
  )
}

/** What waits of one kind. A long list is drawn in parts. `isFirst`: its first item takes the keyboard. */
function QueueGroup({
  kind,
  items,
  isFirst,
  onOpen,
}: {
  readonly kind: QueueItem['kind']
  readonly items: readonly QueueItem[]
  readonly isFirst: boolean
  readonly onOpen: (item: QueueItem) => void
}) {
  const [drawn, setDrawn] = useState(DRAWN)
  const list = useRef<HTMLUListElement>(null)
  const showMore = (): void => {
    flushSync(() => setDrawn(drawn + DRAWN))
    // The keyboard goes on with the first new one: the button is further down, or gone.
    list.current?.children[drawn]?.querySelector('button')?.focus()
  }
  return (
    <section aria-label={kindWord(kind)}>
      <h3 className="panel-title">
        {kindWord(kind)} {items.length}
      </h3>
      <ul ref={list} className="queue" aria-label={libraryText(`queue.${LISTS[kind]}`, { kind: kindWord(kind) })}>
        {items.slice(0, drawn).map((item, index) => (
          <li key={`${item.story} ${item.fact ?? item.comment ?? ''}`}>
            <button
              type="button"
              className="queue-open"
              autoFocus={isFirst && index === 0}
              onClick={() => onOpen(item)}
            >
              <span className="serif" dir="auto">
                {item.words}
              </span>
              <span className="soft">{aboutOf(item)}</span>
            </button>
          </li>
        ))}
      </ul>
      {items.length > drawn ? (
        <Button className="queue-more" onClick={showMore}>
          {libraryText('search.more')}
        </Button>
      ) : null}
    </section>
  )
}
