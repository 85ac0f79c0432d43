import { libraryText } from '../../../catalogue/window/library'
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useStore } from 'zustand'
import { parseQuery } from '../../../story/query/parseQuery'
import { placeOfSearch } from '../../../story/query/placeOfSearch'
import { placesOfTerms } from '../../../story/query/snippet'
import type { StoryQuery } from '../../../story/query/storyQuery'
import type { SearchHit } from '../../../story/requests/requests'
import { Button } from '../../ui'
import { useNewsroom } from '../../state'
import { useWindowServices, type WindowServices } from '../../state/windowServices'
import { focusPlace, placesCalled } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import { askToDelete } from '../deletion/askToDelete'
import { headlineLanguage } from '../headlineLanguage'
import { PacedQuestion } from './pacedQuestion'
import { cutAtMarks, type Piece } from './pieces'

/** Milliseconds: fewer than between two keys of a fast typist, so that nobody waits for it. */
const SEARCH_PAUSE_MS = 30
/** Hits at first, and added with each “Show more”. */
const STEP = 60

export type HitOrder = 'best' | 'newest'

export interface FoundHits {
  readonly query: string
  readonly hits: readonly SearchHit[]
  readonly problem?: string
  /** They are of an earlier query: the next ones are on their way. */
  readonly isStale: boolean
  readonly showMore: (() => void) | undefined
}

/**
 * Asks for the stories that match while a person types. The last hits stay until the next ones are there. Stories
 * that change without pause do not put the question off.
 */
export function useHits(query: string, sort: HitOrder): FoundHits | undefined {
  const { call } = useWindowServices().newsroom
  const changes = useNewsroom(({ storyChanges }) => storyChanges)
  const [found, setFound] = useState<Pick<FoundHits, 'query' | 'hits' | 'problem'>>()
  const [more, setMore] = useState({ query: '', limit: STEP })
  const again = useRef<() => void>(undefined)
  const wanted = query.trim()
  const limit = more.query === wanted ? more.limit : STEP
  useEffect(() => {
    if (wanted === '') return
    const asking = new PacedQuestion(
      // Sent past the notices: results that follow the stories are no action of the person.
      () => call('act', { action: 'story.search', request: { query: wanted, limit, sort, partly: true } }),
      (outcome) => {
        if (outcome.ok) setFound({ query: wanted, hits: outcome.value as readonly SearchHit[] })
        else setFound({ query: wanted, hits: [], problem: outcome.message })
      },
      { pause: SEARCH_PAUSE_MS },
    )
    again.current = asking.soon
    asking.soon()
    return asking.end
  }, [wanted, sort, limit, call])
  useEffect(() => again.current?.(), [changes])
  if (!found || wanted === '') return undefined
  const showMore = found.hits.length >= limit ? () => setMore({ query: wanted, limit: limit + STEP }) : undefined
  return { ...found, isStale: found.query !== wanted, showMore }
}

/** The stories that hold the words, with the place where they stand. */
export function Hits({ found, query }: { readonly found: FoundHits | undefined; readonly query: string }) {
  const services = useWindowServices()
  if (!found) return <p className="empty">{libraryText('library.searching')}</p>
  if (found.problem !== undefined)
    return (
      <p className="problem list-problem" role="alert">
        {found.problem}
      </p>
    )
  if (found.hits.length === 0)
    return <p className="empty">{libraryText(found.isStale ? 'library.searching' : 'library.nothingFound')}</p>
  const sought = parseQuery(found.query, { typing: true })
  return (
    <div onKeyDown={(event) => stepThroughHits(event, found.hits, services)}>
      <ul aria-label={libraryText('search.results')} aria-busy={found.isStale}>
        {found.hits.map((hit, at) => (
          <HitRow key={hit.id} hit={hit} query={query} sought={sought} before={() => found.hits.slice(0, at + 1)} />
        ))}
      </ul>
      {found.showMore ? (
        <Button className="search-more" onClick={found.showMore}>
          {libraryText('search.more')}
        </Button>
      ) : null}
    </div>
  )
}

