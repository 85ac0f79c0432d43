import { correctionsText } from '../../catalogue/window/corrections'
import { useEffect, useState, type FormEvent } from 'react'
import { mayBeOutside } from '../../story/assessment/lostTrust'
import { rightOfMove, whyNotMay } from '../../story/assessment/people/rights'
import { whySaidTo } from '../../story/desk/saidTo'
import type { KillView } from '../../story/requests/requests'
import { legalMoves } from '../../story/ledger/stages'
import { shortTime } from '../facts/shortTime'
import { shownStored } from '../../story/history/storedText'
import { KeptBack } from '../export/KeptBack'
import { sendOnCtrlEnter } from '../ui/sendOnEnter'
import { useFocusOnProblem } from '../ui/focus/useFocusOnProblem'
import { Button, TextArea } from '../ui'
import { FormEnd } from '../ui/controls/FormEnd'
import { pick, useNewsroom, useNotice, useStory, type StoryPart } from '../state'
import { useDraft } from '../state/hooks/useDraft'
import { restoreFocus } from '../state/restoreFocus'
import { useWindowServices } from '../state/windowServices'
import { inAnotherField } from '../ui/focus/focusService'
import { Notices } from './Notices'
import { TabForm } from './TabForm'

const KILLED = 'killed' as const

/** Asks for the text that withdraws the open story; after the kill, shows it and a notice for each destination. */
export function KillPanel() {
  const story = useStory(pick('id', 'story', 'entries', 'editor'))
  return story ? <Kill key={story.id} story={story} /> : null
}

type Shown = StoryPart<'id' | 'story' | 'entries' | 'editor'>

