import type { ReactNode } from 'react'
import { Button } from './Button'
import { Problem } from './Problem'

interface FormEndProps {
  /** What stood in the way, if it belongs to no field. */
  readonly problem?: string | undefined
  readonly cancel: string
  readonly onCancel: () => void
  /** A button before Cancel: what else can be done with what the form is about. */
  readonly other?: ReactNode
  /** The button that sends the form. */
  readonly children: ReactNode
}

/** The end of a form: what stood in the way, Cancel, and the button that sends it. */
export const FormEnd = ({ problem, cancel, onCancel, other, children }: FormEndProps) => (
  <>
    <Problem text={problem} />
    <div className="form-foot">
      {other}
      <Button onClick={onCancel}>{cancel}</Button>
      {children}
    </div>
  </>
)
