import { libraryText } from '../../../catalogue/window/library'
import { useState, type KeyboardEvent } from 'react'
import { Bookmark, Ellipsis } from 'lucide-react'
import type { SavedView } from '../../../ipc/windowChoices'
import { Menu } from '../../ui'
import { useNotice } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { focusOn, focusPlace } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import { ViewName } from './ViewName'

/**
 * One named search. Pressed while the list shows it; pressed again it shows every story. F2 renames it, Alt+Up and
 * Alt+Down move it, Delete removes it.
 */
export function ViewRow({ view, isShown }: { readonly view: SavedView; readonly isShown: boolean }) {
  const { storyList, views } = useWindowServices().newsroom
  const { undoList } = useWindowServices().newsroom
  const { announce } = useNotice()
  const [isNaming, setNaming] = useState(false)
  const { name, query, sort } = view

  const show = (): void => storyList.ask(isShown ? { query: '', sort: 'updated' } : { query, sort })
  const move = (by: -1 | 1): void => {
    views.move(name, by)
    announce(libraryText(by < 0 ? 'views.movedUp' : 'views.movedDown', { name }))
    focusOn(PLACES.view(name), { whenLost: true })
  }
  const remove = (): void => {
    const before = views.store.getState().views
    const at = before.indexOf(view)
    const next = before[at + 1] ?? before[at - 1]
    views.remove(name)
    focusOn(next ? PLACES.view(next.name) : PLACES.search)
    undoList.offerOwn(libraryText('views.removed', { name }), async () => {
      views.restore(before)
      return true
    })
  }
  const press = (event: KeyboardEvent): void => {
    const action = event.altKey
      ? { ArrowUp: () => move(-1), ArrowDown: () => move(1) }[event.key]
      : { F2: () => setNaming(true), Delete: remove }[event.key]
    if (!action) return
    event.preventDefault()
    action()
  }

  if (isNaming)
    return (
      <li className="view-row">
        <ViewName
          label={libraryText('views.rename', { name })}
          start={name}
          onClose={() => {
            setNaming(false)
            focusOn(PLACES.view(name))
          }}
          onName={(to) => {
            setNaming(false)
            views.rename(name, to)
            focusOn(PLACES.view(to))
          }}
        />
      </li>
    )
  return (
    <li className="view-row" data-menu-row="">
      <button
        ref={focusPlace(PLACES.view(name))}
        type="button"
        className="view-open"
        aria-pressed={isShown}
        title={query}
        onClick={show}
        onKeyDown={press}
      >
        <Bookmark aria-hidden="true" />
        <span className="view-words" dir="auto">
          {name}
        </span>
      </button>
      <Menu
        label={libraryText('views.actions', { name })}
        items={[
          { id: 'rename', label: libraryText('views.renameItem'), keys: 'F2', onSelect: () => setNaming(true) },
          { id: 'up', label: libraryText('views.up'), keys: 'Alt+↑', onSelect: () => move(-1) },
          { id: 'down', label: libraryText('views.down'), keys: 'Alt+↓', onSelect: () => move(1) },
          { id: 'remove', label: libraryText('views.remove'), keys: 'Del', onSelect: remove },
        ]}
        trigger={
          <button type="button" className="icon-button view-menu" aria-label={libraryText('views.actions', { name })}>
            <Ellipsis aria-hidden="true" />
          </button>
        }
      />
    </li>
  )
}
