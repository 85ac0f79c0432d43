import { libraryText } from '../../../catalogue/window/library'
import { STATUS_WORDS, type FactStatus } from '../../../story/ledger/facts/fact'
import { rich, type RichTags } from '../../ui'
import { StatusMark } from '../../facts/Status'

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

/** Facts of the leaf, with the line of their status. The outer of two nested facts has the lower line. */
const FACTS: RichTags = Object.fromEntries(
  STATUSES.map((status) => [
    status,
    (words) => (
      <span className="status-sample first-fact" data-fact-status={status}>
        {words}
      </span>
    ),
  ]),
)

/** A leaf of the sample story with the ten statuses of a fact, each with its mark, its line and what it says. */
export function FirstLeaf() {
  return (
    <div className="first-leaf">
      <div className="first-page">
        <p className="first-leaf-slug">
          <strong>{libraryText('firstRun.leaf.slug')}</strong> <span>{libraryText('firstRun.leaf.sample')}</span>
        </p>
        <p className="first-leaf-headline">{rich(libraryText('firstRun.leaf.headline'), FACTS)}</p>
        <p className="first-leaf-copy">{rich(libraryText('firstRun.leaf.copy'), FACTS)}</p>
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
    </div>
  )
}
