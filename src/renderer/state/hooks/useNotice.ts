import type { Notice, Notices } from '../stores/notices'
import { useRoom } from '../room'
import { useValue } from '../stores/value'

export interface NoticeHook extends Pick<Notices, 'say' | 'trouble' | 'check' | 'dismiss' | 'announce'> {
  readonly notices: readonly Notice[]
}

/** `check(outcome)` gives the value of a good outcome, or shows why it was not done and gives undefined. */
export function useNotice(): NoticeHook {
  const { notices } = useRoom()
  const list = useValue(notices.list)
  const { say, trouble, check, dismiss, announce } = notices
  return { notices: list, say, trouble, check, dismiss, announce }
}
