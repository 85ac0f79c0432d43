/**
 * The tag is gone, the question is not: exact words of a fact left standing untagged ("lost its place"), or a fact that
 * someone untagged while its status blocked. Blocks.
 */
import type { Assessment } from '../story/assessment'
import { isFactStatus, weighFact } from '../story/clearing'
import type { Copy, Range } from '../story/copy'
import { STATUS_WORDS, type SignedStatus } from '../story/fact'
import { sameWords } from '../story/factWords'
import type { Finding, Place } from '../story/finding'
import type { Check } from './check'
import { factKey } from './findingKey'
import { placeOfFact } from './factPlace'
import { placesOfWords } from './placesOfWords'
import { because, named, signed } from './wording'

export const isLeftStanding = (fact: Assessment): boolean => (fact.status === 'lost' || fact.status === 'untagged') && weighFact(fact) === 'block'

/** Where the words of a fact without a tag stand, in text order; empty when they are gone or run over several blocks. */
export const placesLeftStanding = (copy: Copy, fact: Assessment): readonly Range[] => placesOfWords(copy, fact.words)

export const factLeftStanding: Check = ({ story, assessments }) => [
  ...assessments.filter(isLeftStanding).map((fact): Finding => ({
    rule: 'factLeftStanding', key: factKey(fact), severity: 'block', message: messageFor(fact),
    where: placeFor(story.copy, fact), overridable: true, dismissable: false
  })),
  ...judgedAndTaggedAnew(assessments)
]

const AGAINST: ReadonlySet<SignedStatus> = new Set<SignedStatus>(['wrong', 'disputed', 'unverifiable'])

/** Words that somebody judged were cut and stand again, under another tag that nobody has looked at. */
function judgedAndTaggedAnew(assessments: readonly Assessment[]): readonly Finding[] {
  const judged = assessments.filter(({ status, current }) => status === 'cut' && current && AGAINST.has(current.status))
  if (judged.length === 0) return []
  const open = assessments.filter(({ status }) => status === 'toCheck')
  return judged.flatMap((fact): Finding[] => {
    const again = open.find(({ words }) => fact.current && sameWords(words, fact.current.words))
    if (!again || !fact.current) return []
    return [{
      rule: 'factLeftStanding', key: `${factKey(fact)}:${again.id}`, severity: 'block', message: `${signed(fact.current)}; the same words stand again, and nobody has looked at their new tag.`,
      where: placeOfFact(again), overridable: true, dismissable: false
    }]
  })
}

function placeFor(copy: Copy, fact: Assessment): Place {
  const [first] = placesLeftStanding(copy, fact)
  return first ? { kind: 'text', ...first, fact: fact.id } : { kind: 'fact', fact: fact.id }
}

function messageFor(fact: Assessment): string {
  const words = named(fact.words)
  const { untagged } = fact.record
  if (!untagged) return `${words} lost its tag, and its words still stand.`
  const last = isFactStatus(untagged.lastStatus) ? STATUS_WORDS[untagged.lastStatus].toLowerCase() : untagged.lastStatus
  return `${untagged.by} took the tag off ${words} while it was “${last}”${because(untagged.reason)}`
}
