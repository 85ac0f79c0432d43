/**
 * Duplicate statements (rule 11): the same statement in several places (headline, lede, cutline) is one question.
 * Different values for it block.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import { SENTENCE_BOUND } from '../../../story/ledger/facts/fact'
import type { Assessment } from '../../../story/assessment/assessment'
import { canonicalJson } from '../../../story/text/canonicalJson'
import { defined } from '../../../story/text/defined'
import { canonical } from '../../../story/text/compare'
import { dropClosing } from '../../../story/copy/words/factWords'
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { named } from '../../finding/wording'
import { areOtherFigures, figuresIn, haveOtherUnits, type Figures } from './figuresIn'
import { areOtherWords } from './otherWords'

const standing = (fact: Assessment): boolean => fact.ranges.length > 0 && fact.status !== 'untagged'

/** What a fact says, in the form in which places are compared. */
interface Said {
  readonly claim: string
  readonly words: string
}

/** An assessment is compared with thousands of others, and stays the same object until it changes. */
const said = new WeakMap<Assessment, Said>()

function saidBy(fact: Assessment): Said {
  const known = said.get(fact)
  if (known) return known
  const now = { claim: claimOf(fact.tag.statement ?? ''), words: canonical(dropClosing(fact.words)) }
  said.set(fact, now)
  return now
}

const claimOf = (statement: string): string =>
  canonical(statement)
    .toLowerCase()
    .replace(/(?<![.!?。])[.!?。]+$/u, '')

/** Whether two facts are one question: the same claim, or, without a written claim, the same words. */
export function isDuplicate(a: Assessment, b: Assessment): boolean {
  if (a.id === b.id || a.tag.type !== b.tag.type || !standing(a) || !standing(b)) return false
  const [first, second] = [saidBy(a), saidBy(b)]
  if (first.claim !== '' && second.claim !== '') return first.claim === second.claim
  return first.words === second.words && (a.tag.attributedTo ?? '') === (b.tag.attributedTo ?? '')
}

/** The other places of the statement, in the given order. */
export const duplicatesOf = (fact: Assessment, assessments: readonly Assessment[]): readonly Assessment[] =>
  assessments.filter((other) => isDuplicate(fact, other))

/** The duplicates that one verdict can settle: they differ only in place and have no verdict. */
export const signedTogether = (fact: Assessment, assessments: readonly Assessment[]): readonly Assessment[] =>
  duplicatesOf(fact, assessments).filter(
    (other) => !other.current && !other.answered && other.reasons.length === 0 && sameContext(fact, other),
  )

/**
 * Whether one look answers for both places: the same words, speaker and claim in the same sentences, under the same
 * headers, lead-in and picture.
 */
export const sameContext = (a: Assessment, b: Assessment): boolean =>
  saidBy(a).words === saidBy(b).words &&
  around(a) === around(b) &&
  (a.tag.attributedTo ?? '') === (b.tag.attributedTo ?? '') &&
  saidBy(a).claim === saidBy(b).claim &&
  belongings(a) === belongings(b)

const belongings = ({ view }: Assessment): string => {
  const { headers, belongsTo, picture, nth } = view?.view.context ?? {}
  // “killed 12 men and shot 12 women”: two statements in one sentence.
  const place = view && SENTENCE_BOUND.has(view.view.type) ? nth : undefined
  return canonicalJson(defined({ headers, belongsTo, picture, nth: place }))
}

/** What stands around the words: their sentences as read and as shown, headers, lead-ins, the picture. */
function around({ view, sentence }: Assessment): string {
  if (!view) return canonical(sentence)
  const { near, nearShown, headers, belongsTo, picture } = view.view.context
  return canonicalJson({ near, ...defined({ nearShown, headers, belongsTo, picture }) })
}

/**
 * The other place that lends its evidence: verified, with the same words in another context. It is offered, and the
 * person looks at this place before signing it.
 */
export const verifiedElsewhere = (fact: Assessment, assessments: readonly Assessment[]): Assessment | undefined =>
  duplicatesOf(fact, assessments).find((other) => other.status === 'verified' && !sameContext(fact, other))

/**
 * The facts that make the same claim with another value, now or in words that either of them had before: also those
 * whose words are cut, as they may come back.
 */
export function differingFrom(fact: Assessment, assessments: readonly Assessment[]): readonly Assessment[] {
  const { claim } = saidBy(fact)
  const figuresOfFact = figuresEver(fact)
  return assessments.filter(
    (other) =>
      other.id !== fact.id &&
      claim !== '' &&
      saidBy(other).claim === claim &&
      other.status !== 'untagged' &&
      (figuresEver(other).some((one) => figuresOfFact.some((figures) => areOtherFigures(figures, one))) ||
        (other.tag.type === fact.tag.type &&
          wordsEver(other).some((one) => wordsEver(fact).some((words) => areOtherWords(fact.tag.type, words, one))))),
  )
}

/** Whether two texts are one claim. */
export const sameClaim = (one: string, other: string): boolean => claimOf(one) === claimOf(other)

/**
 * One statement with two values: “90 minutes” in the headline, “100 minutes” in the body, “six days” and “six years”,
 * or “Tuesday” and “Wednesday”.
 */
export const duplicateStatements: Check = ({ assessments }) => {
  const byClaim = new Map<string, Assessment[]>()
  for (const fact of assessments) {
    const { claim } = saidBy(fact)
    if (claim === '' || !standing(fact)) continue
    byClaim.set(claim, [...(byClaim.get(claim) ?? []), fact])
  }
  return [...byClaim.values()].flatMap((facts): readonly Finding[] =>
    facts.flatMap((fact, index) => {
      const earlier = facts.slice(0, index)
      const other = otherFigure(fact, earlier) ?? earlier.find((before) => isOtherInWords(before, fact))
      return other ? [finding(other, fact)] : []
    }),
  )
}

const echoKey = (other: Assessment, fact: Assessment): string =>
  `${other.id}+${fact.id}:${keyText(other.words)}:${keyText(fact.words)}`

const isOtherInWords = (a: Assessment, b: Assessment): boolean =>
  a.tag.type === b.tag.type && areOtherWords(a.tag.type, a.words, b.words)

const finding = (other: Assessment, fact: Assessment): Finding => ({
  rule: 'echo',
  // An override ends with the claim: of another one the two values may not both be right.
  key: `${echoKey(other, fact)}:${keyText(saidBy(fact).claim)}`,
  formerKeys: [echoKey(other, fact)],
  severity: 'block',
  message: checksText('duplicate.differs', {
    first: named(other.words),
    second: named(fact.words),
    statement: fact.tag.statement ?? '',
  }),
  where: placeOfFact(fact),
  overridable: true,
  dismissable: false,
})

/** The earlier place beside which another figure is reported. */
function otherFigure(fact: Assessment, earlier: readonly Assessment[]): Assessment | undefined {
  const own = figuresIn(fact.words)
  if (!own) return undefined
  const [first, ...between] = earlier.flatMap((before) => {
    const figures = figuresIn(before.words)
    return figures ? [{ fact: before, figures }] : []
  })
  // Reported beside the first place, which readers believe; beside a later one only if the first has no unit.
  if (first && areOtherFigures(first.figures, own)) return first.fact
  if (first?.figures.units.length !== 0) return undefined
  return between.find(({ figures }) => haveOtherUnits(figures, own))?.fact
}

const wordsEver = ({ words, record }: Assessment): readonly string[] => [
  words,
  ...record.wordings.map((one) => one.words),
]

const figuresEver = (fact: Assessment): readonly Figures[] => wordsEver(fact).flatMap((text) => figuresIn(text) ?? [])
