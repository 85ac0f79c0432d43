import { useWindowServices } from '../windowServices'
import type { Notices } from '../stores/notices'

/** `check(outcome)` returns the value of a good outcome, or shows why it was not done and returns undefined. */
export const useNotice = (): Pick<Notices, 'say' | 'trouble' | 'check' | 'dismiss' | 'announce'> =>
  useWindowServices().notices
