/**
 * Builds the view of a fact as the copy, the records and the source book are now. Pure: the window and the owner build
 * the same.
 */
import { hashTranslation } from '../ledger/hash'
import { overTokens } from '../copy/words/factWords'
import { mayTurn } from '../language/shownOrder'
import { canonical } from '../text/compare'
import { relativeDayIn } from '../language/relativeDay'
import { claimOf } from './claims'
import { commitmentOf } from './commitment'
import { contextOf, formerContexts, shownBetween, type FormerContext, type GrafTexts, type RestNow } from './context'
import { hashView, VIEW_RULE, type EvidenceView, type SignedView } from './signedView'
import type { Copy, Range } from '../copy/copy'
import type { Source } from '../desk/source'
import { factType, type Evidence, type FactTag } from '../ledger/facts/fact'
import type { FactRecord } from '../ledger/record/factRecord'
import { defined } from '../text/defined'

export interface ViewInput {
  readonly copy: Copy
  /** Where the tag lies, in text order. At least one. */
  readonly ranges: readonly Range[]
  /** The fact's words (rule 1). */
  readonly words: string
  readonly tag: FactTag
  readonly record: FactRecord
  readonly sources: ReadonlyMap<string, Source>
  /** The dateline's date as printed. Absent or '': none. */
  readonly dateline?: string
}

/** A view with its hash, and the texts that a comparison needs and the hash covers already. */
export interface BuiltView {
  readonly view: SignedView
  readonly hash: string
  /** The claim and who said it, as they stand. */
  readonly claim: string
  readonly saidBy: string
  readonly rest?: RestNow
  readonly grafs: GrafTexts
  /** What stands around by the view rules before, with which their sign-offs are compared. Those that differ. */
  readonly formers: readonly FormerContext[]
}

/** What a person who signs the fact now would sign, with its hash. */
export function buildView({ copy, ranges, words, tag, record, sources, dateline = '' }: ViewInput): BuiltView {
  const type = factType({ tag, record })
  const { context, rest, grafs } = contextOf(copy, ranges, type)
  const isRelative = dateline.trim() !== '' && relativeDayIn(words) !== undefined
  const { statement = '', attributedTo = '' } = tag
  const view: SignedView = {
    rule: VIEW_RULE,
    words: shownWords(copy, ranges, words) ?? canonical(words),
    type,
    ...(statement.trim() === '' ? {} : { statement: claimOf(statement, sources) }),
    ...(attributedTo.trim() === '' ? {} : { attributedTo: claimOf(attributedTo, sources) }),
    context: isRelative ? { ...context, dateline } : context,
    evidence: record.evidence.map((item) => evidenceView(item, sources)),
    ...defined({ translation: record.translation && hashTranslation(record.translation) }),
  }
  return {
    view,
    hash: hashView(view),
    claim: canonical(statement),
    saidBy: canonical(attributedTo),
    grafs,
    formers: formerContexts(copy, ranges, type).map((former) =>
      isRelative ? { ...former, context: { ...former.context, dateline } } : former,
    ),
    ...defined({ rest }),
  }
}

/** The view that a fact has once it has exactly this evidence. */
export function viewWithEvidence(
  built: BuiltView,
  evidence: readonly Evidence[],
  sources: ReadonlyMap<string, Source>,
): BuiltView {
  const view = { ...built.view, evidence: evidence.map((item) => evidenceView(item, sources)) }
  return { ...built, view, hash: hashView(view) }
}

/** The view of a derived figure: `derivation` is the hash of its working with the inputs' words. */
export function withDerivation(built: BuiltView, derivation: string): BuiltView {
  const view = { ...built.view, derivation }
  return { ...built, view, hash: hashView(view) }
}

const evidenceView = (
  { source, stance, locator, excerpt, note, file }: Evidence,
  sources: ReadonlyMap<string, Source>,
): EvidenceView => ({
  source,
  commitment: commitmentOf(source, sources),
  stance,
  locator,
  ...defined({ excerpt, note, file }),
})

/** The words as shown, if the screen shows them in another order than the text has. */
function shownWords(copy: Copy, ranges: readonly Range[], words: string): string | undefined {
  if (!ranges.some(({ block }) => mayTurn(copy[block]?.text ?? ''))) return undefined
  const wide = overTokens(copy, ranges)
  const first = wide[0]
  const last = wide.at(-1)
  if (!first || !last) return undefined
  const start = (copy[first.block]?.text ?? '').indexOf(words.split('\n')[0] ?? '', first.from)
  if (first.block !== last.block || start < 0) return shownBetween(copy, first, last)
  return shownBetween(copy, { ...first, from: start }, { ...last, to: start + words.length })
}
