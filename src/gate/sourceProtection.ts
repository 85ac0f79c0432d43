/**
 * Finds a protected source's name, alias or contact in the copy, with the same scan and the same keys as finished
 * exports: an occurrence confirmed at the gate is confirmed for exports too, until its sentence or its place changes.
 */
import { textOfCopy } from '../projection/scan/layOut'
import { scanForLeaks } from '../projection/scan/leakScan'
import { protectedTerms } from '../projection/scan/protectedTerms'
import type { Finding } from '../story/assessment/finding'
import type { Desk, Story } from '../story/assessment/story'
import type { WroteAt } from '../story/assessment/people/wroteAt'
import { confirmedIn, hitMessage } from './confirmedNames'

export function sourceProtection(story: Story, desk: Desk, wroteAt: WroteAt): readonly Finding[] {
  const { copy } = story
  const terms = protectedTerms([...desk.sources.values()])
  if (terms.length === 0) return []
  const isConfirmed = confirmedIn(story, desk, wroteAt)
  const output = { text: textOfCopy(copy), fileName: '', mediaType: 'text/plain' }
  return scanForLeaks(output, terms, [], copy)
    .filter((hit) => !isConfirmed(hit))
    .map((hit) => ({
      rule: 'sourceProtection',
      key: hit.key,
      severity: 'block',
      message: hitMessage(story, hit),
      where: hit.where ? { kind: 'text', ...hit.where } : { kind: 'story' },
      overridable: false,
      dismissable: hit.confirmable,
      dismissNotAuthor: true,
    }))
}
