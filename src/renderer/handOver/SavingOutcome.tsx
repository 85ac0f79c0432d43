import type { ReactNode } from 'react'
import { exportPanelText } from '../../catalogue/window/exportPanel'
import type { Saved, Saving } from './useSaving'
import { Problem } from '../ui'

interface SavingOutcomeProps {
  readonly saving: Saving
  /** For whom the bundle is. */
  readonly people: readonly string[]
  /** The place that is marked as notified of a kill. */
  readonly told?: string | undefined
  /** What comes before it. */
  readonly children?: ReactNode
}

/** Says what came of saving a file, at the foot of a dialog. */
export function SavingOutcome({ saving: { problem, saved }, people, told, children }: SavingOutcomeProps) {
  return (
    <div className="form-outcome">
      {children}
      <Problem text={problem} />
      <div role="status">{saved ? <SavedFile saved={saved} people={people} told={told} /> : null}</div>
    </div>
  )
}

interface SavedFileProps extends Pick<SavingOutcomeProps, 'people' | 'told'> {
  readonly saved: Saved
}

function SavedFile({ saved, people, told }: SavedFileProps) {
  const { path = '', sha256 = '', shared = [], losses = [] } = saved
  return (
    <>
      <p>
        {exportPanelText('exportPanel.saved')} <strong className="path">{path}</strong>
      </p>
      {shared.length > 0 ? (
        <p>{exportPanelText('for.sealed', { names: shared.join(', '), people: people.join(', ') })}</p>
      ) : null}
      {told === undefined ? null : <p>{exportPanelText('killTo.told', { destination: told })}</p>}
      <p className="soft">
        {exportPanelText('exportPanel.sha256')} <code>{sha256}</code>
      </p>
      {losses.map(({ what, count }) => (
        <p key={what} className="soft">
          {exportPanelText('bundle.stays', { what, count })}
        </p>
      ))}
    </>
  )
}
