import { historyText } from '../../catalogue/window/history'
import { apartText } from '../../catalogue/merging/apart'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { codeOfKey } from '../../ipc/keymap'
import type { ApartEntry, ApartList } from '../../story/requests/exchange/apartRequests'
import { decidable } from '../../story/merge/waitingApart'
import { Button, Problem } from '../ui'
import { useNotice, useStoryLocked, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'
import { focusIfLost, unlessMovedOn } from '../ui/focus/focusService'
import { fullTime } from '../facts/shortTime'
import './standsApart.css'

type Verdict = 'taken' | 'dropped'

/** Entries of other computers that do not count and wait for an editor. Nothing while none does. */
export function StandsApart({ story }: { readonly story: StoryPart<'id' | 'entries' | 'apart' | 'copy'> }) {
  const apart = decidable(story.apart ?? [])
  return apart.length > 0 ? <Waiting story={story} /> : null
}

function Waiting({ story }: { readonly story: StoryPart<'id' | 'entries' | 'apart' | 'copy'> }) {
  const { act } = useWindowServices().newsroom
  const readOnly = useStoryLocked()
  const { check, announce, say } = useNotice()
  const [answer, setAnswer] = useState<ApartList>()
  const [problem, setProblem] = useState<string>()
  const [current, setCurrent] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const { id, entries, apart, copy } = story
  const read = useCallback(() => act('story.apart', { story: id }), [act, id])

  useEffect(() => {
    let gone = false
    void read().then((outcome) => {
      if (gone) return
      if (outcome.ok) setAnswer(outcome.value)
      setProblem(outcome.ok ? undefined : outcome.message)
    })
    return () => {
      gone = true
    }
  }, [read, entries.length, apart, copy])

  const items = answer?.entries ?? []
  // Entries wait, so an empty list would be wrong.
  if (problem !== undefined) return <Problem text={problem} />
  if (!answer || items.length === 0) return null
  const at = Math.min(current, items.length - 1)
  const decides = readOnly === undefined && answer.refused === undefined
  const focus = (index: number): void => {
    setCurrent(Math.max(0, Math.min(index, items.length - 1)))
    unlessMovedOn(() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus())
  }
  const decide = async (item: ApartEntry, verdict: Verdict): Promise<void> => {
    if (!decides) return
    if (verdict === 'taken' && item.keep !== undefined) return announce(item.keep)
    const { hash, seen } = item
    const outcome = await act('story.decideApart', {
      story: id,
      verdict,
      entries: [{ hash, ...(seen === undefined ? {} : { seen }) }],
    })
    const done = check(outcome)
    const now = await read()
    if (now.ok) setAnswer(now.value)
    const [left] = done?.left ?? []
    if (left) say(historyText('apart.left', { why: left.why }))
    else if (done) {
      announce(historyText(`apart.did.${verdict}`))
      if (now.ok && now.value.entries.length > 0) focus(at === items.length - 1 ? at - 1 : at)
      // The list is gone with its last item: the keyboard stays in the tab.
      else focusIfLost(() => document.querySelector<HTMLElement>('.history-views [aria-pressed="true"]'))
    }
  }
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const item = items[at]
    const does: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: () => focus(at + 1),
      ArrowUp: () => focus(at - 1),
      KeyT: item && (() => void decide(item, 'taken')),
      KeyD: item && (() => void decide(item, 'dropped')),
    }
    const run = does[codeOfKey(event)]
    if (!run) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }

  return (
    <section className="apart" aria-label={historyText('apart.title')}>
      <h2 className="panel-title">{historyText('apart.title')}</h2>
      <p className="panel-note">{historyText('apart.note')}</p>
      {answer.refused === undefined ? null : <p className="panel-note">{answer.refused}</p>}
      <ul ref={list} className="apart-list" aria-label={historyText('apart.list')} onKeyDown={press}>
        {items.map((item, index) => (
          <Item
            key={item.hash}
            item={item}
            isCurrent={index === at}
            onFocus={() => setCurrent(index)}
            onDecide={decides ? (verdict) => void decide(item, verdict) : undefined}
          />
        ))}
      </ul>
      {answer.more === undefined ? null : (
        <p className="panel-note">{historyText('apart.more', { count: answer.more })}</p>
      )}
    </section>
  )
}

function Item({
  item,
  isCurrent,
  onFocus,
  onDecide,
}: {
  readonly item: ApartEntry
  readonly isCurrent: boolean
  readonly onFocus: () => void
  readonly onDecide: ((verdict: Verdict) => void) | undefined
}) {
  const { at, by, device, did, words, said, why, keep } = item
  const tabIndex = isCurrent ? 0 : -1
  return (
    <li className="apart-item" tabIndex={tabIndex} aria-current={isCurrent} onFocus={onFocus}>
      <p>
        <strong>{by}</strong> {did}
      </p>
      <p className="panel-note">
        {device ?? apartText('unknownDevice')}, <time dateTime={at}>{fullTime(at)}</time>
      </p>
      {words === undefined ? null : <p className="history-words">{words}</p>}
      {said === undefined ? null : <p>{said}</p>}
      <p className="panel-note">{why}</p>
      {keep === undefined ? null : <p className="panel-note">{historyText('apart.keep', { why: keep })}</p>}
      {onDecide ? (
        <p className="apart-keys">
          {keep === undefined ? (
            <Button look="plain" keys="T" onClick={() => onDecide('taken')} tabIndex={tabIndex}>
              {historyText('apart.take')}
            </Button>
          ) : null}
          <Button look="plain" keys="D" onClick={() => onDecide('dropped')} tabIndex={tabIndex}>
            {historyText('apart.drop')}
          </Button>
        </p>
      ) : null}
    </li>
  )
}
