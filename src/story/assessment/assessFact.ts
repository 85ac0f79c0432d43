/**
 * What each fact of a story *is* now: a pure function of its latest sign-off, the copy, its evidence and the source book.
 * Nothing here is ever stored, so no crash, merge or undo can leave a tick on other words.
 */
import type { Assessment, LapseReason } from './assessment'
import { canonical, canonicalMap, sameText } from '../text/compare'
import { factsInTextOrder, type Copy, type Range } from '../copy/copy'
import { QUOTE_LIKE, type FactTag, type SignOff } from '../ledger/fact'
import { dropClosing, sameWords, textBetween, wordsOfRanges, extendOverTokens } from '../copy/factWords'
import { hashDerivation, hashEvidence, hashTranslation } from '../ledger/hash'
import { EMPTY_RECORD, type FactRecord } from '../ledger/ledger'
import { sentenceAround, sentenceBefore } from '../copy/sentences'
import type { Source } from '../desk/source'
import type { Story } from './story'

/** What the copy says of a fact, whoever signed it. */
export interface FactInCopy {
  readonly ranges: readonly Range[]
  readonly words: string
  /** Exact text from the first to the last tagged character. */
  readonly text: string
  readonly sentence: string
  readonly preceding: string
  readonly broken?: 'hole' | 'twoPlaces'
}

/** Reads a fact off the copy by its mark (rule 6: never by searching for its words); undefined when no mark is there. */
export function readFact(copy: Copy, ranges: readonly Range[]): FactInCopy | undefined {
  const first = ranges[0]
  const last = ranges.at(-1)
  if (!first || !last) return undefined
  const broken = brokenTag(copy, ranges)
  return {
    ranges,
    words: wordsOfRanges(copy, ranges),
    text: textBetween(copy, first, last),
    sentence: sentenceAround(copy, first, last),
    preceding: sentenceBefore(copy, first),
    ...(broken ? { broken } : {}),
  }
}

function brokenTag(copy: Copy, ranges: readonly Range[]): 'hole' | 'twoPlaces' | undefined {
  const pieces: string[] = []
  let piece = ''
  ranges.forEach((range, index) => {
    const previous = ranges[index - 1]
    if (previous && !touches(copy, previous, range)) {
      pieces.push(piece)
      piece = ''
    }
    piece += copy[range.block]?.text.slice(range.from, range.to) ?? ''
  })
  pieces.push(piece)
  if (pieces.length === 1) return undefined
  return new Set(pieces.map((text) => canonical(dropClosing(text)))).size < pieces.length ? 'twoPlaces' : 'hole'
}

/** Whether `b` goes on where `a` ends: in the same block, or across a split with nothing between. */
function touches(copy: Copy, a: Range, b: Range): boolean {
  if (a.block === b.block) return a.to === b.from
  // Hard breaks carry no marks in the document: one at a border is no hole.
  const onlyBreaks = (text: string | undefined): boolean => /^\n*$/.test(text ?? '')
  if (!onlyBreaks(copy[a.block]?.text.slice(a.to)) || !onlyBreaks(copy[b.block]?.text.slice(0, b.from))) return false
  for (let index = a.block + 1; index < b.block; index++) if (!onlyBreaks(copy[index]?.text)) return false
  return true
}

export interface FactToAssess {
  readonly tag: FactTag
  readonly record: FactRecord
  readonly inCopy: FactInCopy | undefined
  readonly sources: ReadonlyMap<string, Source>
  /** Whether these words stand in the copy without any fact's tag; asked only when the tag is gone. */
  readonly standsUntagged: (words: string) => boolean
}

/** The status of one fact, with the reasons when it lapsed. */
export function assessFact({ tag, record, inCopy, sources, standsUntagged }: FactToAssess): Assessment {
  const { current } = record
  const base = {
    id: tag.id,
    tag,
    record,
    answered: record.answered,
    evidence: record.evidence,
    reasons: [] as readonly LapseReason[],
    precedingChanged: false,
    ...(current ? { current } : {}),
  }
  if (!inCopy || record.untagged) {
    const last = record.untagged?.words ?? record.lastWords ?? current?.words ?? ''
    // Other words typed before the cut do not take a verdict off the words that it was given for.
    const found = record.untagged
      ? undefined
      : [last, current?.words ?? ''].find((words) => words !== '' && standsUntagged(words))
    const words = found ?? last
    const status = record.untagged ? 'untagged' : found === undefined ? 'cut' : 'lost'
    return { ...base, status, ranges: [], words, text: words, sentence: current?.sentence ?? '', preceding: '' }
  }
  const { ranges, words, text, sentence, preceding, broken } = inCopy
  const found = { ...base, ranges, words, text, sentence, preceding }
  const reasons: LapseReason[] = broken ? [broken] : []
  if (!current) return { ...found, status: broken ? 'reCheck' : 'toCheck', reasons }
  const wordsChanged = !sameWords(words, current.words)
  if (wordsChanged) reasons.unshift('words')
  if (!wordsChanged && !sameText(sentence, current.sentence)) reasons.push('context')
  if (evidenceChanged(current, record)) reasons.push('evidence')
  if (groundRulesChanged(current, record, sources)) reasons.push('groundRules')
  if (translationChanged(current, record)) reasons.push('translation')
  return {
    ...found,
    status: reasons.length > 0 ? 'reCheck' : current.status,
    reasons,
    precedingChanged: QUOTE_LIKE.has(tag.type) && !sameText(preceding, current.preceding),
  }
}

/** Rule 7: signed evidence is gone or replaced, or contradicting evidence came after. */
function evidenceChanged(signOff: SignOff, record: FactRecord): boolean {
  const now = new Set(record.evidence.map(hashEvidence))
  if (signOff.evidence.some((hash) => !now.has(hash))) return true
  const signed = new Set(signOff.evidence)
  return record.evidence.some((item) => item.stance === 'contradicts' && !signed.has(hashEvidence(item)))
}

