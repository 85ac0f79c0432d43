import { libraryText } from '../../catalogue/window/library'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { formatInteger } from '../../story/text/format/formatInteger'
import { parseQuery } from '../../story/query/parseQuery'
import { Button } from '../ui'
import { shortcutOf, runCommand } from '../state'
import { BulkBar } from './bulk/BulkBar'
import { QueueButton } from './queue/QueueButton'
import { useWindowServices } from '../state/windowServices'
import { afterDrawing, placesCalled } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import { ListBar } from './list/ListBar'
import { StoryList } from './list/StoryList'
import { Hits, useHits, type HitOrder } from './search/Hits'
import { SearchField } from './search/SearchField'
import { SavedViews } from './views/SavedViews'
import './library.css'

/** Lists the stories of the library by stage, with a search field on top. */
export function LibraryRoom() {
  const { storyList, selection } = useWindowServices().newsroom
  const query = useStore(storyList.store, ({ query }) => query)
  const isSelecting = useStore(selection.store, ({ chosen }) => chosen.size > 0)
  const [order, setOrder] = useState<HitOrder>('best')
  const hasWords = parseQuery(query, { typing: true }).terms.length > 0
  const found = useHits(hasWords ? query : '', order)
  const shownQuery = useStore(storyList.store, ({ shown }) => shown?.query)
  const isAnswered = hasWords ? found?.isStale === false : query.trim() !== '' && shownQuery === query
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const goToStories = useKeysToStories(query, scroller, isAnswered)
  return (
    <section className="library" aria-label={libraryText('library.title')}>
      <SearchField onKeyDown={goToStories} />
      <QueueButton />
      <SavedViews />
      <Found query={query} isAnswered={isAnswered} />
      <ListBar order={hasWords ? order : undefined} onOrder={setOrder} />
      <div className="library-list" data-selecting={isSelecting} ref={setScroller}>
        {hasWords ? <Hits found={found} query={query} /> : <Stories scroller={scroller} />}
      </div>
      <BulkBar />
    </section>
  )
}

/** Tells screen readers how many stories a search finds. The eye sees it in the list. */
const Found = ({ query, isAnswered }: FoundProps) => (
  <p className="visually-hidden" aria-live="polite">
    <FoundOnce key={query} query={query} isAnswered={isAnswered} />
  </p>
)

interface FoundProps {
  readonly query: string
  readonly isAnswered: boolean
}

/** The first total of one search. It stays when stories of other people change: the person may be writing by then. */
function FoundOnce({ query, isAnswered }: FoundProps) {
  const { storyList } = useWindowServices().newsroom
  // While the index is built, stories are missing.
  const total = useStore(storyList.store, ({ shown }) =>
    isAnswered && shown?.query === query && !shown.indexing ? shown.total : undefined,
  )
  const [first, setFirst] = useState(total)
  if (first === undefined && total !== undefined) setFirst(total)
  if (first === undefined) return null
  return first === 0
    ? libraryText('search.nothing')
    : libraryText('list.total', { count: first, number: formatInteger(first) })
}

function Stories({ scroller }: { readonly scroller: HTMLElement | null }) {
  const { storyList } = useWindowServices().newsroom
  const shown = useStore(storyList.store, ({ shown }) => shown)
  const failed = useStore(storyList.store, ({ failed }) => failed)
  return (
    <>
      {failed === undefined ? null : (
        <p className="problem list-problem" role="alert">
          {failed}
        </p>
      )}
      {shown?.indexing ? (
        <p className="list-note" aria-live="polite">
          {libraryText('list.indexing', { done: shown.indexing.done, of: shown.indexing.of })}
        </p>
      ) : null}
      {shown === undefined || scroller === null ? null : shown.total === 0 && shown.query !== '' ? (
        <p className="empty">{libraryText('search.nothing')}</p>
      ) : shown.total === 0 && !shown.indexing ? (
        <EmptyLibrary />
      ) : (
        <StoryList shown={shown} scroller={scroller} />
      )}
    </>
  )
}

const EmptyLibrary = () => (
  <div className="empty">
    <strong>{libraryText('library.empty')}</strong>
    <p>{libraryText('library.emptyNote')}</p>
    <Button keys={shortcutOf('story.new')} onClick={() => runCommand('story.new')}>
      {libraryText('library.startStory')}
    </Button>
    <Button keys={shortcutOf('story.import')} onClick={() => runCommand('story.import')}>
      {libraryText('library.importFile')}
    </Button>
  </div>
)

/**
 * In the search field Down goes to the first story, and Enter opens it: once the list answers what was typed, unless
 * another key comes, the query changes, or the keyboard leaves the field.
 */
function useKeysToStories(query: string, scroller: HTMLElement | null, isAnswered: boolean) {
  const waiting = useRef<{ readonly field: HTMLInputElement; readonly query: string }>(undefined)
  useEffect(() => {
    if (!isAnswered) return
    const asked = waiting.current
    waiting.current = undefined
    if (asked && asked.query === query && document.activeElement === asked.field) goToFirst(scroller, true)
  }, [query, isAnswered, scroller])
  return (event: KeyboardEvent<HTMLInputElement>): void => {
    waiting.current = undefined
    const opens = event.key === 'Enter' && query.trim() !== '' && !event.nativeEvent.isComposing
    if (event.key !== 'ArrowDown' && !opens) return
    event.preventDefault()
    if (opens && !isAnswered) waiting.current = { field: event.currentTarget, query }
    else goToFirst(scroller, opens)
  }
}

function goToFirst(scroller: HTMLElement | null, opens: boolean): void {
  const go = (): void => {
    const [first] = placesCalled(PLACES.stories)
    first?.focus()
    if (opens) first?.click()
  }
  if ((scroller?.scrollTop ?? 0) === 0) return go()
  scroller?.scrollTo({ top: 0 })
  afterDrawing(go)
}
