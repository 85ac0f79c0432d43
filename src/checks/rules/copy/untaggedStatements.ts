/**
 * Untagged statements (rule 10): a quotation, figure or superlative that no fact covers blocks; a name, date or place
 * warns. Statements inside an untagged quotation or superlative are not reported again. A tag counts if somebody must
 * check it before clearing: its type blocks while to check, or it has a status and has not lapsed to a warning. A
 * figure under an unchecked name is not checked. A quotation counts under a quote tag only: the transcript and the
 * ground rules are asked of no other type.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import { isQuote, type Assessment } from '../../../story/assessment/assessment'
import { BLOCKS_TO_CHECK, weighFact } from '../../../story/assessment/clearing'
import { holdsAsCleared } from '../../../story/assessment/heldBy'
import { canonical } from '../../../story/text/compare'
import { FORMER_SENTENCE_RULES, readsOtherwise, SENTENCE_RULE } from '../../../story/copy/words/sentences'
import { partOf, type Block, type Copy, type Range } from '../../../story/copy/copy'
import { TYPE_WORDS } from '../../../story/ledger/facts/fact'
import { denialsBeside } from '../../../story/view/denialsBeside'
import { neighboursOf } from '../../../story/view/neighbours'
import { FORMER_VIEW_RULES, sentencesOfView } from '../../../story/view/signedView'
import { defined } from '../../../story/text/defined'
import { extendOverTokens } from '../../../story/copy/words/factWords'
import type { Finding, RuleId } from '../../../story/assessment/finding'
import type { Check, Checked } from '../../finding/check'
import { overlapAny, RANK, type Region, type StatementKind } from '../../detect/statement'
import type { KeyedStatement } from '../../detect/statementsOf'
import { isDatedByWord } from '../../detect/numbers/years'
import { isQuiet, statementsWith, taughtIn } from '../../detect/taught/taughtWords'
import { keyText } from '../../finding/findingKey'
import { leadKey, placeKey } from '../../finding/placeKey'
import { isLeftStanding, placesLeftStanding } from '../facts/factLeftStanding'
import { named } from '../../finding/wording'
import { formatInteger } from '../../../story/text/format/formatInteger'

export const UNTAGGED_RULE: Readonly<Record<StatementKind, RuleId>> = {
  quote: 'untaggedQuote',
  superlative: 'untaggedSuperlative',
  figure: 'untaggedFigure',
  date: 'untaggedName',
  name: 'untaggedName',
}

export const untaggedStatements: Check = (checked) => {
  const { copy } = checked.story
  const { words } = checked.desk
  const isAnswered = holdsAsCleared(checked.story.ledger.standing.stage) ? wasAnswered : isAnsweredNow
  const facts = new Map(checked.assessments.map((fact) => [fact.id, fact]))
  const reported = regionsReported(checked)
  const nthOf = counting()
  const findings: Finding[] = []
  const known = knownNames(checked)
  for (const index of bodyFirst(copy)) {
    const block = copy[index]
    if (!block) continue
    if (block.text.length > LONGEST_GRAF) {
      findings.push(tooLong(block, index))
      continue
    }
    const open: { statement: KeyedStatement; keys: readonly PlacedKey[]; tag: Assessment | undefined }[] = []
    const places = placesKeys(copy, index)
    for (const statement of statementsWith(block, words)) {
      const keys = numbered(keysAt(statement, places), nthOf)
      const tag = coverOf(statement, block, facts, isAnswered)
      if (tag === 'counts') continue
      open.push({ statement, keys, tag })
    }
    const isPart = partsInOrder()
    const isReported = overlapAny(reported.get(index) ?? [])
    const taught = taughtIn(block, words)
    const isInside = overlapAny(open.map(({ statement }) => statement).filter(mayHold))
    for (const { statement, keys, tag } of open) {
      // A word of the desk hides nothing that is found without it.
      if (statement.taught ? isInside(statement) : isPart(statement)) continue
      if (isReported({ from: statement.coreFrom, to: statement.coreTo })) continue
      if (isQuiet(statement, taught) || isKnown(statement, block.text, known)) continue
      const [key = '', ...before] = new Set(
        keys.map((one) => `${one.key}${denialKey(copy, index, statement, one.rule)}`),
      )
      const formerKeys = before.length > 0 ? before : undefined
      findings.push({ ...finding(statement, index, key, tag), ...defined({ formerKeys }) })
    }
  }
  return findings
}

/** What the place adds to a key: now, by each view rule before, and before any lead-in counted. */
function placesKeys(copy: Copy, index: number): Places {
  const place = placeKey(copy, index)
  const { before = -1, after = -1 } = neighboursOf(copy)[index] ?? {}
  const grafs = [before, index, after].map((at) => copy[at]?.text ?? '')
  const others = FORMER_SENTENCE_RULES.filter((rule) => grafs.some((text) => readsOtherwise(text, rule)))
  return {
    now: `${place}${leadKey(copy, index)}`,
    former: FORMER_VIEW_RULES.map((rule) => [sentencesOfView(rule), `${place}${leadKey(copy, index, rule)}`] as const),
    bare: place,
    readAs: (rule) => (others.some((other) => other === rule) ? rule : SENTENCE_RULE),
  }
}

