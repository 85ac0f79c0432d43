import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { ChevronDown } from 'lucide-react'
import { memo, useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import { focusOn, placesCalled } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import { sourceBook } from '../../../story/desk/source'
import { FACT_STATUSES, STATUS_WORDS, type FactStatus } from '../../../story/ledger/facts/fact'
import { Button, Menu, type MenuItem } from '../../ui'
import { pick, useStaleFlag, useNewsroom, usePanels, useStory, useStoryReadOnly, type StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { CommandKey } from '../../state/commands/CommandKey'
import { StatusMark } from '../Status'
import { FACT_LIST_PARTS, FactList, type FactListPart } from './FactList'
import { FactRow } from './FactRow'
import { MeterRow } from '../../checks/MeterRow'
import { openFacts } from '../../../review/openFacts'
import { countInCopy, inWalkOrder, isInTray } from '../../verdicts/walk'
import './facts.css'

type Filter = 'all' | 'open' | FactStatus

/** Lists the facts of the story in text order, each with its status, then those whose tag is gone. */
export function FactsPanel() {
  const story = useStory(pick(...FACT_LIST_PARTS, 'assessed'))
  const lists = useStaleFlag<HTMLElement>()
  const [{ of, filter }, setChosen] = useState<{ readonly of: string | undefined; readonly filter: Filter }>({
    of: undefined,
    filter: 'all',
  })
  // Another story begins with all of its facts.
  const chosen = of === story?.id ? filter : 'all'
  const setFilter = useCallback((next: Filter) => setChosen({ of: story?.id, filter: next }), [story?.id])
  return (
    <section ref={lists} className="facts" aria-label={factsPanelText('factsPanel.facts')}>
      <div className="panel-top">
        <h2 className="panel-name">{factsPanelText('factsPanel.facts')}</h2>
        {story && story.assessed && story.assessments.length > 0 ? (
          <Filters assessments={story.assessments} filter={chosen} onFilter={setFilter} />
        ) : null}
      </div>
      <MeterRow />
      {story?.assessed === false ? (
        <div className="empty" aria-busy="true">
          <p>{factsPanelText('factsPanel.reading')}</p>
        </div>
      ) : story ? (
        <Facts key={story.id} story={story} filter={chosen} />
      ) : (
        <div className="empty">
          <strong>{factsPanelText('factsPanel.noStoryOpen')}</strong>
          <p>{factsPanelText('factsPanel.factsYouTagStory')}</p>
        </div>
      )}
    </section>
  )
}

function Facts({ story, filter }: { readonly story: StoryPart<FactListPart>; readonly filter: Filter }) {
  const order = usePanels(({ walk }) => walk)
  const desk = useNewsroom(({ desk }) => desk)
  const sources = useMemo(() => sourceBook(desk.sources), [desk.sources])
  const scroller = useRef<HTMLDivElement>(null)
  const { panels } = useWindowServices()
  const { assessments, current } = story
  // Without a filter the walk from fact to fact does not touch the list.
  const kept = filter === 'all' ? null : current
  const { standing, tray } = useMemo(() => {
    const open = filter === 'open' ? new Set(openFacts(assessments)) : undefined
    const shown = inWalkOrder(assessments, order, sources).filter(
      (fact) => filter === 'all' || fact.id === kept || (open ? open.has(fact) : fact.status === filter),
    )
    return { standing: shown.filter((fact) => !isInTray(fact)), tray: shown.filter(isInTray) }
  }, [assessments, filter, kept, order, sources])

  /** Unfolds the row of a fact, or folds the one that is open. In review the fact stays selected, and its row open. */
  const fold = (id: string, isOpen: boolean): void => {
    if (isOpen) story.jump({ kind: 'fact', fact: id }, false)
    else if (!panels.store.getState().review && id === current) {
      story.setCurrent(null)
      focusOn(PLACES.fact(id))
    }
  }

  if (assessments.length === 0) return <EmptyFacts />
  return (
    <>
      <div className="facts-scroll" ref={scroller} onKeyDown={(event) => stepThroughFacts(event, fold)}>
        <FactList facts={standing} story={story} sources={sources} scroller={scroller} />
        {tray.length > 0 ? (
          <>
            <h2 className="tray-title">{factsPanelText('factsPanel.outCopyCount', { count: tray.length })}</h2>
            <ul className="fact-list" aria-label={factsPanelText('factsPanel.factsOutCopy')}>
              {tray.map((fact) => (
                <FactRow
                  key={fact.id}
                  fact={fact}
                  story={story}
                  sources={sources}
                  open={fact.id === current}
                  pending={false}
                  inside={false}
                />
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </>
  )
}

const Filters = memo(function Filters({
  assessments,
  filter,
  onFilter,
}: {
  readonly assessments: readonly Assessment[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}) {
  const open = openFacts(assessments).length
  const { panels } = useWindowServices()
  const order = usePanels(({ walk }) => walk)
  const isStatus = filter !== 'all' && filter !== 'open'
  return (
    <div className="fact-filters" role="group" aria-label={factsPanelText('factsPanel.show')}>
      <span className="choices">
        <button type="button" aria-pressed={filter === 'open'} onClick={() => onFilter('open')}>
          {factsPanelText('factsPanel.open', { open })}
        </button>
        <button type="button" aria-pressed={filter === 'all'} onClick={() => onFilter('all')}>
          {factsPanelText('factsPanel.all', { count: countInCopy(assessments) })}
        </button>
      </span>
      {order === 'backup' ? (
        <button
          type="button"
          className="chip"
          aria-pressed="true"
          onClick={() => panels.store.setState({ walk: 'text' })}
        >
          {factsPanelText('factsPanel.backup')}
        </button>
      ) : null}
      <Menu
        label={factsPanelText('factsPanel.status')}
        items={() => statusItems(assessments, filter, onFilter)}
        trigger={
          <Button look="plain" className="fact-statuses" aria-pressed={isStatus}>
            {isStatus ? STATUS_WORDS[filter] : factsPanelText('factsPanel.status')}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      />
    </div>
  )
})

/** Every status that a fact has, with its number: the ten in their order, then the tray. */
function statusItems(
  assessments: readonly Assessment[],
  filter: Filter,
  onFilter: (filter: Filter) => void,
): readonly MenuItem[] {
  const counts = new Map<FactStatus, number>()
  for (const { status } of assessments) counts.set(status, (counts.get(status) ?? 0) + 1)
  return FACT_STATUSES.flatMap((status) => {
    const count = counts.get(status)
    return count === undefined
      ? []
      : [
          {
            id: status,
            mark: <StatusMark status={status} />,
            label: `${STATUS_WORDS[status]} ${count}`,
            checked: filter === status,
            onSelect: () => onFilter(filter === status ? 'all' : status),
          },
        ]
  })
}

function EmptyFacts() {
  const review = usePanels(({ review }) => review)
  const readOnly = useStoryReadOnly()
  return (
    <div className="empty">
      <strong>{factsPanelText('factsPanel.noFactsTaggedYet')}</strong>
      {readOnly === undefined ? (
        <p>
          {factsPanelText('factsPanel.howToTag')} <CommandKey id="fact.tag" />
          {factsPanelText('factsPanel.factStandsHereUntil')}
        </p>
      ) : null}
      {review ? <p>{factsPanelText('factsPanel.escGoesBackWriting')}</p> : null}
    </div>
  )
}

/** Up and down walk the rows; right unfolds the row that has the keyboard, and left folds it, also from inside. */
function stepThroughFacts(event: KeyboardEvent<HTMLElement>, fold: (fact: string, isOpen: boolean) => void): void {
  const { key, target } = event
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-fact]') : null
    const fact = row?.dataset['fact']
    const isPlain = target instanceof HTMLElement && target.matches('button')
    const isOpen = row?.dataset['open'] === 'true'
    if (fact === undefined || !isPlain || event.defaultPrevented || isOpen === (key === 'ArrowRight')) return
    event.preventDefault()
    return fold(fact, key === 'ArrowRight')
  }
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return
  const rows = placesCalled(PLACES.facts).filter((row) => event.currentTarget.contains(row))
  const here = rows.findIndex((row) => row === document.activeElement)
  const next = rows[here + (key === 'ArrowDown' ? 1 : -1)]
  if (here < 0 || !next) return
  event.preventDefault()
  next.focus()
}
