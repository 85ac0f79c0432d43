import { libraryText } from '../../../catalogue/window/library'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { keyOfNote } from '../../../editor/comments/notedWords'
import { showNote } from '../../margin/showNote'
import { openVersionWords } from '../../../story/ledger/leaving/openVersion'
import type { Queue, QueueItem, QueueKind } from '../../../story/requests/requests'
import { Button, Problem } from '../../ui'
import { SideSheet } from '../../ui/dialogs/SideSheet'
import { useClose, useNewsroom } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { selectNote } from '../../state/session/selectNote'
import { PLACES } from '../../state/focusPlaces'
import { focusFact } from '../../verdicts/focusFact'
import { afterDrawing, focusOn, isFocusLost } from '../../ui/focus/focusService'
import { PacedQuestion } from '../search/pacedQuestion'
import './queue.css'

const kindWord = (kind: QueueKind): string => libraryText(`queue.${kind}`)
const ORDER: readonly QueueKind[] = [
  ...(['sentBack', 'mustFix', 'toApprove', 'toNotify', 'answered', 'lapsed', 'asked', 'mentioned'] as const),
  ...(['assigned', 'filed'] as const),
]

const LISTS: Readonly<Record<QueueKind, 'stories' | 'facts' | 'comments'>> = {
  ...{ sentBack: 'stories', toApprove: 'stories', toNotify: 'stories', assigned: 'stories', filed: 'stories' },
  ...{ mentioned: 'comments', mustFix: 'comments' },
  ...{ answered: 'facts', lapsed: 'facts', asked: 'facts' },
}

/** Its note, the story, and what readers have of it: “Editor · Ferry sails · v1 live, v2 in review”. */
const aboutOf = (item: QueueItem): string =>
  [item.note, item.headline === item.words ? '' : item.headline, openVersionWords(item)].filter(Boolean).join(' · ')

/** Items of one kind that are asked for and drawn at first, and again at each “Show more”. */
const DRAWN = 100
/** Milliseconds from one question to the next, at least, however fast stories change. */
const REST_MS = 2000

/** What waits for this person in every story. */
export function QueuePanel() {
  const { openStory } = useWindowServices().newsroom
  const close = useClose()
  const { newsroom, panels } = useWindowServices()
  const [perKind, setPerKind] = useState(DRAWN)
  const { queue, problem } = useQueue(perKind)

  const go = async ({ story, fact, comment, of }: QueueItem): Promise<void> => {
    if (!(await openStory(story))) return
    close()
    const session = newsroom.store.getState().session
    // Another story was opened since.
    if (session?.id !== story) return
    if (fact !== undefined) {
      session.navigation.jump({ kind: 'fact', fact }, false)
      if (!panels.store.getState().review) panels.showTab('facts')
      focusFact(fact)
    }
    if (of !== undefined) panels.ask(of)
    if (comment === undefined) return
    const key = keyOfNote({ kind: 'comment', id: comment })
    panels.showTab('comments')
    selectNote(session, key)
    focusOn(PLACES.comment(comment))
    // The sheet of the story has to be there first.
    afterDrawing(() => {
      if (session.editor) showNote(session.editor, key)
    })
  }
  return (
    <SideSheet title={libraryText('queue.title')} onClose={close}>
      <Problem text={problem} />
      {queue === undefined ? (
        problem === undefined ? (
          <p className="soft">{libraryText('queue.looking')}</p>
        ) : null
      ) : queue.total === 0 ? (
        <div className="empty">
          <strong>{libraryText('queue.empty')}</strong>
          <p>{libraryText('queue.emptyNote')}</p>
        </div>
      ) : (
        ORDER.map((kind) => {
          const some = queue.items.filter((item) => item.kind === kind)
          return some.length === 0 ? null : (
            <QueueGroup
              key={kind}
              kind={kind}
              items={some}
              count={queue.kinds[kind] ?? some.length}
              isFirst={some[0] === queue.items[0]}
              onOpen={(item) => void go(item)}
              onMore={(wanted) => setPerKind(Math.max(perKind, wanted))}
            />
          )
        })
      )}
    </SideSheet>
  )
}

/** The first ones of each kind, and how many there are. The last answer stays until the next one is there. */
function useQueue(perKind: number): { readonly queue: Queue | undefined; readonly problem: string | undefined } {
  const { act } = useWindowServices().newsroom
  const storyChanges = useNewsroom(({ storyChanges }) => storyChanges)
  const [queue, setQueue] = useState<Queue>()
  const [problem, setProblem] = useState<string>()
  const again = useRef<() => void>(undefined)
  // Comes before the effect that asks first: the panel asks once when it is opened.
  useEffect(() => again.current?.(), [storyChanges])
  useEffect(() => {
    const asking = new PacedQuestion(
      () => act('desk.queue', { perKind }),
      (outcome) => {
        if (outcome.ok) setQueue(outcome.value)
        setProblem(outcome.ok ? undefined : outcome.message)
      },
      { pause: 0, rest: REST_MS },
    )
    again.current = asking.soon
    asking.soon()
    return asking.end
  }, [act, perKind])
  return { queue, problem }
}

/**
 * What waits of one kind. A long list is asked for and drawn in parts. `count`: how many there are, with those that
 * were not asked for. `isFirst`: its first item takes the keyboard. `onMore`: so many items are wanted.
 */
function QueueGroup({
  kind,
  items,
  count,
  isFirst,
  onOpen,
  onMore,
}: {
  readonly kind: QueueKind
  readonly items: readonly QueueItem[]
  readonly count: number
  readonly isFirst: boolean
  readonly onOpen: (item: QueueItem) => void
  readonly onMore: (wanted: number) => void
}) {
  const [drawn, setDrawn] = useState(DRAWN)
  const list = useRef<HTMLUListElement>(null)
  /** The first item that a press asked for, and where the keyboard was. */
  const awaited = useRef<{ readonly first: number; readonly from: Element | null }>(undefined)
  const shown = items.slice(0, drawn)
  const showMore = (): void => {
    awaited.current = { first: shown.length, from: document.activeElement }
    setDrawn(drawn + DRAWN)
    onMore(drawn + DRAWN)
  }
  useLayoutEffect(() => {
    const { first, from } = awaited.current ?? {}
    if (first === undefined || shown.length <= first) return
    awaited.current = undefined
    // The keyboard goes on with the first new one: the button is further down, or gone.
    const isThere = isFocusLost() || document.activeElement === from
    if (isThere) list.current?.children[first]?.querySelector('button')?.focus()
  }, [shown.length])
  return (
    <section aria-label={kindWord(kind)}>
      <h3 className="panel-title">
        {kindWord(kind)} {count}
      </h3>
      <ul ref={list} className="queue" aria-label={libraryText(`queue.${LISTS[kind]}`, { kind: kindWord(kind) })}>
        {shown.map((item, index) => (
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
      {count > shown.length ? (
        <Button className="queue-more" onClick={showMore}>
          {libraryText('search.more')}
        </Button>
      ) : null}
    </section>
  )
}
