/**
 * Computes what a fact *is* now from its latest sign-off, the copy, its evidence and the source book. The result is
 * never stored, so that no crash, merge or undo can leave a verified status on other words.
 */
import type { Assessment, LapseReason } from './assessment'
import type { Counted } from './counting'
import { needsAnotherLook } from './verdicts/anotherLook'
import { isToldOtherwise } from './verdicts/sourcesElsewhere'
import { sameWords } from '../copy/words/factWords'
import { SENTENCE_RULE } from '../copy/words/sentences'
import { hashDerivation } from '../ledger/hash'
import { compareViews } from '../view/compare/compareViews'
import { buildView, withDerivation, type BuiltView } from '../view/buildView'
import type { FactStatus, FactTag, SignOff } from '../ledger/facts/fact'
import { SOURCE_REASONS, type FactRecord } from '../ledger/record/factRecord'
import { readFact, type FactInCopy } from './copy/readFact'
import type { Range } from '../copy/copy'
import type { Story } from './story'
import type { Source } from '../desk/source'
import type { ViewPart } from '../view/compare/viewChange'
import { defined } from '../text/defined'

export interface FactToAssess {
  readonly tag: FactTag
  readonly record: FactRecord
  /** Read by the sentence rule of the sign-off: `sentenceRuleOf`. */
  readonly inCopy: (FactInCopy & { readonly view: BuiltView }) | undefined
  readonly sources: ReadonlyMap<string, Source>
  /** Which sign-off counts (counting.ts). */
  readonly counted: Counted
  /** Whether the copy holds these words without any fact's tag. Asked only when the tag is gone. */
  readonly standsUntagged: (words: string) => boolean
  /** The ledger has notes of other machines (ledgerState.ts). Absent: it has none. */
  readonly shared?: boolean
  /** A record that the fact rests on was lost (lostTrust.ts). Absent: none. */
  readonly lost?: boolean
}

/** A sign-off from before views means the sentences of its own rule. */
const sentenceRuleOf = (current: SignOff | undefined): number =>
  current && !current.parts ? current.sentenceRule : SENTENCE_RULE

const REASONS: Readonly<Record<ViewPart, LapseReason>> = {
  words: 'words',
  claim: 'claim',
  context: 'context',
  graf: 'context',
  before: 'context',
  headers: 'headers',
  belongsTo: 'belongsTo',
  rank: 'belongsTo',
  picture: 'picture',
  links: 'links',
  dateline: 'dateline',
  evidence: 'evidence',
  source: 'source',
  groundRules: 'groundRules',
  translation: 'translation',
}

/** The type that the ledger tells holds: the document comes with every bundle, and nobody signs a type in it. */
const asNoted = (tag: FactTag, { type }: FactRecord): FactTag =>
  type === undefined || type === tag.type ? tag : { ...tag, type }

/** The status of one fact, and why it lapsed. */
export function assessFact({
  tag: written,
  record,
  inCopy,
  sources,
  counted,
  standsUntagged,
  lost = false,
  shared = false,
}: FactToAssess): Assessment {
  const { refused } = counted
  const tag = asNoted(written, record)
  const looks = [...(counted.current ? [counted.current] : []), ...(counted.beside ?? [])]
  const standing = asItStands(looks, { inCopy, record, sources, shared })
  const current = standing.current ?? counted.unanswered?.findLast(({ words }) => sameWords(words, inCopy?.words ?? ''))
  const base = {
    id: tag.id,
    tag,
    record,
    answered: record.answered,
    evidence: record.evidence,
    reasons: [] as readonly LapseReason[],
    precedingChanged: false,
    changes: [],
    beforeViews: current !== undefined && !current.parts && !current.fromOriginal,
    ...defined({ current, refused, beside: counted.beside, differs: counted.differs, unfit: standing.unfit }),
  }
  if (!inCopy || record.untagged) {
    const last = record.untagged?.words ?? record.lastWords ?? current?.words ?? ''
    // Words typed before the cut do not remove a verdict from the words that it was given for.
    const found = record.untagged
      ? undefined
      : [last, current?.words ?? ''].find((words) => words !== '' && standsUntagged(words))
    const words = found ?? last
    const status = record.untagged ? 'untagged' : found === undefined ? 'cut' : 'lost'
    return { ...base, status, ranges: [], words, text: words, sentence: current?.sentence ?? '', preceding: '' }
  }
  const { ranges, words, text, sentence, preceding, broken, view } = inCopy
  const found = { ...base, ranges, words, text, sentence, preceding, view }
  const damaged: readonly LapseReason[] = [
    ...(broken ? [broken] : []),
    ...(lost ? ['loss' as const] : []),
    ...(counted.differs ? ['otherVerdict' as const] : []),
  ]
  const shown = (status: FactStatus, reasons: readonly LapseReason[]): Pick<Assessment, 'status' | 'reasons'> => ({
    status: reasons.length > 0 ? 'reCheck' : status,
    reasons: refused ? [...reasons, 'notEntitled'] : reasons,
  })
  if (!current) return { ...found, ...shown('toCheck', damaged) }
  const changes = compareViews(current, { words, sentence, preceding, built: view, record, sources })
  const lapsed = changes.filter(({ lapses }) => lapses).map(({ part }) => REASONS[part])
  const [first, ...others] = [...new Set(lapsed)]
  const reasons: readonly LapseReason[] = [
    ...(first === 'words' ? ['words' as const] : []),
    ...damaged,
    ...(first === undefined || first === 'words' ? [] : [first]),
    ...others,
    ...(shared && isToldOtherwise(record, current) && !lapsed.some((reason) => SOURCE_REASONS.has(reason))
      ? ['elsewhere' as const]
      : []),
  ]
  return {
    ...found,
    ...shown(current.status, reasons.length === 0 && needsAnotherLook(current, record) ? ['ownContext'] : reasons),
    precedingChanged: changes.some(({ weight, lapses }) => weight === 'warns' && !lapses),
    changes,
  }
}

