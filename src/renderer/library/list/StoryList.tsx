import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { StoryGroupId } from '../../../story/requests/requests'
import { rowAt, type ShownStories } from '../../state/stores/stories/storyList'
import { useNewsroom } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { activeAt, followActive, lineOfActive, type ActiveLine } from './layout/activeLine'
import { GroupHeading } from './GroupHeading'
import { groupTitle } from './groupTitle'
import { heightOf, topOf } from './layout/lineHeights'
import { layOutList, lineAt, type ListGroup, type ListLayout, type ListLine } from './layout/listLayout'
import { StoryRow, type StoryRowProps } from './row/StoryRow'
import { useListFocus } from './useListFocus'
import { useListKeys } from './useListKeys'
import { useListSelection } from './useListSelection'
import { useScrollPlace } from './layout/useScrollPlace'
import './list.css'

/** Rows drawn above and below the visible ones. */
const OVERSCAN = 8

interface StoryListProps {
  readonly shown: ShownStories
  readonly scroller: HTMLElement
}

/** The stories by group. Only the visible rows are on the page, whatever the length of the list. */
export function StoryList({ shown, scroller }: StoryListProps) {
  'use no memo'
  const { storyList } = useWindowServices().newsroom
  const current = useNewsroom(({ session }) => session?.id)
  const [folded, setFolded] = useState<ReadonlySet<StoryGroupId>>(new Set())
  const [chosen, setChosen] = useState<ActiveLine | null>(null)
  const layout = useMemo(() => layOutList(shown.groups, folded), [shown.groups, folded])
  const active = followActive(chosen, shown)
  if (active !== chosen) setChosen(active)
  const activeLine = lineOfActive(layout, active)

  const lines = useVirtualizer({
    count: layout.lines,
    getScrollElement: () => scroller,
    estimateSize: (line) => heightOf(layout, line),
    // Another function computes the heights again, which only another layout needs.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
    getItemKey: useCallback((line: number) => line, [layout]),
    overscan: OVERSCAN,
    rangeExtractor: (range) => withActive(range, activeLine),
  })
  const drawn = lines.getVirtualItems().flatMap(({ index }) => lineAt(layout, index) ?? [])
  const stop = active ?? firstStop(drawn, shown, current)

  useEffect(() => {
    storyList.draw(
      drawn.flatMap((line) => (line.kind === 'story' ? [line.offset] : [])),
      active?.kind === 'story' ? active.id : undefined,
    )
  })
  useScrollPlace({ shown, layout, scroller })
  const focusLine = useListFocus(scroller)
  const moveTo = (line: number): void => {
    const found = lineAt(layout, line)
    if (!found) return
    setChosen(activeAt(found, shown))
    lines.scrollToIndex(line, { align: 'auto' })
    focusLine()
  }
  const fold = (id: StoryGroupId): void => setFolded((now) => toggled(now, id))
  const { selectOne, selectTo } = useListSelection({ shown, active })
  useListKeys({ layout, shown, activeLine, moveTo, selectTo, fold, scroller })
  const focusStory = useCallback(
    (place: { readonly offset: number; readonly id: string | undefined }) => setChosen({ kind: 'story', ...place }),
    [],
  )

  return (
    <div className="library-rows" style={{ blockSize: lines.getTotalSize() }} onPointerMove={storyList.aim}>
      {byGroup(drawn).map(({ group, heading, offsets }) => (
        <div key={group.id} className="library-group" data-stage={group.id}>
          {heading ? (
            <GroupHeading
              group={group}
              top={topOf(layout, group.line)}
              isActive={stop?.kind === 'heading' && stop.id === group.id}
              onFocus={() => setChosen({ kind: 'heading', id: group.id })}
              onFold={() => fold(group.id)}
            />
          ) : null}
          {offsets.length > 0 ? (
            <ul aria-label={groupTitle(group.id)}>
              {offsets.map((offset) => (
                <PlacedRow
                  key={keyAt(shown, offset, stop)}
                  {...{ shown, layout, group, offset, onFocus: focusStory, selectOne, selectTo }}
                  isActive={stop?.kind === 'story' && stop.offset === offset}
                />
              ))}
            </ul>
          ) : null}
        </div>
      ))}
    </div>
  )
}

interface PlacedRowProps {
  readonly shown: ShownStories
  readonly layout: ListLayout
  readonly group: ListGroup
  readonly offset: number
  readonly isActive: boolean
  readonly onFocus: StoryRowProps['onFocus']
  readonly selectOne: StoryRowProps['selectOne']
  readonly selectTo: StoryRowProps['selectTo']
}

function PlacedRow({ shown, layout, group, offset, isActive, onFocus, selectOne, selectTo }: PlacedRowProps) {
  const number = offset - group.offset + 1
  const top = topOf(layout, group.line + number)
  const place = useMemo(() => ({ offset, number, of: group.count, top }), [offset, number, group.count, top])
  return <StoryRow story={rowAt(shown, offset)} {...{ place, isActive, onFocus, selectOne, selectTo }} />
}

/** A row keeps its element, and the keyboard in it, while its story moves. */
const keyAt = (shown: ShownStories, offset: number, active: ActiveLine | null): string =>
  rowAt(shown, offset)?.id ??
  (active?.kind === 'story' && active.offset === offset ? active.id : undefined) ??
  `at ${offset}`

/** The active line is drawn wherever it is: it may hold the keyboard. */
function withActive(range: Range, active: number | undefined): number[] {
  const drawn = defaultRangeExtractor(range)
  return active === undefined || drawn.includes(active) ? drawn : [...drawn, active].sort((a, b) => a - b)
}

/** The tab stop before the person has been in the list: the open story, else the first one. */
function firstStop(drawn: readonly ListLine[], shown: ShownStories, current: string | undefined): ActiveLine | null {
  const stories = drawn.filter((line) => line.kind === 'story')
  const line = stories.find(({ offset }) => rowAt(shown, offset)?.id === current) ?? stories[0] ?? drawn[0]
  return line ? activeAt(line, shown) : null
}

interface DrawnGroup {
  readonly group: ListGroup
  readonly heading: boolean
  readonly offsets: readonly number[]
}

const byGroup = (drawn: readonly ListLine[]): readonly DrawnGroup[] =>
  [...new Set(drawn.map(({ group }) => group))].map((group) => {
    const own = drawn.filter((line) => line.group === group)
    return {
      group,
      heading: own.some(({ kind }) => kind === 'heading'),
      offsets: own.flatMap((line) => (line.kind === 'story' ? [line.offset] : [])),
    }
  })

const toggled = <T,>(set: ReadonlySet<T>, one: T): ReadonlySet<T> =>
  set.has(one) ? new Set([...set].filter((other) => other !== one)) : new Set([...set, one])