function Kill({ story }: { readonly story: Shown }) {
  const { act } = useWindowServices().newsroom
  const [view, setView] = useState<KillView>()
  const [unread, setUnread] = useState<string>()
  const { id, entries } = story
  useEffect(() => {
    let gone = false
    void act('kill.show', { story: id }).then((outcome) => {
      if (gone) return
      if (outcome.ok) setView(outcome.value)
      setUnread(outcome.ok ? undefined : outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, id, entries])
  return story.story.ledger.standing.stage === KILLED ? (
    <Killed view={view} unread={unread} story={id} />
  ) : (
    <KillForm view={view} unread={unread} story={story} />
  )
}

/** What is known of a kill. `unread`: why it, or where the story went, cannot be read. */
interface Known {
  readonly view: KillView | undefined
  readonly unread: string | undefined
}

function KillForm({ view, unread, story }: Known & { readonly story: Shown }) {
  const { newsroom, panels } = useWindowServices()
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const { announce } = useNotice()
  const { draft, change, forget } = useDraft((forms) => forms.move, `${story.id} ${KILLED}`, {
    reason: '',
    override: '',
  })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ readonly at: 'text' | 'form'; readonly text: string }>()
  const form = useFocusOnProblem(problem)
  const { ledger, fields } = story.story
  const move = legalMoves(ledger.standing, fields.kind, mayBeOutside(story.story)).find(({ to }) => to === KILLED)
  const closed =
    person === undefined || !move
      ? undefined
      : whySaidTo(person, whyNotMay(rightOfMove(move), person, { desk, story: story.story }))

  const leave = (): void => {
    panels.store.setState({ killing: null })
    restoreFocus(story.editor)
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (draft.reason.trim() === '') return setProblem({ at: 'text', text: correctionsText('kill.textMissing') })
    if (closed !== undefined) return setProblem({ at: 'form', text: closed })
    setBusy(true)
    setProblem(undefined)
    const isInAnotherField = inAnotherField()
    const outcome = await newsroom.act('story.move', { story: story.id, to: KILLED, reason: draft.reason.trim() })
    setBusy(false)
    if (!outcome.ok) return setProblem({ at: 'form', text: outcome.message })
    forget()
    const isHere = newsroom.store.getState().session?.id === story.id && panels.store.getState().tab === 'kill'
    if (isHere && !isInAnotherField()) panels.store.setState({ asking: 'kill' })
    announce(correctionsText('kill.done'))
  }
  return (
    <TabForm tab="kill" title={correctionsText('kill.title')} isReady onLeave={leave}>
      {/* Enter alone is a new paragraph: nothing takes a kill back. */}
      <form ref={form} className="form" onSubmit={(event) => void send(event)} onKeyDown={sendOnCtrlEnter} noValidate>
        <p className="panel-note">{correctionsText('kill.what')}</p>
        <TextArea
          data-first-focus
          label={correctionsText('kill.text')}
          hint={correctionsText('kill.textHint')}
          rows={4}
          dir="auto"
          value={draft.reason}
          error={problem?.at === 'text' ? problem.text : undefined}
          onChange={(event) => {
            change({ reason: event.target.value })
            setProblem(undefined)
          }}
        />
        <KeptBack parts={view?.keptBack ?? []} />
        {closed === undefined ? null : <p className="problem">{closed}</p>}
        <FormEnd
          problem={problem?.at === 'form' && problem.text !== closed ? problem.text : undefined}
          cancel={correctionsText('kill.cancel')}
          onCancel={() => {
            forget()
            leave()
          }}
        >
          <Button type="submit" look="danger" aria-disabled={busy || undefined}>
            {correctionsText('kill.do')}
          </Button>
        </FormEnd>
      </form>
      <Went view={view} unread={unread} story={story.id} />
    </TabForm>
  )
}

function Killed({ view, unread, story }: Known & { readonly story: string }) {
  const kill = view?.kill
  const open = view?.destinations.filter(({ told }) => told === undefined).length ?? 0
  return (
    <TabForm
      tab="kill"
      title={correctionsText('kill.title')}
      isReady={kill !== undefined}
      aside={
        kill && view.destinations.length > 0 ? (
          <span className={open > 0 ? 'is-warn' : 'is-ok'}>
            {open > 0
              ? correctionsText('kill.toNotify', { count: open })
              : correctionsText('correctionNotices.allTold')}
          </span>
        ) : undefined
      }
    >
      {kill ? (
        <>
          <dl className="kill-facts">
            <dt>{correctionsText('kill.at')}</dt>
            <dd>{shortTime(kill.at)}</dd>
            <dt>{correctionsText('kill.by')}</dt>
            <dd>{kill.by}</dd>
            <dt>{correctionsText('kill.version')}</dt>
            <dd>{versionWords(kill)}</dd>
          </dl>
          <div>
            <p className="field-label">{correctionsText('kill.readers')}</p>
            <p className="kill-text serif" dir="auto">
              {shownStored(kill.text)}
            </p>
          </div>
          <KeptBack parts={view.keptBack} />
        </>
      ) : unread === undefined ? (
        <p className="soft">{correctionsText('kill.reading')}</p>
      ) : null}
      <Went view={view} unread={unread} story={story} />
    </TabForm>
  )
}

const Went = ({ view, unread, story }: Known & { readonly story: string }) =>
  unread !== undefined ? (
    <p className="problem" role="alert">
      {unread}
    </p>
  ) : view ? (
    <>
      {view.mayBeElsewhere && view.destinations.length > 0 ? (
        <p className="problem">{correctionsText('kill.mayBeElsewhere')}</p>
      ) : null}
      <Notices
        of={{ story, version: view.kill?.version ?? 0, kill: true }}
        title={correctionsText('kill.went')}
        nowhere={correctionsText(view.mayBeElsewhere ? 'kill.mayBeElsewhere' : 'kill.nowhere')}
        destinations={view.destinations}
      />
    </>
  ) : null

function versionWords({ version, published, at }: NonNullable<KillView['kill']>): string {
  const minutes = published === undefined ? Number.NaN : Math.floor((Date.parse(at) - Date.parse(published)) / 60_000)
  if (!(minutes >= 0)) return String(version)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  const time =
    days > 0
      ? correctionsText('kill.days', { days, hours })
      : hours > 0
        ? correctionsText('kill.hours', { hours, minutes: rest })
        : correctionsText('kill.minutes', { minutes: rest })
  return correctionsText('kill.versionLive', { version, time })
}
