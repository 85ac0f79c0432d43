import { useEffect, useState } from 'react'
import { clearSpeaker, isSpeakerRead } from '../../../checks/quote/speaker/clearSpeaker'
import type { Finding } from '../../../story/assessment/finding'
import type { Copy, Range } from '../../../story/copy/copy'

/** Reading who says a quotation costs a millisecond: more are read while nothing else is to do. */
export const SPEAKERS_AT_ONCE = 60
const IN_ONE_PIECE = 8
/** Nobody reads so many before they tag them. */
const AT_MOST = 500

/** How many of these quotations name no clear speaker. Undefined: not known yet. */
export function useUnclearSpeakers(findings: readonly Finding[], copy: Copy): number | undefined {
  const [, setRead] = useState(0)
  const quotes =
    findings.length > AT_MOST
      ? []
      : findings.flatMap(({ where }): readonly Range[] => (where.kind === 'text' ? [where] : []))
  const unread = quotes.length > SPEAKERS_AT_ONCE ? quotes.filter((quote) => !isSpeakerRead(copy, quote)) : []
  const left = unread.length
  useEffect(() => {
    if (left === 0) return
    const idle = requestIdleCallback(() => {
      for (const quote of unread.slice(0, IN_ONE_PIECE)) clearSpeaker(copy, quote)
      setRead((times) => times + 1)
    })
    return () => cancelIdleCallback(idle)
  })
  return left > 0 || findings.length > AT_MOST
    ? undefined
    : quotes.filter((quote) => clearSpeaker(copy, quote) === '').length
}
