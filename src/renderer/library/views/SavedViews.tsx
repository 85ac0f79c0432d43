import { libraryText } from '../../../catalogue/window/library'
import { useState } from 'react'
import { useStore } from 'zustand'
import { BookmarkPlus } from 'lucide-react'
import type { SavedView } from '../../../ipc/windowChoices'
import { Button } from '../../ui'
import { useCommand, useNewsroom } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { focusOn, focusPlace } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import { ViewName } from './ViewName'
import { ViewRow } from './ViewRow'
import './views.css'

/** The searches that this person named. The present one can be named, too. */
export function SavedViews() {
  const { storyList, views: saved } = useWindowServices().newsroom
  const person = useNewsroom(({ person }) => person)
  const views = useStore(saved.store, ({ views }) => views)
  const query = useStore(storyList.store, ({ query }) => query)
  const sort = useStore(storyList.store, ({ sort }) => sort)
  const [isNaming, setNaming] = useState(false)
  const isShown = (view: SavedView): boolean => view.query === query.trim() && view.sort === sort
  const canSave = person !== undefined && (query.trim() !== '' || sort !== 'updated') && !views.some(isShown)
  useCommand('library.saveView', () => setNaming(true), canSave)
  if (views.length === 0 && !canSave) return null
  return (
    <section className="library-views" aria-label={libraryText('views.title')}>
      {views.length > 0 ? (
        <ul>
          {views.map((view) => (
            <ViewRow key={view.name} view={view} isShown={isShown(view)} />
          ))}
        </ul>
      ) : null}
      {isNaming && canSave ? (
        <ViewName
          label={libraryText('views.name')}
          start={query.trim()}
          onClose={() => {
            setNaming(false)
            focusOn(PLACES.saveView)
          }}
          onName={(name) => {
            saved.save({ name, query: query.trim(), sort })
            setNaming(false)
            focusOn(PLACES.view(name))
          }}
        />
      ) : canSave ? (
        <Button
          ref={focusPlace(PLACES.saveView)}
          look="plain"
          className="view-save"
          icon={<BookmarkPlus aria-hidden="true" />}
          onClick={() => setNaming(true)}
        >
          {libraryText('views.save')}
        </Button>
      ) : null}
    </section>
  )
}
