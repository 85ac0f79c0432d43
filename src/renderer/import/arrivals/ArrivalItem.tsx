import { useId } from 'react'
import { libraryText } from '../../../catalogue/window/library'
import { Problem } from '../../ui'
import { isWanted, type Arrival } from '../useImports'
import { ArrivedStory } from './ArrivedStory'
import { BundlePreview } from './BundlePreview'

interface ArrivalItemProps {
  readonly arrival: Arrival
  /** Without the copy. */
  readonly short: boolean
  readonly onTake: (take: boolean) => void
  /** The sender of the bundle is trusted now. */
  readonly onTrust: () => void
}

/** One file: what comes of it, or why nothing can. */
export function ArrivalItem({ arrival, short, onTake, onTrust }: ArrivalItemProps) {
  const id = useId()
  const { preview, reports, problem, name, take, twin } = arrival
  const stories = preview ? [preview, ...(preview.others ?? [])] : []
  return (
    <li className="arrival">
      <div className="arrival-head">
        <input
          type="checkbox"
          id={id}
          checked={take}
          disabled={!isWanted(arrival)}
          onChange={(event) => onTake(event.target.checked)}
        />
        <label htmlFor={id}>
          <strong>{preview?.headline || name}</strong>
          {stories.length > 1 ? libraryText('import.moreStories', { count: stories.length - 1 }) : ''}
        </label>
      </div>
      <Problem text={!problem || problem.includes(name) ? problem : `${name}: ${problem}`} />
      {!preview && !reports && !problem ? (
        <p className="soft" role="status">
          {libraryText('import.reading', { name })}
        </p>
      ) : null}
      {preview?.note === undefined ? null : <p className="panel-note">{preview.note}</p>}
      {twin === undefined ? null : <p className="form-note is-warn">{libraryText('import.twin', { name: twin })}</p>}
      {reports ? <BundlePreview reports={reports} onTrust={onTrust} /> : null}
      {stories.map((story, index) => (
        <ArrivedStory key={index} story={story} name={name} alone={stories.length === 1} short={short} />
      ))}
    </li>
  )
}
