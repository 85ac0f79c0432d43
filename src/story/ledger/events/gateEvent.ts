/** Moves to another stage, and what people decide about findings at the gate. */
import type { FieldName } from '../fields'
import type { TrustLoss } from '../loss'
import type { Stage, VersionKind } from '../stages'

export type GateEvent =
  | {
      readonly kind: 'moved'
      readonly from: Stage
      readonly to: Stage
      readonly reason?: string
      readonly copyHash: string
      readonly blocks: number
      readonly warns: number
      readonly overrides: readonly FindingKey[]
      readonly versionKind?: VersionKind
      /** The app made the move because cleared copy was edited. */
      readonly automatic?: boolean
      /** Then: the parts that changed. Older entries lack it. */
      readonly changed?: readonly LeavingPart[]
      /** Moves to cleared: what was cleared. Older entries lack it: they cleared only the copy. */
      readonly leaving?: Leaving
      /** Moves to cleared and published: the desk's own words that the gate asked for. Absent: none. */
      readonly deskWords?: DeskWordsAsked
      /** Kills: what was missing then. Absent: nothing, or an earlier Stet. */
      readonly lost?: readonly TrustLoss[]
    }
  | ({ readonly kind: 'overridden'; readonly reason: string } & FindingKey)
  | ({ readonly kind: 'dismissed'; readonly reason?: string } & FindingKey)
  /** A person takes back what they dismissed themselves. Dismissals of others stay. */
  | { readonly kind: 'undismissed'; readonly findings: readonly FindingKey[] }

/** Identifies a finding. An override or dismissal holds for this rule, place and words only. */
export interface FindingKey {
  readonly rule: string
  /** Stable text for the place and its words. A finding with another key is another finding. */
  readonly key: string
}

/** One string for a finding: rule and key. */
export const findingName = ({ rule, key }: FindingKey): string => `${rule}\u0000${key}`

/** What left, or may leave: a hash for each part. */
export interface Leaving {
  /** Version of this rule. A later one may know more parts. */
  readonly rule: number
  readonly parts: Readonly<Record<string, string>>
}

export type LeavingPart = 'headline' | 'deck' | 'text' | 'pictures' | FieldName

/** The desk's own words that a gate asked for (deskWordsAsked.ts). */
export interface DeskWordsAsked {
  readonly count: number
  /** SHA-256 over list, words and language of each, in any order. */
  readonly hash: string
}
