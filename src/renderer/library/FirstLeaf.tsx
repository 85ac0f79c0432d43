import { libraryText } from '../../catalogue/window/library'
import { STATUS_WORDS, type FactStatus } from '../../story/ledger/fact'
import { StatusMark } from '../facts/Status'

const STATUSES = [
  'toCheck',
  'verified',
  'queried',
  'wrong',
  'reCheck',
  'letStand',
  'disputed',
  'unverifiable',
  'onAuthor',
  'cut',
] as const satisfies readonly FactStatus[]

/** A leaf of a story with the ten statuses of a fact, each with its mark, its line and what it says. */
export function FirstLeaf() {
  return (
    <div className="first-leaf">
      <p className="first-leaf-slug">
        <strong>{libraryText('firstRun.leaf.slug')}</strong> {libraryText('firstRun.leaf.sample')}
      </p>
      <p className="first-leaf-headline">{libraryText('firstRun.leaf.headline')}</p>
      <p className="first-leaf-copy">{libraryText('firstRun.leaf.copy')}</p>
      <dl className="first-statuses" aria-label={libraryText('firstRun.leaf.statuses')}>
        {STATUSES.map((status) => (
          <div key={status}>
            <dt data-status={status}>
              <StatusMark status={status} />
              <span className="status-sample" data-fact-status={status}>
                {STATUS_WORDS[status]}
              </span>
            </dt>
            <dd>{libraryText(`firstRun.status.${status}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
