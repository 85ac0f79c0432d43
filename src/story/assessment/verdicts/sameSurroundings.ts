import type { ViewParts } from '../../ledger/facts/viewParts'
import { canonicalJson } from '../../text/canonicalJson'
import { defined } from '../../text/defined'
import { changesWhoSays } from '../../view/attributions'
import { readable } from '../../view/claims'

/** Whether two looks saw the same around the words: neighbours, denials, headers, lead-ins, picture, rest of graf. */
export function sameSurroundings(one: ViewParts | undefined, other: ViewParts | undefined): boolean {
  if (!one || !other) return one === other
  const seen = ({ near, nth, nearShown, beside, headers, belongsTo, picture, dateline }: ViewParts): string =>
    canonicalJson(defined({ near, nth, nearShown, beside, headers, belongsTo, picture, dateline }))
  if (seen(one) !== seen(other)) return false
  if (!one.rest || !other.rest || canonicalJson(one.graf) === canonicalJson(other.graf)) return true
  const texts = [one.rest, other.rest].map(({ left, right }) =>
    typeof left === 'string' && typeof right === 'string' ? `${left} ${right}`.trim() : undefined,
  )
  const [was, is] = texts
  return was !== undefined && is !== undefined && !changesWhoSays(was, is, readable(one.near))
}
