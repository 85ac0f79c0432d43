import { historyText } from '../../catalogue/window/history'
import { mergeReportText } from '../../catalogue/merging/mergeReport'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { codeOfKey } from '../../ipc/keymap'
import { latestMerge } from '../../story/merge/mergeToUndo'
import { canPutBack, type SinceHandedOver, type SinceItem } from '../../story/requests/exchange/sinceRequests'
import { handedOverWords, sinceTitle } from '../../story/requests/exchange/sinceWords'
import { Button } from '../ui'
import { Dialog } from '../ui/dialogs/Dialog'
import { WordDiff } from '../facts/list/WordDiff'
import { StatusMark } from '../facts/Status'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { useUndoMerge } from '../state/hooks/useUndoMerge'
import type { StoriesBack, MergedStory } from '../state/stores/stories/mergedStory'
import { pick, useClose, useNewsroom, useNotice, usePanels, useStory, useStoryReadOnly, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'
import { afterDrawing } from '../ui/focus/focusService'
import { nameOfMerged, useUndoMerges } from './useUndoMerges'
import './sinceHandedOver.css'

/** What came back since the open story was handed over: keep or put back, one key each. */
export function SinceHandedOverPanel() {
  const story = useStory(pick('id', 'session', 'entries'))
  return story ? <Since key={story.id} story={story} /> : null
}

function Since({ story }: { readonly story: StoryPart<'id' | 'session' | 'entries'> }) {
  const { act, call, openStory } = useWindowServices().newsroom
  const { open, store } = useWindowServices().panels
  const { person, suggesting } = useNewsroom(pick('person', 'suggesting'))
  const readOnly = useStoryReadOnly()
  const { check, announce, say } = useNotice()
  const close = useClose()
  const undo = useUndoMerge(story.id)
  const merges = useUndoMerges()
  const once = useOneAtATime()
  const [busy, setBusy] = useState(false)
  const overlay = usePanels(({ overlay }) => overlay)
  const back = overlay?.kind === 'since' ? overlay.back : undefined
  const next = back?.stories[back.at + 1]
  const nextButton = useRef<HTMLButtonElement>(null)
  const [since, setSince] = useState<SinceHandedOver>()
  const [seen, setSeen] = useState<ReadonlySet<string>>()
  const [current, setCurrent] = useState(0)
  const [problem, setProblem] = useState<string>()
  const list = useRef<HTMLUListElement>(null)
  const { id, entries } = story
  const read = entries.length
  const merge = latestMerge(entries)

  useEffect(() => {
    let gone = false
    void act('story.sinceHandedOver', { story: id }).then((outcome) => {
      if (gone) return
      if (outcome.ok) setSince(outcome.value)
      setProblem(outcome.ok ? undefined : outcome.message)
    })
    void call('seenSince', { story: id }).then((outcome) => {
      if (!gone) setSeen(new Set(outcome.ok ? outcome.value.keys : []))
    })
    return () => {
      gone = true
    }
  }, [act, call, id, read])

  const place = back && back.stories.length > 1 ? placeWords(back) : undefined
  // Not in the description of the dialog: it would be read out twice.
  useEffect(() => {
    if (place !== undefined) announce(place)
  }, [place, announce])

  const isRead = since !== undefined && seen !== undefined
  // The first thing has the keyboard when the list is there.
  useEffect(() => {
    if (isRead) afterDrawing(() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus())
  }, [isRead])

  const items = since?.items.filter(({ key }) => seen?.has(key) === false) ?? []
  const at = Math.min(current, items.length - 1)
  const writable = readOnly === undefined && person !== undefined
  const focus = (index: number): void => {
    setCurrent(Math.max(0, Math.min(index, items.length - 1)))
    afterDrawing(() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus())
  }
  /** Nothing is left here: on to the next story that came back, if there is one. */
  const finish = (): void => {
    if (next) nextButton.current?.focus()
    else close()
  }
  /** Undoing takes a while: until it is done, these buttons do nothing. */
  const alone = (work: () => Promise<unknown>): void =>
    void once(async () => {
      setBusy(true)
      try {
        await work()
      } finally {
        setBusy(false)
      }
    })
  /** False once the person has closed the panel, which then stays closed. */
  const isOpen = (shown: StoriesBack | undefined): boolean => {
    const now = store.getState().overlay
    return now?.kind === 'since' && now.back === shown
  }
  /** When the next story is there, the panel goes on to it (`Panels.leaveStory`). */
  const go = async (): Promise<void> => {
    if (!back || !next) return
    const opening = { ...back, opens: next.story }
    open({ kind: 'since', back: opening })
    if (await openStory(next.story)) merges.offer(back.merged, next.story, { isKnown: true })
    else if (isOpen(opening)) open({ kind: 'since', back })
  }
  /** The person goes elsewhere: a story that is opening does not come, and what is typed now stays in this one. */
  const leave = (): void => {
    if (back?.opens !== undefined) void openStory(id)
    close()
  }
  const undoOne = async (): Promise<void> => {
    // Another merge may have come after the one that the panel shows.
    if (!(await undo(back?.stories[back.at]?.bundle ?? merge?.bundle)) || !isOpen(back)) return
    if (!back || !next) return close()
    open({ kind: 'since', back: { ...back, merged: back.merged.filter((one) => one.story !== id) } })
    nextButton.current?.focus()
  }
  const undoAll = async (merged: readonly MergedStory[]): Promise<void> => {
    const stays = await merges.undo(merged)
    if (!isOpen(back)) return
    if (back && stays.length > 0) open({ kind: 'since', back: { ...back, merged: stays } })
    else close()
  }
  const leaves = (item: SinceItem, words: string): void => {
    announce(words)
    if (items.length <= 1) finish()
    else focus(items.indexOf(item) === items.length - 1 ? at - 1 : at)
  }
  const keep = async (item: SinceItem): Promise<void> => {
    const done = check(await call('seenSince', { story: id, more: [item.key] }))
    if (!done) return
    setSeen(new Set(done.keys))
    leaves(item, historyText('since.kept'))
  }
  const putBack = async (item: SinceItem, there = false): Promise<void> => {
    if (there && (item.kind !== 'words' || !item.twice)) return
    if (!writable || !canPutBack(item)) return announce(historyText('since.nothingToPutBack'))
    const mark = story.session.requested.mark()
    const suggest = suggesting && item.kind === 'words'
    const how = { ...(there ? { there } : {}), ...(suggest ? { suggest } : {}) }
    if (!check(await act('story.putBackSince', { story: id, item: item.key, mark, ...how }))) return
    const now = check(await act('story.sinceHandedOver', { story: id }))
    // A suggestion leaves the words as they are.
    const done = check(await call('seenSince', { story: id, more: [item.key] }))
    if (now) setSince(now)
    if (done) setSeen(new Set(done.keys))
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

  return (
    <Dialog
      title={historyText('since.title')}
      place="side"
      onClose={leave}
      description={since ? handedOverWords(since) : historyText('since.reading')}
      foot={
        <>
          {writable && merge ? (
            <Button aria-disabled={busy} onClick={() => alone(undoOne)}>
              {historyText('since.undo')}
            </Button>
          ) : null}
          {writable && back && back.merged.length > 1 ? (
            <Button aria-disabled={busy} onClick={() => alone(() => undoAll(back.merged))}>
              {historyText('merges.undo', { count: back.merged.length })}
            </Button>
          ) : null}
          {items.length > 0 ? (
            <Button
              onClick={() =>
                void call('seenSince', { story: id, more: items.map(({ key }) => key) }).then((outcome) => {
                  if (!check(outcome)) return
                  setSeen(new Set([...(seen ?? []), ...items.map(({ key }) => key)]))
                  say(historyText('since.allKept'))
                  finish()
                })
              }
            >
              {historyText('since.keepAll')}
            </Button>
          ) : null}
          {back && next ? (
            <Button ref={nextButton} look="primary" aria-disabled={busy} onClick={() => alone(go)}>
              {historyText('since.next', { headline: nameOfMerged(next) })}
            </Button>
          ) : null}
        </>
      }
    >
      {place === undefined ? null : <p className="panel-note">{place}</p>}
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      {since && seen && items.length === 0 ? (
        <p className="panel-note">{historyText(since.items.length > 0 ? 'since.allSeen' : 'since.nothing')}</p>
      ) : null}
      <ul ref={list} className="since-list" aria-label={historyText('since.list')} onKeyDown={press}>
        {items.map((item, index) => (
          <Item
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

function Item({
  item,
  isCurrent,
  onFocus,
  onKeep,
  onPutBack,
}: {
  readonly item: SinceItem
  readonly isCurrent: boolean
  readonly onFocus: () => void
  readonly onKeep: () => void
  readonly onPutBack: ((there: boolean) => void) | undefined
}) {
  return (
    <li
      className="since-item"
      data-kind={item.kind}
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent}
      onFocus={onFocus}
    >
      <p className="since-title">
        {item.kind === 'fact' ? <StatusMark status={item.to} /> : null} {sinceTitle(item)}
      </p>
      {item.kind === 'words' ? <Words item={item} /> : null}
      <p className="since-keys">
        <Button look="plain" keys="K" onClick={onKeep} tabIndex={isCurrent ? 0 : -1}>
          {historyText('since.keep')}
        </Button>
        {onPutBack ? (
          <Button look="plain" keys="R" onClick={() => onPutBack(false)} tabIndex={isCurrent ? 0 : -1}>
            {historyText(item.kind === 'words' && item.twice ? 'since.takeHere' : 'since.putBackButton')}
          </Button>
        ) : null}
        {onPutBack && item.kind === 'words' && item.twice ? (
          <Button look="plain" keys="T" onClick={() => onPutBack(true)} tabIndex={isCurrent ? 0 : -1}>
            {historyText('since.takeThere')}
          </Button>
        ) : null}
      </p>
    </li>
  )
}

function Words({ item: { before, after, twice } }: { readonly item: Extract<SinceItem, { kind: 'words' }> }) {
  if (!twice)
    return (
      <p className="since-words">
        <WordDiff before={before} after={after} />
      </p>
    )
  return (
    <dl className="since-twice">
      <dt>{mergeReportText('since.here')}</dt>
      <dd>
        <WordDiff before={twice.was} after={before} />
      </dd>
      <dt>{mergeReportText('since.there')}</dt>
      <dd>
        <WordDiff before={twice.was} after={twice.there} />
      </dd>
      <dt>{mergeReportText('since.now')}</dt>
      <dd className="serif" dir="auto">
        {after}
      </dd>
    </dl>
  )
}
