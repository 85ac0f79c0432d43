import { dateFormat } from '../../story/text/format/dateFormat'
import { deskNow } from '../state/stores/deskClock'

/** "14:05", or "30 Oct 14:05" on another day than `today`. Days and times are those of this machine's zone. */
export function shortTime(at: string, today: string = deskNow()): string {
  const then = new Date(at)
  if (Number.isNaN(then.getTime())) return at
  const time = dateFormat('clock').format(then)
  const dayOf = dateFormat('dayAndYear')
  return dayOf.format(then) === dayOf.format(new Date(today)) ? time : `${dateFormat('day').format(then)} ${time}`
}

/** "30 Oct 2026 14:05" in the machine's zone. `at`: ISO 8601 instant. */
export function fullTime(at: string): string {
  const then = new Date(at)
  return `${dateFormat('dayAndYear').format(then)} ${dateFormat('clock').format(then)}`
}

/** "30 Oct 2026" in the machine's zone. `at`: ISO 8601 instant. */
export function shortDay(at: string): string {
  const then = new Date(at)
  return Number.isNaN(then.getTime()) ? at : dateFormat('dayAndYear').format(then)
}
