import { historyText } from '../../catalogue/window/history'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Timeline, SnapshotLine } from '../../story/requests/snapshotLine'
import { Button, TextField, Problem } from '../ui'
import { SettledSelect } from '../ui/controls/SettledSelect'
import { CommandKey } from '../state/commands/CommandKey'
import { useNewsroom, useNotice, usePanels, useStoryReadOnly, type StoryPart } from '../state'
import { useDraft } from '../state/hooks/useDraft'
import { PLACES } from '../state/focusPlaces'
import { useWindowServices } from '../state/windowServices'
import { findPlace, focusNow } from '../ui/focus/focusService'
import { byDay, timeOf } from './historyDays'
import { useRestoreSnapshot } from './useRestoreSnapshot'
import { sizeWords, snapshotName } from './snapshotWords'
import { formatInteger } from '../../story/text/format/formatInteger'

/** The snapshots of the open story: keep one, compare, put one back. */
export function Snapshots({ story }: { readonly story: StoryPart<'id' | 'session' | 'entries'> }) {
  const { act } = useWindowServices().newsroom
  const person = useNewsroom(({ person }) => person)
  const readOnly = useStoryReadOnly()
  const [timeline, setTimeline] = useState<Timeline>()
  const [problem, setProblem] = useState<string>()
  const [kept, setKept] = useState(0)
  const { id, entries } = story
  // Moves, exports and restores leave an entry. Names do not.
  const seen = entries.length
  useEffect(() => {
    let gone = false
    void act('version.list', { story: id }).then((outcome) => {
      if (gone) return
      if (outcome.ok) setTimeline(outcome.value)
      setProblem(outcome.ok ? undefined : outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, id, seen, kept])
  const writable = readOnly === undefined && person !== undefined

  return (
    <>
      {writable ? <KeepSnapshot story={id} onKept={() => setKept(kept + 1)} /> : null}
      <Problem text={problem} />
      {timeline ? (
        <TimelineList timeline={timeline} story={story} writable={writable} onChanged={() => setKept(kept + 1)} />
      ) : null}
    </>
  )
}

function KeepSnapshot({ story, onKept }: { readonly story: string; readonly onKept: () => void }) {
  const { act } = useWindowServices().newsroom
  const { panels } = useWindowServices()
  const asked = usePanels(({ naming }) => naming)
  const { announce } = useNotice()
  const { draft, change, forget } = useDraft((forms) => forms.snapshot, story, { name: '' })
  const { name } = draft
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  /** The command moved the keyboard here from other work. */
  const isFromElsewhere = useRef(false)
  const goBack = (): void => {
    isFromElsewhere.current = false
    focusNow(findPlace(panels.store.getState().review ? PLACES.sheetAtRest : PLACES.sheet))
  }
  useEffect(() => {
    if (!asked) return
    isFromElsewhere.current = true
    field.current?.focus()
    panels.store.setState({ naming: false })
  }, [asked, panels])

  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (name.trim() === '') {
      field.current?.focus()
      return setProblem(historyText('snapshots.giveNameYouWill'))
    }
    setBusy(true)
    const outcome = await act('version.keep', { story, name: name.trim() })
    setBusy(false)
    if (!outcome.ok) return setProblem(outcome.message)
    forget()
    onKept()
    announce(historyText('snapshots.saved', { name: name.trim() }))
    if (isFromElsewhere.current && document.activeElement === field.current) goBack()
  }

  return (
    <form
      className="keep-version"
      aria-label={historyText('snapshots.keepState')}
      onSubmit={(event) => void keep(event)}
      noValidate
    >
      <TextField
        ref={field}
        label={historyText('snapshots.nameState')}
        autoComplete="off"
        value={name}
        error={problem}
        onChange={(event) => {
          change({ name: event.target.value })
          setProblem(undefined)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          goBack()
        }}
      />
      <Button type="submit">{historyText('snapshots.keepState')}</Button>
    </form>
  )
}

const LIMITS_MB = [16, 64, 250, 1000] as const

function TimelineList({
  timeline,
  story,
  writable,
  onChanged,
}: {
  readonly timeline: Timeline
  readonly story: StoryPart<'id' | 'session'>
  readonly writable: boolean
  readonly onChanged: () => void
}) {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const { versions: snapshots, bytes, limit } = timeline
  const readable = snapshots.filter(({ trouble }) => trouble === undefined)
  const limits = [...new Set([...LIMITS_MB, Math.round(limit / 1_000_000)])].sort((a, b) => a - b)
  if (snapshots.length === 0) {
    return (
      <div className="empty">
        <p>
          {historyText('snapshots.stateStoryKeptEvery')} <CommandKey id="story.keepVersion" />
          {historyText('snapshots.pressed')}
        </p>
        <p>{historyText('snapshots.anyTwoCanCompared')}</p>
      </div>
    )
  }
  return (
    <>
      {byDay(readable, ({ at }) => at).map(({ day, items }) => (
        <section key={day} className="history-day" aria-label={day}>
          <h2 className="panel-title">{day}</h2>
          <ol className="history-list">
            {items.map((snapshot) => (
              <SnapshotItem key={snapshot.n} snapshot={snapshot} story={story} writable={writable} />
            ))}
          </ol>
        </section>
      ))}
      {snapshots
        .filter(({ trouble }) => trouble !== undefined)
        .map((snapshot) => (
          <p key={snapshot.n} className="problem">
            {snapshotName(snapshot)}: {snapshot.trouble}
          </p>
        ))}
      <div className="version-room">
        <p className="panel-note">
          {historyText('snapshots.keptStatesBeyondOldest', {
            count: snapshots.length,
            bytes: sizeWords(bytes),
            limit: sizeWords(limit),
          })}
        </p>
        <SettledSelect
          label={historyText('snapshots.roomKeptStatesEach')}
          value={String(Math.round(limit / 1_000_000))}
          disabled={!writable}
          options={limits.map((mb) => ({ value: String(mb), label: historyText('snapshots.mb', { mb }) }))}
          onSettle={(mb) =>
            void act('library.settings', { historyLimit: Number(mb) * 1_000_000 }).then(
              (outcome) => check(outcome) && onChanged(),
            )
          }
        />
      </div>
    </>
  )
}

function SnapshotItem({
  snapshot,
  story,
  writable,
}: {
  readonly snapshot: SnapshotLine
  readonly story: StoryPart<'id' | 'session'>
  readonly writable: boolean
}) {
  const { open } = useWindowServices().panels
  const restore = useRestoreSnapshot(story)
  const { n, at, by, kind, words, facts } = snapshot
  const called = snapshotName(snapshot)
  return (
    <li className="history-line" data-kind={kind}>
      <time dateTime={at} className="history-time">
        {timeOf(at)}
      </time>
      <div>
        <p>
          {kind === 'named' ? <strong>{called}</strong> : called} <span className="soft">· {by}</span>
        </p>
        <p className="panel-note">
          {historyText('snapshots.stateWordsFacts', { n, words: formatInteger(words), count: words, facts })}
        </p>
        <div className="version-actions">
          <Button
            look="plain"
            aria-label={historyText('snapshots.compareStateCopyNow', { n })}
            onClick={() => open({ kind: 'compare', from: n })}
          >
            {historyText('snapshots.compare')}
          </Button>
          {writable ? (
            <Button
              look="plain"
              aria-label={historyText('snapshots.putBackState', { n })}
              onClick={() => void restore(n, false)}
            >
              {historyText('snapshots.putBack')}
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  )
}