/**
 * The first of the verdicts, given by people who did not know of one another, that nothing has lapsed. Without one: the
 * first that only a source book has lapsed and of which no machine has noted that, so that this one does. A source book
 * never chooses between verdicts that say different things: each machine has its own, and all must read the same.
 */
function asItStands(
  looks: readonly SignOff[],
  { inCopy, record, sources, shared }: Pick<FactToAssess, 'inCopy' | 'record' | 'sources' | 'shared'>,
): Pick<Assessment, 'current' | 'unfit'> {
  if (looks.length < 2 || !inCopy) return defined({ current: looks[0] })
  const { words, sentence, preceding, view: built } = inCopy
  const lapsesIn = (look: SignOff): readonly ViewPart[] =>
    compareViews(look, { words, sentence, preceding, built, record, sources }).flatMap(({ lapses, part }) =>
      lapses ? [part] : [],
    )
  const asRead = looks.filter(
    (look) => !needsAnotherLook(look, record) && lapsesIn(look).every((part) => SOURCE_REASONS.has(REASONS[part])),
  )
  const same = asRead.filter(({ status }) => status === asRead[0]?.status)
  const stands = (look: SignOff): boolean => lapsesIn(look).length === 0 && !(shared && isToldOtherwise(record, look))
  const current = same.find(stands) ?? same.find((look) => !isToldOtherwise(record, look)) ?? same[0] ?? looks[0]
  const unfit = same.filter((look) => look !== current && lapsesIn(look).length > 0)
  return defined({ current, unfit: unfit.length > 0 ? unfit : undefined })
}

/** The status of a fact that is in the copy, from its view. */
export function assessInCopy(
  { copy, fields }: Pick<Story, 'copy' | 'fields'>,
  ranges: readonly Range[],
  fact: Omit<FactToAssess, 'inCopy'>,
): Assessment {
  const { tag, record, sources, counted } = fact
  const inCopy = readFact(copy, ranges, sentenceRuleOf(counted.current))
  const view =
    inCopy && buildView({ copy, ranges, words: inCopy.words, tag, record, sources, dateline: fields.dateline.date })
  return assessFact({ ...fact, inCopy: inCopy && view && { ...inCopy, view } })
}

/** Whether a fact in the copy is derived from others, or was when it was signed. */
export const isDerived = ({ record, current, ranges, status }: Assessment): boolean =>
  (record.derivation ?? current?.derived) !== undefined && ranges.length > 0 && status !== 'untagged'

/**
 * A derived figure lapses with its inputs, and its view holds them. `wordsOf`: the words of a fact in the copy, which
 * may be an input. For a fact that `isDerived`.
 */
export function lapseDerived(fact: Assessment, wordsOf: (fact: string) => string | undefined): Assessment {
  const { current, record } = fact
  const now = record.derivation && hashDerivation(record.derivation, wordsOf)
  const known = derived.get(fact)
  if (known && known.working === now) return known.fact
  const view = fact.view && now !== undefined ? withDerivation(fact.view, now) : fact.view
  const lapsed = current !== undefined && current.derived !== now
  const after: Assessment = {
    ...fact,
    ...defined({ view }),
    ...(lapsed ? { status: 'reCheck', reasons: [...fact.reasons, 'inputs'] } : {}),
  }
  derived.set(fact, { working: now, fact: after })
  return after
}

/** The same working gives the same object: others keep what they computed for an assessment. */
const derived = new WeakMap<Assessment, { readonly working: string | undefined; readonly fact: Assessment }>()

/** Looks up the words of a fact in the copy by its id. */
export function wordsOfFacts(assessments: readonly Assessment[]): (fact: string) => string | undefined {
  const words = new Map(assessments.filter(({ ranges }) => ranges.length > 0).map((fact) => [fact.id, fact.words]))
  return (fact) => words.get(fact)
}
