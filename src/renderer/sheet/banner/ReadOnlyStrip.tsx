import { sheetText } from '../../../catalogue/writing/sheet'
import { Lock } from 'lucide-react'
import { useStoryLocked } from '../../state'
import './strips.css'

/** Why nothing in the library can be changed here: another Stet has it, or its place cannot be written. */
export function ReadOnlyStrip() {
  const locked = useStoryLocked()
  if (locked === undefined) return null
  return (
    <section className="strip read-only-strip" aria-label={sheetText('strip.readOnlyName')}>
      <Lock aria-hidden="true" />
      <p className="strip-said">
        <strong>{sheetText('strip.readOnlyName')}</strong> <span>{locked}</span>
      </p>
    </section>
  )
}
