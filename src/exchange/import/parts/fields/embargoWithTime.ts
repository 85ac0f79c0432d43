import { isOnlyWhen, mayBeEmbargo, namesWhen } from '../../../../story/text/lines/embargoLine'
import { lineForDesk } from '../../../../story/text/lines/lineForDesk'

/** “Embargoed until” and the time in the paragraph below, as one line. Undefined if they are not that. */
export function embargoWithTime(line: string, below: string): string | undefined {
  if (!mayBeEmbargo(line) || namesWhen(line) || !isOnlyWhen(below)) return undefined
  const joined = `${line} ${below}`
  return lineForDesk(joined) === 'embargo' ? joined : undefined
}
