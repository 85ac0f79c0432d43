import { libraryText } from '../../../catalogue/window/library'
import { useEffectEvent, useLayoutEffect, useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { ListFilter, Search, SquarePen, X } from 'lucide-react'
import { IconButton, TextField } from '../../ui'
import { shortcutOf, runCommand, useCommand, useNewsroom, usePanels } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { findPlace, focusNow, focusOn, focusPlace } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import { parseQuery } from '../../../story/query/parseQuery'
import { printFilter } from '../../../story/query/printQuery'
import { FilterForm } from './FilterForm'
import { withoutFilter } from './filterText'
import { filterWords } from './filterWords'
import './search.css'

/** The search field, what was understood of it, and a form that writes filters into it. */
export function SearchField({ onKeyDown }: { readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void }) {
  const { newsroom, panels } = useWindowServices()
  const { storyList } = newsroom
  const query = useStore(storyList.store, ({ query }) => query)
  const seeking = usePanels((state) => state.seeking)
  const [isFiltering, setFiltering] = useState(seeking === 'filter')
  const canWrite = useNewsroom(({ readOnly, person }) => readOnly === undefined && person !== undefined)
  const paletteKeys = query === '' ? shortcutOf('view.palette') : ''
  const { filters, problem } = parseQuery(query, { typing: true })
  const toggleFilters = (): void => {
    setFiltering(!isFiltering)
    if (!isFiltering) focusOn(PLACES.filters)
  }
  const arrive = useEffectEvent((): void => {
    if (seeking === null) return
    panels.store.setState({ seeking: null })
    // Not at once: what holds the keyboard until then may come in the same frame.
    focusOn(seeking === 'filter' ? PLACES.filters : PLACES.search)
  })
  useLayoutEffect(() => arrive(), [seeking])
  useCommand('library.search', () => focusNow(findPlace(PLACES.search)))
  useCommand('library.filter', toggleFilters)
  return (
    <div className="library-search">
      <div className="search-line">
        <Search className="search-icon" aria-hidden="true" />
        <TextField
          ref={focusPlace(PLACES.search)}
          label={libraryText('library.search')}
          hideLabel
          type="search"
          autoComplete="off"
          placeholder={libraryText('library.search')}
          value={query}
          onChange={(event) => storyList.type(event.target.value)}
          title={hint(libraryText('library.searchHint'))}
          onKeyDown={onKeyDown}
        />
        {/* Over the end of the empty field: the words of every story, and every command. */}
        {paletteKeys ? (
          <button
            type="button"
            className="search-keys"
            tabIndex={-1}
            aria-hidden="true"
            onClick={() => runCommand('view.palette')}
          >
            {paletteKeys}
          </button>
        ) : null}
        <IconButton
          label={libraryText('filter.button')}
          icon={<ListFilter aria-hidden="true" />}
          aria-expanded={isFiltering}
          onClick={toggleFilters}
        />
        <IconButton
          label={libraryText('library.newStory')}
          keys={shortcutOf('story.new')}
          className="search-new"
          icon={<SquarePen aria-hidden="true" />}
          disabled={!canWrite}
          onClick={() => runCommand('story.new')}
        />
      </div>
      {isFiltering ? <FilterForm query={query} onClose={() => setFiltering(false)} /> : null}
      {filters.length > 0 ? (
        <ul className="search-chips" aria-label={libraryText('filter.understood')}>
          {filters.map((filter, at) => (
            <li key={`${at} ${printFilter(filter)}`}>
              <button
                type="button"
                className="search-chip"
                title={libraryText('filter.remove')}
                onClick={() => {
                  storyList.ask({ query: withoutFilter(query, filter) })
                  focusOn(PLACES.search)
                }}
              >
                <span dir="auto">{filterWords(filter)}</span>
                <span className="visually-hidden"> {libraryText('filter.remove')}</span>
                <X aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <p aria-live="polite" className={problem === undefined ? 'visually-hidden' : 'search-problem'}>
        {problem}
      </p>
    </div>
  )
}

const hint = (words: string): string => {
  const keys = shortcutOf('library.search')
  return keys ? `${words} (${keys})` : words
}
