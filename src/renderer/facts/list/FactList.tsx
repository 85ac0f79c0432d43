import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, type RefObject } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Source } from '../../../story/desk/source'
import type { StoryPart } from '../../state'
import { FactRow } from './FactRow'
import { factsInside } from './factsInside'

/** What the list and the details of its rows show of a story. */
export const FACT_LIST_PARTS = [
  'id',
  'session',
  'story',
  'copy',
  'entries',
  'assessments',
  'clear',
  'transcripts',
  'current',
  'setCurrent',
  'jump',
] as const
export type FactListPart = (typeof FACT_LIST_PARTS)[number]

interface FactListProps {
  readonly facts: readonly Assessment[]
  readonly story: StoryPart<FactListPart>
  readonly sources: ReadonlyMap<string, Source>
  readonly scroller: RefObject<HTMLDivElement | null>
}

/** Rows. Only the visible part of a longer list is drawn. */
const LONG = 80
const ROW_PX = 52

export function FactList(props: FactListProps) {
  return props.facts.length > LONG ? <LongList {...props} /> : <ShortList {...props} />
}

function ShortList({ facts, story, sources, scroller }: FactListProps) {
  const { current } = story
  const changing = changingFacts(story)
  const inside = useMemo(() => factsInside(facts), [facts])
  /** New evidence makes the open row taller: it comes into sight again with what was added. */
  const pieces = facts.find(({ id }) => id === current)?.evidence.length
  useEffect(() => {
    if (current === null) return
    scroller.current?.querySelector(`[data-fact="${CSS.escape(current)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current, pieces, scroller])
  return (
    <ul className="fact-list" aria-label={factsPanelText('factList.factsCopy')}>
      {facts.map((fact) => (
        <FactRow
          key={fact.id}
          fact={fact}
          story={story}
          sources={sources}
          open={fact.id === current}
          pending={changing.has(fact.id)}
          inside={inside.has(fact.id)}
        />
      ))}
    </ul>
  )
}

function LongList({ facts, story, sources, scroller }: FactListProps) {
  'use no memo'
  const { current } = story
  const changing = changingFacts(story)
  const inside = factsInside(facts)
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is kept between renders
  const rows = useVirtualizer({
    count: facts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    getItemKey: (index) => facts[index]?.id ?? index,
  })
  const at = current === null ? -1 : facts.findIndex((fact) => fact.id === current)
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])
  const drawn = rows.getVirtualItems()
  return (
    <ul
      className="fact-list fact-list-long"
      aria-label={factsPanelText('factList.factsCopy')}
      style={{ blockSize: rows.getTotalSize(), paddingBlockStart: drawn[0]?.start ?? 0 }}
    >
      {drawn.map((item) => {
        const fact = facts[item.index]
        return fact ? (
          <FactRow
            key={item.key}
            fact={fact}
            story={story}
            sources={sources}
            open={fact.id === current}
            pending={changing.has(fact.id)}
            inside={inside.has(fact.id)}
            measure={rows.measureElement}
            place={{ index: item.index, of: facts.length }}
          />
        ) : null
      })}
    </ul>
  )
}

/** Facts that a pending suggestion would change. */
const changingFacts = ({ story }: StoryPart<'story'>): ReadonlySet<string> =>
  new Set((story.suggestions ?? []).flatMap(({ facts }) => facts))