function groundRulesChanged(signOff: SignOff, record: FactRecord, sources: ReadonlyMap<string, Source>): boolean {
  return record.evidence.some(({ source }) => {
    const signed = signOff.groundRules[source]
    const now = sources.get(source)?.groundRulesVersion
    return signed !== undefined && now !== undefined && signed !== now
  })
}

/** Editing either side of a translation lapses it; the other side is the words. */
const translationChanged = (signOff: SignOff, record: FactRecord): boolean =>
  signOff.translation !== (record.translation && hashTranslation(record.translation))

/**
 * A figure that was worked out lapses with its inputs: asked of all facts together, since an input may be another fact's
 * words. The same list when nothing lapsed.
 */
export function lapseDerived(assessments: readonly Assessment[]): readonly Assessment[] {
  if (!assessments.some(({ record, current }) => record.derivation ?? current?.derived)) return assessments
  const wordsOf = wordsOfFacts(assessments)
  return assessments.map((fact) => {
    const { current, record } = fact
    if (!current || fact.ranges.length === 0 || fact.status === 'untagged') return fact
    const now = record.derivation && hashDerivation(record.derivation, wordsOf)
    return current.derived === now ? fact : { ...fact, status: 'reCheck', reasons: [...fact.reasons, 'inputs'] }
  })
}

/** The words of each fact that stands in the copy, by its id. */
export function wordsOfFacts(assessments: readonly Assessment[]): (fact: string) => string | undefined {
  const words = new Map(assessments.filter(({ ranges }) => ranges.length > 0).map((fact) => [fact.id, fact.words]))
  return (fact) => words.get(fact)
}

/** Every fact of the story: those in the copy in text order, then the tray (cut, lost, untagged) in order of tagging. */
export function assessStory(story: Story, sources: ReadonlyMap<string, Source>): readonly Assessment[] {
  const { copy, tags, ledger } = story
  const standsUntagged = untaggedSearch(copy)
  const assess = (tag: FactTag, inCopy: FactInCopy | undefined): Assessment =>
    assessFact({ tag, record: ledger.facts.get(tag.id) ?? EMPTY_RECORD, inCopy, sources, standsUntagged })
  const ranges = rangesByFact(copy)
  const standing = factsInTextOrder(copy).map((id) =>
    assess(tags.get(id) ?? tagFromRecord(id, ledger.facts.get(id)), readFact(copy, ranges.get(id) ?? [])),
  )
  const inCopy = new Set(standing.map((fact) => fact.id))
  const tray = trayTags(story)
    .filter((tag) => !inCopy.has(tag.id))
    .map((tag) => assess(tag, undefined))
  return lapseDerived([...standing, ...tray])
}

/** `rangesOfFact` for all facts in one pass. */
export function rangesByFact(copy: Copy): ReadonlyMap<string, readonly Range[]> {
  const byFact = new Map<string, Range[]>()
  copy.forEach((block, index) => {
    for (const span of block.spans) {
      if (span.mark !== 'fact') continue
      const ranges = byFact.get(span.id) ?? []
      const last = ranges.at(-1)
      if (last && last.block === index && last.to === span.from) ranges[ranges.length - 1] = { ...last, to: span.to }
      else ranges.push({ block: index, from: span.from, to: span.to })
      byFact.set(span.id, ranges)
    }
  })
  return byFact
}

/**
 * Tags that may be in the tray: every record of the document, and every fact that the ledger has dealt with although an
 * undo took its record away. An undone tag that nobody else has dealt with leaves nothing behind.
 */
export function trayTags({ tags, ledger }: Story): readonly FactTag[] {
  const all = [...tags.values()]
  for (const [id, record] of ledger.facts) {
    if (!tags.has(id) && isDealtWith(record)) all.push(tagFromRecord(id, record))
  }
  return all
}

/** Whether something was said of a fact that outlives its tag. */
export const isDealtWith = ({ signOffs, evidence, untagged, dealtWith }: FactRecord): boolean =>
  signOffs.length > 0 || evidence.length > 0 || untagged !== undefined || dealtWith === true

/** A stand-in for a fact whose record is not in the document: what the ledger knows of it. */
export const tagFromRecord = (id: string, record: FactRecord | undefined): FactTag => ({
  id,
  type: record?.type ?? 'event',
  by: '',
  at: '',
})

/**
 * Whether exact words stand somewhere in the copy on characters that no fact's tag covers. The occurrence must be whole:
 * "57" does not stand in "157".
 */
export function untaggedSearch(copy: Copy): (words: string) => boolean {
  let prepared: { text: string; folded: string; origin: readonly number[]; tagged: Uint8Array } | undefined
  const prepare = (): NonNullable<typeof prepared> => {
    const text = copy.map((block) => block.text).join('\n')
    const tagged = new Uint8Array(text.length)
    let start = 0
    for (const block of copy) {
      for (const span of block.spans) if (span.mark === 'fact') tagged.fill(1, start + span.from, start + span.to)
      start += block.text.length + 1
    }
    const map = canonicalMap(text)
    return { text, folded: map.text, origin: map.origin, tagged }
  }
  return (words) => {
    prepared ??= prepare()
    const { text, folded, origin, tagged } = prepared
    const wanted = canonical(dropClosing(words))
    if (wanted === '') return false
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      const from = origin[at] ?? 0
      const to = origin[at + wanted.length] ?? text.length
      const whole = extendOverTokens(text, from, to)
      if (!sameWords(text.slice(whole.from, whole.to), wanted)) continue
      if (tagged.subarray(from, to).some((covered) => covered === 0)) return true
    }
    return false
  }
}
