import { STATUS_WORDS, type FactStatus } from '../../story/ledger/facts/fact'
import { StatusDrawing } from './StatusDrawing'
import './status.css'

/** The mark of a status, coloured by what it asks for. Hidden from screen readers, which read its word. */
export const StatusMark = ({ status }: { readonly status: FactStatus }) => <StatusDrawing status={status} />

export const StatusWord = ({ status }: { readonly status: FactStatus }) => (
  <span className="status-word" data-status={status}>
    {STATUS_WORDS[status]}
  </span>
)
