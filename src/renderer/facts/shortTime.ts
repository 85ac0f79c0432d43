import { dateFormat } from '../../story/text/format/dateFormat'
import { deskNow } from '../state/stores/deskClock'

/** "14:05", or "30 Oct 14:05" on another day than `today`. */
export function shortTime(at: string, today: string = deskNow()): string {
  const then = new Date(at)
  if (Number.isNaN(then.getTime())) return at
  const time = dateFormat('clock').format(then)
  return at.slice(0, 10) === today.slice(0, 10) ? time : `${dateFormat('day').format(then)} ${time}`
}