/** Text with the sought words marked. */
const Marked = ({ pieces }: { readonly pieces: readonly Piece[] }) =>
  pieces.map(({ text, isMarked }, at) => (isMarked ? <mark key={at}>{text}</mark> : text))

interface HitRowProps {
  readonly hit: SearchHit
  readonly query: string
  /** The query that found it, as read. */
  readonly sought: StoryQuery
  /** The hits down to this one. */
  readonly before: () => readonly SearchHit[]
}

function HitRow({ hit, query, sought, before }: HitRowProps) {
  const { openStory, selection } = useWindowServices().newsroom
  const { setDrawer } = useWindowServices().panels
  const isOpen = useNewsroom(({ session }) => session?.id === hit.id)
  const isSelected = useStore(selection.store, ({ chosen }) => chosen.has(hit.id))
  const headline = hit.headline || libraryText('shared.untitled')
  const press = ({ ctrlKey, metaKey, shiftKey }: MouseEvent): void => {
    if (ctrlKey || metaKey) return selection.toggle(hit)
    if (shiftKey) {
      const hits = before()
      const from = hits.findIndex(({ id }) => id === selection.anchor)
      return selection.rows(hits.slice(Math.max(from, 0)))
    }
    selection.clear()
    setDrawer(null)
    void openStory(hit.id, { searched: (copy) => placeOfSearch(copy, query) })
  }
  return (
    <li className="story-row" data-open={isOpen} data-selected={isSelected}>
      <button
        ref={focusPlace(PLACES.stories, ...(isOpen ? [PLACES.paneStart('library')] : []))}
        type="button"
        className="story-open"
        aria-current={isOpen ? 'true' : undefined}
        onClick={press}
        onKeyDown={(event) => {
          if (event.key !== ' ' || !event.ctrlKey) return
          event.preventDefault()
          selection.toggle(hit)
        }}
      >
        <span className="story-headline" dir="auto" lang={headlineLanguage(headline)}>
          <Marked
            pieces={cutAtMarks(
              headline,
              hit.headline ? placesOfTerms(headline, sought).map(({ from, to }) => [from, to] as const) : [],
            )}
          />
        </span>{' '}
        {hit.snippet === hit.headline ? null : (
          <span className="story-snippet" dir="auto">
            <Marked pieces={cutAtMarks(hit.snippet, hit.marks ?? [])} />
          </span>
        )}
      </button>
      <input
        type="checkbox"
        className="story-check"
        tabIndex={-1}
        aria-label={libraryText('row.select', { headline })}
        checked={isSelected}
        onChange={() => selection.toggle(hit)}
      />
    </li>
  )
}

/**
 * Arrow keys move through the hits, Home and End go to the ends, with Shift they select. Ctrl+A selects all of the
 * search, Escape none. Delete asks whether to delete the selected stories, or the focused one.
 */
function stepThroughHits(
  event: KeyboardEvent<HTMLElement>,
  hits: readonly SearchHit[],
  services: Pick<WindowServices, 'newsroom' | 'panels'>,
): void {
  const { selection } = services.newsroom
  if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    return void selection.all()
  }
  if (event.key === 'Escape' && selection.store.getState().chosen.size > 0) {
    event.preventDefault()
    return selection.clear()
  }
  const rows = placesCalled(PLACES.stories)
  const here = rows.findIndex((row) => row === document.activeElement)
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key]
  const focused = hits[here]
  if (!focused) return
  if (event.key === 'Delete') {
    event.preventDefault()
    return askToDelete(services, focused)
  }
  if (next === undefined) return
  event.preventDefault()
  const to = Math.min(Math.max(next, 0), rows.length - 1)
  if (event.shiftKey) {
    if (selection.anchor === undefined) selection.anchorAt(focused.id)
    const began = hits.findIndex(({ id }) => id === selection.anchor)
    const from = began < 0 ? here : began
    selection.rows(hits.slice(Math.min(from, to), Math.max(from, to) + 1))
  }
  rows[to]?.focus()
}
