import { libraryText } from '../../../../catalogue/window/library'
import { Ban, CircleAlert, Clock, Globe } from 'lucide-react'
import { Fragment, memo, useId, type MouseEvent } from 'react'
import { useStore } from 'zustand'
import type { StorySummary } from '../../../../story/requests/requests'
import { useNewsroom } from '../../../state'
import { useMinute } from '../../../state/hooks/useMinute'
import { useWindowServices } from '../../../state/windowServices'
import { findPlace, focusNow, focusPlace } from '../../../ui/focus/focusService'
import { PLACES } from '../../../state/focusPlaces'
import { RowMenu } from './RowMenu'
import { headlineLanguage } from '../../headlineLanguage'
import { rowState } from './rowState'
import { rowTime } from './rowTime'

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
  const press = ({ ctrlKey, metaKey, shiftKey, detail }: MouseEvent): void => {
    if (!story) return
    if (ctrlKey || metaKey) return selectOne(story)
    if (shiftKey) return selectTo(offset)
    selection.clear()
    setDrawer(null)
    void openStory(story.id)
    // A click leaves the keyboard in the list, for the next story. Enter on the open one goes to its words.
    if (isOpen && detail === 0) focusNow(findPlace(PLACES.sheet))
  }
  return (
    <li
      className="story-row"
      data-menu-row=""
      data-open={isOpen}
      data-selected={isSelected}
      data-stage={story?.stage}
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
          aria-label={libraryText('row.select', { headline: headlineOf(story) })}
          checked={isSelected}
          onChange={() => selectOne(story)}
        />
      ) : null}
      {story && story.unavailable === undefined ? <RowMenu story={story} isActive={isActive} /> : null}
    </li>
  )
})

/** A story that cannot be read has a headline, too, but nobody knows it. */
const headlineOf = ({ headline, unavailable }: StorySummary): string =>
  headline.trim() || libraryText(unavailable === undefined ? 'shared.untitled' : 'row.unreadable')

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
      <span className="story-headline" dir="auto" lang={headlineLanguage(story.headline)}>
        {headlineOf(story)}
      </span>{' '}
      <span className="story-line">
        {story.unavailable === undefined ? (
          <>
            <Who story={story} id={`${id}-who`} /> <State story={story} now={now} />
          </>
        ) : (
          <>
            {story.stage === 'killed' ? <State story={story} now={now} /> : null}
            <span className="story-problem">{story.unavailable}</span>
          </>
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

const MARKS = { live: Globe, killed: Ban, embargo: Clock, issues: CircleAlert, tk: undefined } as const

function State({ story, now }: { readonly story: StorySummary; readonly now: string }) {
  const defaults = useNewsroom(({ desk }) => desk.settings.defaults)
  return (
    <span className="story-state">
      {rowState(story, now, defaults).map(({ tone, mark, words, isBrief, title }, at) => {
        const Mark = mark && MARKS[mark]
        return (
          <Fragment key={words}>
            {at > 0 ? ' ' : ''}
            <span className="story-flag" data-tone={tone} data-mark={mark} title={isBrief ? words : title}>
              {Mark ? <Mark aria-hidden="true" /> : null}
              {isBrief ? <span className="visually-hidden">{words}</span> : words}
            </span>
          </Fragment>
        )
      })}
    </span>
  )
}
