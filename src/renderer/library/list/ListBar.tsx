import { libraryText } from '../../../catalogue/window/library'
import { useStore } from 'zustand'
import { STORY_SORTS } from '../../../story/requests/requests'
import { formatInteger } from '../../../story/text/format/formatInteger'
import type { HitOrder } from '../search/Hits'
import { useWindowServices } from '../../state/windowServices'

/** Counts the stories of the list and says how they are sorted. */
export function ListBar({
  order,
  onOrder,
}: {
  /** The order of results that hold words. Undefined: the list is sorted by a field. */
  readonly order: HitOrder | undefined
  readonly onOrder: (order: HitOrder) => void
}) {
  const { storyList } = useWindowServices().newsroom
  const total = useStore(storyList.store, ({ shown }) => shown?.total ?? 0)
  const sort = useStore(storyList.store, ({ sort }) => sort)
  if (total === 0) return null
  return (
    <div className="list-bar">
      <span className="list-total">{libraryText('list.total', { count: total, number: formatInteger(total) })}</span>
      {order === undefined ? (
        <select
          className="list-sort"
          aria-label={libraryText('list.sort')}
          value={sort}
          onChange={({ target: { value } }) => {
            const chosen = STORY_SORTS.find((one) => one === value)
            if (chosen) storyList.ask({ sort: chosen })
          }}
        >
          {STORY_SORTS.map((one) => (
            <option key={one} value={one}>
              {libraryText(`sort.${one}`)}
            </option>
          ))}
        </select>
      ) : (
        <select
          className="list-sort"
          aria-label={libraryText('list.sort')}
          value={order}
          onChange={({ target: { value } }) => onOrder(value === 'newest' ? 'newest' : 'best')}
        >
          <option value="best">{libraryText('sort.best')}</option>
          <option value="newest">{libraryText('sort.updated')}</option>
        </select>
      )}
    </div>
  )
}
