/** The result of assessing a fact. The rule is in assessFact.ts. */
import type { Range } from '../copy/copy'
import { factType, type Evidence, type FactStatus, type FactTag, type SignOff } from '../ledger/facts/fact'
import type { FactRecord } from '../ledger/record/factRecord'
import type { BuiltView } from '../view/buildView'
import type { ViewChange } from '../view/compare/viewChange'

export type LapseReason =
  | 'words'
  | 'hole'
  | 'twoPlaces'
  | 'context'
  | 'evidence'
  | 'groundRules'
  | 'translation'
  | 'inputs'
  | 'claim'
  | 'headers'
  | 'belongsTo'
  | 'picture'
  | 'links'
  | 'dateline'
  | 'source'
  /** On another machine its source is another one: see verdicts/sourcesElsewhere.ts. */
  | 'elsewhere'
  /** A record that it rests on was lost: see lostTrust.ts. */
  | 'loss'
  /** People who did not know of one another gave verdicts that differ. */
  | 'otherVerdict'
  /** The latest sign-off does not count: see `refused`. */
  | 'notEntitled'
  /** The verifier wrote in the context, and nobody else has looked at it. */
  | 'ownContext'

/** Reasons that concern only what stands around the words. A person accepts them with one key. */
export const CONTEXT_REASONS: ReadonlySet<LapseReason> = new Set([
  'context',
  'headers',
  'belongsTo',
  'picture',
  'links',
  'dateline',
  'ownContext',
])

/** Whether only what stands around the words lapsed. That a later verdict does not count is no lapse of this one. */
export function areContextOnly(reasons: readonly LapseReason[]): boolean {
  const lapses = reasons.filter((reason) => reason !== 'notEntitled')
  return lapses.length > 0 && lapses.every((reason) => CONTEXT_REASONS.has(reason))
}

export interface Assessment {
  readonly id: string
  readonly tag: FactTag
  readonly status: FactStatus
  /** Why a signed status lapsed, in order of weight. Empty unless `status` is reCheck, but for 'notEntitled'. */
  readonly reasons: readonly LapseReason[]
  /** The graf around the context, or the graf before a quote-like fact, changed since sign-off: warns only. */
  readonly precedingChanged: boolean
  /** The view of the fact now (story/view). Absent when the tag is gone. */
  readonly view?: BuiltView
  /** What changed since the sign-off, part by part. Empty without one. */
  readonly changes: readonly ViewChange[]
  /** The sign-off is from before views: only its words, sentence and evidence are compared. */
  readonly beforeViews: boolean
  readonly answered: boolean
  /** The last sign-off that counts. */
  readonly current?: SignOff
  /** The same verdict by people who did not know of one another, and other verdicts by such people. Absent: none. */
  readonly beside?: readonly SignOff[]
  readonly differs?: readonly SignOff[]
  /** The same verdicts beside `current` that only the source book here has lapsed. Absent: none. */
  readonly unfit?: readonly SignOff[]
  /** The latest sign-off, if it does not count, and why. */
  readonly refused?: { readonly signOff: SignOff; readonly why: string }
  readonly record: FactRecord
  readonly evidence: readonly Evidence[]
  /** Ranges of the tag in text order; empty when the tag is gone. */
  readonly ranges: readonly Range[]
  /** The fact's words now (rule 1), or the last known ones when the tag is gone. */
  readonly words: string
  /** Exact text under the tag's marks, for showing. */
  readonly text: string
  readonly sentence: string
  readonly preceding: string
}

/** Whether the fact is a quote now. Its type may have changed since it was tagged. */
export const isQuote = (fact: Pick<Assessment, 'tag' | 'record'>): boolean => factType(fact) === 'quote'
