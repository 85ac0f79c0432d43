/** The difference between two snapshots of a story: words, facts and fields. */
import type { BlockRole } from '../copy/copy'
import type { FactStatus, FactType } from '../ledger/facts/fact'
import type { FieldName } from '../ledger/fields'
import type { SnapshotLine } from './snapshotLine'

export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** `moved`: the same words in another place, listed where the later snapshot has them. */
export interface BlockChange {
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'moved'
  /** From the later snapshot, or from the earlier one if the block is gone. */
  readonly role: BlockRole
  /** Set if the block had another role before. */
  readonly roleBefore?: BlockRole
  /** "same" and "removed" joined are the block before; "same" and "added" the block after. */
  readonly runs: readonly WordChange[]
}

export interface FactSide {
  readonly type: FactType
  readonly status: FactStatus
  readonly text: string
}
/** Absent `before`: tagged since. Absent `after`: removed. */
export interface FactChange {
  readonly id: string
  readonly before?: FactSide
  readonly after?: FactSide
}

/** Values as people read them. */
export interface FieldChange {
  readonly field: FieldName
  readonly before: string
  readonly after: string
}

/** What changed since a person's last signature of one kind on the whole story. */
export interface SinceSignature {
  /** `legal`: legal's reading was completed. `cleared`: the story was cleared. */
  readonly kind: 'legal' | 'cleared'
  /** ISO 8601 instant. */
  readonly at: string
  /** The signed text reads differently now. */
  readonly changed: boolean
  /** If changed: the words between the snapshot that reads as signed, and now. Absent: no such snapshot is kept. */
  readonly against?: Pick<Comparison, 'blocks' | 'added' | 'removed'> & Pick<SnapshotLine, 'n' | 'at' | 'why' | 'name'>
}

export interface Comparison {
  readonly blocks: readonly BlockChange[]
  /** Only facts whose words, type or status differ. */
  readonly facts: readonly FactChange[]
  /** Only fields that differ. */
  readonly fields: readonly FieldChange[]
  /** Numbers of added and removed words. */
  readonly added: number
  readonly removed: number
}