interface Places {
  readonly now: string
  /** By the version of the sentence rule. */
  readonly former: readonly (readonly [rule: number, place: string])[]
  readonly bare: string
  /** The newest version that reads the graf and those beside it as this one. */
  readonly readAs: (rule: number) => number
}

interface PlacedKey {
  readonly key: string
  /** Version of the sentence rule. */
  readonly rule: number
}

/** Before any lead-in counted, sentences were read by this version of their rule. */
const BEFORE_LEADS = 2

/** The key of a statement, and the others that earlier Stets gave it. */
function keysAt({ key, formerKeys = {} }: KeyedStatement, { now, former, bare, readAs }: Places): readonly PlacedKey[] {
  const all = [
    { key: `${key}${now}`, rule: SENTENCE_RULE },
    ...former.map(([rule, place]) => ({ key: `${formerKeys[rule] ?? key}${place}`, rule: readAs(rule) })),
    { key: `${formerKeys[BEFORE_LEADS] ?? key}${bare}`, rule: readAs(BEFORE_LEADS) },
  ]
  const isSame = (a: PlacedKey, b: PlacedKey): boolean => a.key === b.key && a.rule === b.rule
  return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at)
}

/** With the number of each place. Keys that are equal are one place: they differ by what each rule reads beside it. */
function numbered(keys: readonly PlacedKey[], nthOf: (stands: string) => string): readonly PlacedKey[] {
  const nth = new Map([...new Set(keys.map(({ key }) => key))].map((key) => [key, nthOf(key)]))
  return keys.map(({ key, rule }) => ({ key: nth.get(key) ?? key, rule }))
}

/** Tells places of equal keys apart by their number. Ask it for each place, in reading order. */
function counting(): (stands: string) => string {
  const seen = new Map<string, number>()
  return (stands) => {
    const nth = (seen.get(stands) ?? 0) + 1
    seen.set(stands, nth)
    return `${stands}:${nth}`
  }
}

/** “Nothing to check” ends with a sentence beside that denies the words (“That is not true.”). '' without one. */
function denialKey(copy: Copy, block: number, { from, to }: KeyedStatement, rule: number = SENTENCE_RULE): string {
  const place = { block, from, to }
  const denials = denialsBeside(copy, place, place, rule)
  return denials === undefined ? '' : `!${keyText(denials)}`
}

/** A quotation or claim that is found without the desk's words: words inside are part of it. */
const mayHold = ({ kind, taught }: KeyedStatement): boolean =>
  taught === undefined && (kind === 'quote' || kind === 'superlative')

/** The most characters of a graf. 100,000 statements in one graf help nobody, and reading them delays everybody. */
const LONGEST_GRAF = 30_000

/** Nobody dismisses or overrides it: that would cover all statements of the graf, unseen. It is split. */
const tooLong = ({ text }: Block, block: number): Finding => ({
  rule: 'untaggedFigure',
  key: `tooLong:${keyText(text)}`,
  severity: 'block',
  message: checksText('untagged.tooLong', { characters: formatInteger(text.length) }),
  where: { kind: 'text', block, from: 0, to: 200 },
  overridable: false,
  dismissable: false,
})

/** What a statement is, in a sentence: “a figure”. */
export const kindOf = ({ kind, taught }: KeyedStatement): string =>
  taught === undefined ? checksText(`untagged.kind.${kind}`) : checksText('untagged.kind.taught', { phrase: taught })

function finding(statement: KeyedStatement, block: number, key: string, tag: Assessment | undefined): Finding {
  const { kind, from, to, words } = statement
  const blocks = kind !== 'name' && kind !== 'date'
  const what = kindOf(statement)
  return {
    rule: UNTAGGED_RULE[kind],
    key,
    severity: blocks ? 'block' : 'warn',
    message: tag
      ? checksText(weaknessOf(kind, tag), {
          words: named(words),
          kind: what,
          type: TYPE_WORDS[tag.tag.type].toLowerCase(),
        })
      : checksText('untagged.none', { words: named(words), kind: what }),
    where: { kind: 'text', block, from, to },
    overridable: true,
    dismissable: true,
    dismissNotAuthor: true,
  }
}

/** Why a tag does not count, as a text of the catalogue. */
function weaknessOf(kind: StatementKind, { status }: Assessment) {
  if (kind === 'quote') return 'untagged.otherType' as const
  return status === 'reCheck' ? ('untagged.lapsed' as const) : ('untagged.weakly' as const)
}

