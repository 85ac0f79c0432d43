import { libraryText } from '../../../catalogue/window/library'
import { memo, useId, type MouseEvent } from 'react'
import { useStore } from 'zustand'
import { StatusCount } from '../../facts/Status'
import type { FactStatus } from '../../../story/ledger/fact'
import type { StorySummary } from '../../../story/requests/requests'
import { useNewsroom } from '../../state'
import { embargoRuns } from '../../fields/embargoTime'
import { useMinute } from '../../state/hooks/useMinute'
import { formatInteger } from '../../../story/text/formatInteger'
import { useWindowServices } from '../../state/windowServices'
import { focusPlace } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import { RowMenu } from './RowMenu'
import { rowTime } from './rowTime'

/** The order of the counts: blocking statuses first. */
const SHOWN: readonly FactStatus[] = [
  'reCheck',
  'wrong',
  'disputed',
  'lost',
  'queried',
  'toCheck',
  'unverifiable',
  'onAuthor',
  'letStand',
  'verified',
]
/** Counts that fit beside the author. The others are one number. */
const MOST_COUNTS = 4

export interface RowPlace {
  /** Offset over all groups, and number in the group from 1. */
  readonly offset: number
  readonly number: number
  readonly of: number
  /** CSS pixels. */
  readonly top: number
}

export interface StoryRowProps {
  /** Undefined until its page is there. */
  readonly story: StorySummary | undefined
  readonly place: RowPlace
  /** The one tab stop of the list. */
  readonly isActive: boolean
  readonly onFocus: (place: { readonly offset: number; readonly id: string | undefined }) => void
  readonly selectOne: (story: StorySummary) => void
  readonly selectTo: (offset: number) => void
}

/** One story of the list. */
export const StoryRow = memo(function StoryRow({
  story,
  place: { offset, number, of, top },
  isActive,
  onFocus,
  selectOne,
  selectTo,
}: StoryRowProps) {
  const { openStory, selection } = useWindowServices().newsroom
  const { setDrawer } = useWindowServices().panels
  const id = useId()
  const isOpen = useNewsroom(({ session }) => session !== null && session.id === story?.id)
  const isSelected = useStore(selection.store, ({ chosen }) => story !== undefined && chosen.has(story.id))
  const press = ({ ctrlKey, metaKey, shiftKey }: MouseEvent): void => {
    if (!story) return
    if (ctrlKey || metaKey) return selectOne(story)
    if (shiftKey) return selectTo(offset)
    selection.clear()
    setDrawer(null)
    void openStory(story.id)
  }
  return (
    <li
      className="story-row"
      data-open={isOpen}
      data-selected={isSelected}
      aria-posinset={number}
      aria-setsize={of}
      style={{ insetBlockStart: top }}
      // Its menu too: the keyboard follows the story whose menu was used.
      onFocus={() => onFocus({ offset, id: story?.id })}
    >
      <button
        ref={focusPlace(
          PLACES.stories,
          ...(story ? [PLACES.storyRow(story.id)] : []),
          ...(isActive ? [PLACES.activeStory, PLACES.paneStart('library')] : []),
        )}
        type="button"
        className="story-open"
        tabIndex={isActive ? 0 : -1}
        aria-current={isOpen ? 'true' : undefined}
        aria-busy={story ? undefined : true}
        aria-describedby={`${id}-who ${id}-time`}
        onClick={press}
      >
        {story ? (
          <RowWords story={story} id={id} />
        ) : (
          <span className="visually-hidden">{libraryText('list.loading')}</span>
        )}
      </button>
      {story ? (
        <input
          type="checkbox"
          className="story-check"
          // By keys: Ctrl+Space on the row.
          tabIndex={-1}
          aria-label={libraryText('row.select', { headline: story.headline.trim() || libraryText('shared.untitled') })}
          checked={isSelected}
          onChange={() => selectOne(story)}
        />
      ) : null}
      {story && story.unavailable === undefined ? <RowMenu story={story} isActive={isActive} /> : null}
    </li>
  )
})

/** Author and time describe the button. Its name is what tells it from others: slug, headline and what is open. */
function RowWords({ story, id }: { readonly story: StorySummary; readonly id: string }) {
  const now = useMinute(true)
  return (
    <>
      <span className="story-top">
        <bdi className="story-slug">{story.slug}</bdi>{' '}
        <time id={`${id}-time`} aria-hidden="true" className="story-time" dateTime={story.updated}>
          {rowTime(story.updated, now)}
        </time>
      </span>{' '}
      <span className="story-headline" dir="auto">
        {story.headline.trim() || libraryText('shared.untitled')}
      </span>{' '}
      <span className="story-line">
        {story.unavailable === undefined ? (
          <>
            <Who story={story} id={`${id}-who`} /> <Counts story={story} now={now} />
          </>
        ) : (
          <span className="story-trouble">{story.unavailable}</span>
        )}
      </span>
    </>
  )
}

const Who = ({ story: { by = '', desk = '' }, id }: { readonly story: StorySummary; readonly id: string }) =>
  by === '' && desk === '' ? null : (
    <bdi id={id} aria-hidden="true" className="story-who">
      {[by, desk].filter(Boolean).join(' · ')}
    </bdi>
  )

function Counts({ story, now }: { readonly story: StorySummary; readonly now: string }) {
  const counted = SHOWN.filter((status) => (story.facts[status] ?? 0) > 0)
  const shown = counted.length > MOST_COUNTS ? counted.slice(0, MOST_COUNTS - 1) : counted
  const others = counted.slice(shown.length)
  return (
    <span className="story-state">
      {shown.map((status) => (
        <StatusCount key={status} status={status} count={story.facts[status] ?? 0} />
      ))}
      {others.length > 0 ? (
        <span>
          {libraryText('row.moreFacts', {
            count: others.reduce((sum, status) => sum + (story.facts[status] ?? 0), 0),
          })}
        </span>
      ) : null}
      {counted.length === 0 || story.wordTarget > 0 ? (
        <span>
          {story.wordTarget > 0
            ? libraryText('row.wordsOf', {
                count: formatInteger(story.words),
                target: formatInteger(story.wordTarget),
              })
            : libraryText('row.words', { count: story.words })}
        </span>
      ) : null}
      {embargoRuns(story.embargo, now) ? <span>{libraryText('row.embargo')}</span> : null}
      {story.version > 1 ? <span>v{story.version}</span> : null}
    </span>
  )
}
