import { historyText } from '../../../catalogue/window/history'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { codeOfKey } from '../../../ipc/keymap'
import { latestMerge } from '../../../story/merge/mergeToUndo'
import { canPutBack, type SinceItem } from '../../../story/requests/exchange/sinceRequests'
import { handedOverWords } from '../../../story/requests/exchange/sinceWords'
import { Button, Problem } from '../../ui'
import { Dialog } from '../../ui/dialogs/Dialog'
import { mayUndo, type StoriesBack } from '../../state/stores/stories/mergedStory'
import { pick, useNewsroom, useNotice, useStory, useStoryReadOnly, type StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { afterDrawing } from '../../ui/focus/focusService'
import { SinceListItem } from './SinceListItem'
import { nameOfMerged } from './useUndoMerges'
import { useSuggesting } from '../../pen/useSuggesting'
import { useSince } from './useSince'
import { useStoriesBack } from './useStoriesBack'
import './sinceHandedOver.css'

/** What came back since the open story was handed over: keep or put back, one key each. */
export function SinceHandedOverPanel() {
  const story = useStory(pick('id', 'session', 'entries'))
  return story ? <Since key={story.id} story={story} /> : null
}

function Since({ story }: { readonly story: StoryPart<'id' | 'session' | 'entries'> }) {
  const { act } = useWindowServices().newsroom
  const { person, suggesting } = useNewsroom(pick('person', 'suggesting'))
  const readOnly = useStoryReadOnly()
  const { penOf } = useSuggesting()
  const { check, announce, say } = useNotice()
  const [current, setCurrent] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const { id, entries } = story
  const { since, items, isRead, problem, readWithout, markSeen } = useSince(id, entries.length)
  const merge = latestMerge(entries)
  const { back, next, nextButton, busy, refusal, go, leave, finish, undoOne, undoAll } = useStoriesBack(
    id,
    merge?.bundle,
  )

  const place = back && back.stories.length > 1 ? placeWords(back) : undefined
  // Not in the description of the dialog: it would be read out twice.
  useEffect(() => {
    if (place !== undefined) announce(place)
  }, [place, announce])

  // The first thing has the keyboard when the list is there.
  useEffect(() => {
    if (isRead) afterDrawing(() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus())
  }, [isRead])

  const at = Math.min(current, items.length - 1)
  const writable = readOnly === undefined && person !== undefined
  const focus = (index: number): void => {
    setCurrent(Math.max(0, Math.min(index, items.length - 1)))
    afterDrawing(() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus())
  }
  const leaves = (item: SinceItem, words: string): void => {
    announce(words)
    if (items.length <= 1) finish()
    else focus(items.indexOf(item) === items.length - 1 ? at - 1 : at)
  }
  const keep = async (item: SinceItem): Promise<void> => {
    if (await markSeen([item.key])) leaves(item, historyText('since.kept'))
  }
  const keepAll = async (): Promise<void> => {
    if (!(await markSeen(items.map(({ key }) => key)))) return
    say(historyText('since.allKept'))
    finish()
  }
  const putBack = async (item: SinceItem, there = false): Promise<void> => {
    if (there && (item.kind !== 'words' || !item.twice)) return
    if (!writable || !canPutBack(item)) return announce(historyText('since.nothingToPutBack'))
    const mark = story.session.requested.mark()
    const suggest = suggesting && item.kind === 'words'
    const how = { ...(there ? { there } : {}), ...(suggest ? { suggest } : {}) }
    if (!check(await act('story.putBackSince', { story: id, item: item.key, mark, ...how }))) return
    await readWithout(item.key)
    leaves(item, historyText(suggest ? 'since.suggested' : there ? 'since.tookThere' : 'since.putBack'))
  }
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const item = items[at]
    const does: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: () => focus(at + 1),
      KeyJ: () => focus(at + 1),
      ArrowUp: () => focus(at - 1),
      KeyK: item && (() => void keep(item)),
      KeyR: item && (() => void putBack(item)),
      KeyT: item && (() => void putBack(item, true)),
    }
    const run = does[codeOfKey(event)]
    if (!run) return
    event.preventDefault()
    run()
  }

  // Where somebody else has the pen, only they can.
  const mayUndoOne = writable && merge !== undefined && penOf === undefined
  const undoable = writable ? (back?.merged.filter(mayUndo) ?? []) : []
  const mayUndoAll = undoable.length > 1
  const hasFoot = refusal !== undefined || mayUndoOne || mayUndoAll || items.length > 0 || (back && next)
  return (
    <Dialog
      title={historyText('since.title')}
      place="side"
      onClose={leave}
      description={since ? handedOverWords(since) : historyText('since.reading')}
      foot={
        hasFoot ? (
          <>
            {refusal === undefined ? null : (
              <div className="since-refusal">
                <Problem text={refusal} />
              </div>
            )}
            {mayUndoOne ? (
              <Button aria-disabled={busy} onClick={undoOne}>
                {historyText('since.undo')}
              </Button>
            ) : null}
            {mayUndoAll ? (
              <Button aria-disabled={busy} onClick={() => undoAll(undoable)}>
                {historyText('merges.undo', { count: undoable.length })}
              </Button>
            ) : null}
            {items.length > 0 ? <Button onClick={() => void keepAll()}>{historyText('since.keepAll')}</Button> : null}
            {back && next ? (
              <Button ref={nextButton} look="primary" aria-disabled={busy} onClick={go}>
                {historyText('since.next', { headline: nameOfMerged(next) })}
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      {place === undefined ? null : <p className="panel-note">{place}</p>}
      <Problem text={problem} />
      {since?.handedOver && isRead && items.length === 0 ? (
        <p className="panel-note">{historyText(since.items.length > 0 ? 'since.allSeen' : 'since.nothing')}</p>
      ) : null}
      <ul ref={list} className="since-list" aria-label={historyText('since.list')} onKeyDown={press}>
        {items.map((item, index) => (
          <SinceListItem
            key={item.key}
            item={item}
            isCurrent={index === at}
            onFocus={() => setCurrent(index)}
            onKeep={() => void keep(item)}
            onPutBack={writable && canPutBack(item) ? (there) => void putBack(item, there) : undefined}
          />
        ))}
      </ul>
    </Dialog>
  )
}

/** Which of the stories that came back is shown. */
const placeWords = ({ stories, at }: StoriesBack): string =>
  historyText('since.place', {
    headline: stories[at] ? nameOfMerged(stories[at]) : '',
    at: at + 1,
    count: stories.length,
  })
