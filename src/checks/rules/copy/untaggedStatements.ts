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
import { partOf, type Block, type Copy, type Range } from '../../../story/copy/copy'
import { TYPE_WORDS } from '../../../story/ledger/facts/fact'
import { extendOverTokens } from '../../../story/copy/words/factWords'
import type { Finding, RuleId } from '../../../story/assessment/finding'
import type { Check, Checked } from '../../finding/check'
import { joinPhrases } from '../../detect/phrase/joinPhrases'
import { shownRange } from '../../detect/phrase/shownRange'
import { overlapAny, RANK, type Region, type StatementKind } from '../../detect/statement'
import type { KeyedStatement } from '../../detect/statementsOf'
import { isDatedByWord } from '../../detect/numbers/years'
import { isQuiet, statementsWith, taughtIn } from '../../detect/taught/taughtWords'
import { keyText } from '../../finding/findingKey'
import { isLeftStanding, placesLeftStanding } from '../facts/factLeftStanding'
import { named } from '../../finding/wording'
import { formatInteger } from '../../../story/text/format/formatInteger'
import { counting, denialKey, keysAt, keysOf, numbered, placesKeys, type PlacedKey } from './untaggedKeys'

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
    const open: Open[] = []
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
    const shown = open.filter(({ statement }) => {
      // A word of the desk hides nothing that is found without it.
      if (statement.taught ? isInside(statement) : isPart(statement)) return false
      if (isReported({ from: statement.coreFrom, to: statement.coreTo })) return false
      return !isQuiet(statement, taught) && !isKnown(statement, block.text, known)
    })
    const phrases = joinPhrases(block.text, shown, mayJoin).map((group) => {
      const { statement } = group[0]
      const where = statement.taught ? statement : shownRange(block.text, statement, group.at(-1)?.statement)
      return { group, statement: { ...statement, ...where, words: block.text.slice(where.from, where.to) } }
    })
    const hedges = phrases.flatMap(({ statement }) => hedgeOf(statement))
    const isHedge = ({ kind, coreFrom, coreTo }: KeyedStatement): boolean =>
      kind === 'superlative' && hedges.some(({ from, to }) => from <= coreFrom && coreTo <= to)
    for (const { group, statement } of phrases) {
      if (isHedge(statement)) continue
      const keys = group.map((one) =>
        one.keys.map(({ key, rule }) => `${key}${denialKey(copy, index, one.statement, rule)}`),
      )
      findings.push({ ...finding(statement, index, group[0].tag), ...keysOf(keys) })
    }
  }
  return findings
}

/** A statement that no tag covers. */
interface Open {
  readonly statement: KeyedStatement
  readonly keys: readonly PlacedKey[]
  /** A tag that covers it and does not count. */
  readonly tag: Assessment | undefined
}

/** “more than” of “more than halved”, “más de” of “más de diez”: it compares nothing else. */
const hedgeOf = ({ kind, from, coreFrom }: KeyedStatement): readonly Region[] =>
  kind === 'figure' && from < coreFrom ? [{ from, to: coreFrom }] : []

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

/** Statements with different tags stay apart: each message tells of its tag. */
const mayJoin = (a: Open, b: Open): boolean =>
  a.tag === b.tag && a.statement.taught === undefined && b.statement.taught === undefined

function finding(
  statement: KeyedStatement,
  block: number,
  tag: Assessment | undefined,
): Omit<Finding, 'key' | 'formerKeys'> {
  const { kind, from, to, words } = statement
  const blocks = kind !== 'name' && kind !== 'date'
  const what = kindOf(statement)
  return {
    rule: UNTAGGED_RULE[kind],
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

const NAME_WORD = /\p{Lu}[\p{L}\p{M}\p{N}]+|\p{sc=Hangul}{2,}/gu

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
