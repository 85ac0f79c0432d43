import { exportPanelText } from '../../catalogue/window/exportPanel'
import '../checks/gate.css'

/** Lists what of the desk's words a kill leaves out, each with why. Nothing when it has all of them. */
export const KeptBack = ({ parts }: { readonly parts: readonly string[] }) =>
  parts.length === 0 ? null : (
    <ul className="finding-list" aria-label={exportPanelText('keptBack.parts')}>
      {parts.map((part) => (
        <li key={part} className="gate-words is-warn">
          <span aria-hidden="true">▲</span> {part}
        </li>
      ))}
    </ul>
  )
