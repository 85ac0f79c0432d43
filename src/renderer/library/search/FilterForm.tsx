import { libraryText } from '../../../catalogue/window/library'
import { useId } from 'react'
import { FACT_STATUSES, STATUS_WORDS } from '../../../story/ledger/facts/fact'
import { STAGES, STAGE_WORDS } from '../../../story/ledger/stages'
import { hyphened } from '../../../story/query/readFilter'
import { STATES, type FilterName } from '../../../story/query/storyQuery'
import { SelectField, TextField, type Option } from '../../ui'
import { useNewsroom } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { focusOn, focusPlace } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import { filterValue, withFilter } from './filterText'

const TIMES = ['24h', '7d', '4w', '52w'] as const

interface FilterFormProps {
  readonly query: string
  readonly onClose: () => void
}

/** Writes filters into the search field, and shows those that stand there. Escape closes it. */
export function FilterForm({ query, onClose }: FilterFormProps) {
  const { storyList } = useWindowServices().newsroom
  const roster = useNewsroom(({ desk }) => desk.roster)
  const id = useId()
  const set = (name: FilterName, value: string): void => storyList.type(withFilter(query, name, value))

  const choice = (name: 'stage' | 'fact' | 'is' | 'since', options: readonly Option[]) => (
    <SelectField
      label={libraryText(`filter.${name}`)}
      value={filterValue(query, name)}
      options={[{ value: '', label: libraryText('filter.any') }, ...options]}
      onChange={({ target: { value } }) => set(name, value)}
    />
  )
  const words = (name: 'desk' | 'by' | 'assignee' | 'lang' | 'subject', people = false) => (
    <TextField
      label={libraryText(`filter.${name}`)}
      autoComplete="off"
      dir="auto"
      {...(people ? { list: `${id}-people` } : {})}
      value={filterValue(query, name)}
      onChange={({ target: { value } }) => set(name, value)}
    />
  )
  const day = (name: 'after' | 'before') => (
    <TextField
      label={libraryText(`filter.${name}`)}
      type="date"
      value={filterValue(query, name)}
      onChange={({ target: { value } }) => set(name, value)}
    />
  )
  return (
    <form
      ref={focusPlace(PLACES.filters)}
      className="search-filters"
      aria-label={libraryText('filter.title')}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
        focusOn(PLACES.search)
      }}
    >
      {choice(
        'stage',
        STAGES.map((stage) => ({ value: stage, label: STAGE_WORDS[stage] })),
      )}
      {choice(
        'fact',
        FACT_STATUSES.map((status) => ({ value: hyphened(status), label: STATUS_WORDS[status] })),
      )}
      {words('desk')}
      {words('by', true)}
      {words('assignee', true)}
      {words('lang')}
      {words('subject')}
      {choice(
        'is',
        STATES.map((state) => ({ value: state, label: libraryText(`filter.is.${state}`) })),
      )}
      {choice(
        'since',
        TIMES.map((time) => ({ value: time, label: libraryText(`filter.time.${time}`) })),
      )}
      {day('after')}
      {day('before')}
      <datalist id={`${id}-people`}>
        {roster.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </form>
  )
}