/** 'counts' if facts cover the statement; otherwise the fact that covers it without counting, if any. */
function coverOf(
  statement: KeyedStatement,
  block: Block,
  facts: ReadonlyMap<string, Assessment>,
  isAnswered: (fact: Assessment) => boolean,
): 'counts' | Assessment | undefined {
  const { kind, from, to, coreFrom, coreTo } = statement
  let covered = coreFrom
  let weak: Assessment | undefined
  for (const span of block.spans) {
    if (span.from >= to) break
    if (span.mark !== 'fact' || span.to <= from || facts.get(span.id)?.status === 'untagged') continue
    if (kind === 'name' || kind === 'date') return 'counts'
    const fact = facts.get(span.id)
    const counts = fact !== undefined && (kind === 'quote' ? isQuote(fact) : isAnswered(fact))
    // A "superlative" tag on any part of the comparison ("six years" of "first talks in six years") covers it.
    if (kind === 'superlative' && fact?.tag.type === 'superlative') return 'counts'
    const { from: first, to: last } = wholeTokens(block.text, span, statement)
    if (counts && first <= covered) covered = Math.max(covered, last)
    else if (!counts && fact && first <= coreFrom && coreTo <= last) weak = fact
  }
  return covered >= coreTo ? 'counts' : weak
}

/**
 * Somebody must check it before clearing, or has. A lapsed tag of a type that only warns answers for nothing: else its
 * type, which the author chooses, would let a figure through beside “rose” → “did not rise”.
 */
const isAnsweredNow = (fact: Assessment): boolean =>
  wasAnswered(fact) && (BLOCKS_TO_CHECK.has(fact.tag.type) || fact.status !== 'reCheck' || weighFact(fact) === 'block')

/** So an earlier Stet read it. What it cleared can leave; the next clearing asks again. */
const wasAnswered = ({ tag, status }: Assessment): boolean => BLOCKS_TO_CHECK.has(tag.type) || status !== 'toCheck'

/**
 * A fact's words extend over the tokens they touch: a digit at the edge of a tag is a changed fact, not a new figure.
 */
function wholeTokens(text: string, span: Region, { coreFrom, coreTo }: KeyedStatement): Region {
  const edgeInside = (edge: number): boolean => coreFrom < edge && edge < coreTo
  return edgeInside(span.from) || edgeInside(span.to) ? extendOverTokens(text, span.from, span.to) : span
}

/** Call it for statements in reading order. Whether an earlier one of the same or a higher rank contains this one. */
function partsInOrder(): (statement: KeyedStatement) => boolean {
  const reach: number[] = []
  return ({ kind, to }) => {
    const rank = RANK[kind]
    const isPart = reach.some((end, other) => other >= rank && end >= to)
    reach[rank] = Math.max(reach[rank] ?? 0, to)
    return isPart
  }
}

/** Places by block that other rules report: words that lost their tag, and gaps in tags. */
function regionsReported({ story, assessments }: Checked): ReadonlyMap<number, readonly Region[]> {
  const regions = new Map<number, Region[]>()
  const add = ({ block, from, to }: Range): void => {
    regions.set(block, [...(regions.get(block) ?? []), { from, to }])
  }
  for (const fact of assessments) {
    if (isLeftStanding(fact)) placesLeftStanding(story.copy, fact).forEach(add)
    if (!fact.reasons.includes('hole')) continue
    fact.ranges.forEach((range, index) => {
      const next = fact.ranges[index + 1]
      if (next?.block === range.block) add({ block: range.block, from: range.to, to: next.from })
    })
  }
  return regions
}

/** Words of tagged names and dates. Later mentions are not reported. */
function knownNames({ assessments }: Checked): Set<string> {
  const known = new Set<string>()
  for (const fact of assessments) {
    if (fact.ranges.length === 0) continue
    if (fact.tag.type === 'date') known.add(canonical(fact.text))
    else for (const word of fact.text.match(NAME_WORD) ?? []) known.add(canonical(word))
  }
  return known
}

const NAME_WORD = /\p{Lu}[\p{L}\p{M}\p{N}]+/gu

const BARE_YEAR = /^\p{Nd}{4}$/u

/** Whether a name or date is known. Remembers it if not. A bare year may be a count, unless a small word dates it. */
function isKnown({ kind, words, from }: KeyedStatement, text: string, known: Set<string>): boolean {
  if (kind !== 'name' && kind !== 'date') return false
  if (BARE_YEAR.test(words) && !isDatedByWord(text, from)) return false
  const parts = kind === 'date' ? [canonical(words)] : (words.match(NAME_WORD) ?? [words]).map(canonical)
  const isNew = parts.some((part) => !known.has(part))
  for (const part of parts) known.add(part)
  return !isNew
}

/** Body copy comes before headline and deck: a full name in the body covers the short one in the headline. */
function bodyFirst(copy: Copy): readonly number[] {
  const indexes = [...copy.keys()]
  const inBody = (index: number): boolean => partOf(copy[index]?.role ?? 'paragraph') === 'body'
  return [...indexes.filter(inBody), ...indexes.filter((index) => !inBody(index))]
}
