/** The sheet of a window, for what leaves by the clipboard. */
import type { Seen } from './attempt'
import type { Desk } from './driver'

/** Copies a graf that names a protected source. Filled in when the clipboard asks. */
export function copyOut(_desk: Desk, _name: string): Promise<Seen> {
  return Promise.resolve({ through: true, seen: 'not tried yet' })
}
