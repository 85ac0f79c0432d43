/**
 * Finds a protected source's name, alias or contact in the copy, with the same scan and the same keys as finished
 * exports: an occurrence confirmed at the gate is confirmed for exports too, until its sentence or its place changes.
 */
import { projectionText } from '../catalogue/rooms/projection'
import { textOfCopy } from '../projection/scan/layOut'
import { scanForLeaks } from '../projection/scan/leakScan'
import { protectedTerms } from '../projection/scan/protectedTerms'
import type { Finding } from '../story/assessment/finding'
import { isNameElsewhere, shownSource } from '../story/desk/source'
import type { Desk, Story } from '../story/assessment/story'
import type { WroteAt } from '../story/assessment/people/wroteAt'
import { confirmedIn, hitMessage } from './confirmedNames'

/** One finding for each place with a protected name that nobody confirmed, and for each name that is not known here. */
export function sourceProtection(story: Story, desk: Desk, wroteAt: WroteAt): readonly Finding[] {
  const { copy } = story
  const terms = protectedTerms([...desk.sources.values()])
  const notSought = namesElsewhere(story, desk)
  if (terms.length === 0) return notSought
  const isConfirmed = confirmedIn(story, desk, wroteAt)
  const output = { text: textOfCopy(copy), fileName: '', mediaType: 'text/plain' }
  const hits = scanForLeaks(output, terms, [], copy)
    .filter((hit) => !isConfirmed(hit))
    .map((hit): Finding => ({
      rule: 'sourceProtection',
      key: hit.key,
      severity: 'block',
      message: hitMessage(story, hit),
      where: hit.where ? { kind: 'text', ...hit.where } : { kind: 'story' },
      overridable: false,
      dismissable: hit.confirmable,
      dismissNotAuthor: true,
    }))
  return [...hits, ...notSought]
}

/** Sources of the story whose names nobody can look for here. */
function namesElsewhere({ ledger }: Story, { sources }: Desk): readonly Finding[] {
  const used = [...ledger.facts.values()].flatMap(({ evidence }) => evidence.map(({ source }) => sources.get(source)))
  return [...new Set(used)].flatMap((source): readonly Finding[] =>
    source && isNameElsewhere(source)
      ? [
          {
            rule: 'sourceProtection',
            key: `elsewhere ${source.name}`,
            severity: 'warn',
            message: projectionText('leak.nameElsewhere', { source: shownSource(source, sources) }),
            where: { kind: 'story' },
            overridable: false,
            dismissable: false,
          },
        ]
      : [],
  )
}
