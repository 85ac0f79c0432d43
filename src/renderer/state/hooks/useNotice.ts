import { useWindowServices } from '../windowServices'
import type { Notices } from '../stores/notices'

/**
 * Returns the notices. `check(outcome)` returns the value of a good outcome; otherwise it shows the reason and returns
 * undefined.
 */
export const useNotice = (): Pick<Notices, 'say' | 'showAlert' | 'check' | 'dismiss' | 'announce' | 'moveOn'> =>
  useWindowServices().notices
