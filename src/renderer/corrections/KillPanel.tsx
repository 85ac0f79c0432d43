import { correctionsText } from '../../catalogue/window/corrections'
import { useEffect, useState } from 'react'
import { mayBeOutside } from '../../story/assessment/lostTrust'
import { rightOfMove, whyNotMay } from '../../story/assessment/people/rights'
import { whySaidTo } from '../../story/desk/saidTo'
import type { KillView } from '../../story/requests/requests'
import { legalMoves } from '../../story/ledger/stages'
import { Problem } from '../ui'
import { pick, useNewsroom, useStory, type StoryPart } from '../state'
import { restoreFocus } from '../state/restoreFocus'
import { useWindowServices } from '../state/windowServices'
import { KillForm } from './KillForm'
import { KillFacts, WhereItWent } from './KillShown'
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
    <Killing view={view} unread={unread} story={story} />
  )
}

/** What is known of a kill. `unread`: why it, or where the story went, cannot be read. */
interface Known {
  readonly view: KillView | undefined
  readonly unread: string | undefined
}

function Killing({ view, unread, story }: Known & { readonly story: Shown }) {
  const { newsroom, panels } = useWindowServices()
  const { person, desk } = useNewsroom(pick('person', 'desk'))
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
  const killed = (isElsewhere: boolean): void => {
    const isHere = newsroom.store.getState().session?.id === story.id && panels.store.getState().tab === 'kill'
    if (isHere && !isElsewhere) panels.store.setState({ asking: 'kill' })
  }
  return (
    <TabForm tab="kill" title={correctionsText('kill.title')} isReady onLeave={leave}>
      <KillForm story={story.id} keptBack={view?.keptBack ?? []} closed={closed} onCancel={leave} onKilled={killed} />
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
        <KillFacts kill={kill} keptBack={view.keptBack} />
      ) : unread === undefined ? (
        <p className="soft">{correctionsText('kill.reading')}</p>
      ) : null}
      <Went view={view} unread={unread} story={story} />
    </TabForm>
  )
}

const Went = ({ view, unread, story }: Known & { readonly story: string }) =>
  unread !== undefined ? <Problem text={unread} /> : view ? <WhereItWent view={view} story={story} /> : null
