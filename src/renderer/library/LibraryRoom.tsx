import { libraryText } from '../../catalogue/window/library'
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { Button, TextField } from '../ui'
import type { SearchHit } from '../../story/requests/requests'
import { keysOf, runCommand, useNewsroom } from '../state'
import { groupStories } from './groupStories'
import { QueueButton } from './QueueButton'
import { StoryRow } from './StoryRow'
import { useWindowServices } from '../state/windowServices'
import { focusPlace, placesCalled } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './library.css'

const SEARCH_PAUSE_MS = 150

/** Lists every story of the library by stage, with a search field on top. */
export function LibraryRoom() {
  const stories = useNewsroom(({ stories }) => stories)
  const [query, setQuery] = useState('')
  const hits = useSearch(query)
  const groups = useMemo(() => groupStories(stories), [stories])
  return (
    <section className="library" aria-label={libraryText('library.title')} onKeyDown={stepThroughStories}>
      <div className="library-search">
        <TextField
          label={libraryText('library.search')}
          hideLabel
          type="search"
          placeholder={libraryText('library.search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <QueueButton />
      <div className="library-list">
        {query.trim() !== '' ? (
          <Hits hits={hits} query={query} />
        ) : stories.length === 0 ? (
          <EmptyLibrary />
        ) : (
          groups.map((group) => (
            <div key={group.id} className="library-group" data-stage={group.id}>
              <h2 className="library-title">
                {group.title}
                <span className="library-count">{group.stories.length}</span>
              </h2>
              <ul>
                {group.stories.map((story) => (
                  <StoryRow key={story.id} story={story} />
                ))}
              </ul>
            </div>
          ))
        )}
      </div>
    </section>
  )
}

function useSearch(query: string): readonly SearchHit[] | null {
  const { act } = useWindowServices().newsroom
  const [found, setFound] = useState<{ readonly query: string; readonly hits: readonly SearchHit[] } | null>(null)
  const wanted = query.trim()
  useEffect(() => {
    if (wanted === '') return
    let stale = false
    const timer = setTimeout(() => {
      void act('story.search', { query: wanted, limit: 40 }).then((outcome) => {
        if (!stale) setFound({ query: wanted, hits: outcome.ok ? outcome.value : [] })
      })
    }, SEARCH_PAUSE_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [wanted, act])
  return found?.query === wanted ? found.hits : null
}

function Hits({ hits, query }: { readonly hits: readonly SearchHit[] | null; readonly query: string }) {
  const { openStory } = useWindowServices().newsroom
  const storyId = useNewsroom(({ session }) => session?.id ?? null)
  if (hits === null) return <p className="empty">{libraryText('library.searching')}</p>
  if (hits.length === 0) return <p className="empty">{libraryText('library.nothingFound')}</p>
  return (
    <ul>
      {hits.map((hit) => (
        <li key={hit.id} className="story-row">
          <button
            ref={focusPlace(PLACES.stories, ...(hit.id === storyId ? [PLACES.paneStart('library')] : []))}
            type="button"
            className="story-open"
            aria-current={hit.id === storyId ? 'true' : undefined}
            onClick={() => void openStory(hit.id, { searched: query })}
          >
            <span className="story-headline" dir="auto">
              {hit.headline || libraryText('shared.untitled')}
            </span>
            {hit.snippet === hit.headline ? null : (
              <span className="story-snippet" dir="auto">
                {hit.snippet}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}

const EmptyLibrary = () => (
  <div className="empty">
    <strong>{libraryText('library.empty')}</strong>
    <p>{libraryText('library.emptyNote')}</p>
    <Button keys={keysOf('story.new')} onClick={() => runCommand('story.new')}>
      {libraryText('library.startStory')}
    </Button>
    <Button keys={keysOf('story.import')} onClick={() => runCommand('story.import')}>
      {libraryText('library.importFile')}
    </Button>
  </div>
)

/** Arrow keys move through the stories, Home and End go to the ends. In the search field Enter opens the first hit. */
function stepThroughStories(event: KeyboardEvent<HTMLElement>): void {
  const rows = placesCalled(PLACES.stories)
  const here = rows.findIndex((row) => row === document.activeElement)
  if (here < 0) {
    if (event.key === 'ArrowDown' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      rows[0]?.focus()
    }
    if (
      event.key === 'Enter' &&
      event.target instanceof HTMLInputElement &&
      event.target.value.trim() !== '' &&
      !event.nativeEvent.isComposing
    ) {
      rows[0]?.focus()
      rows[0]?.click()
    }
    return
  }
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (next === undefined) return
  event.preventDefault()
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus()
}
