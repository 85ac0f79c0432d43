/** What lies between two versions of a story, as people read it: words, facts and fields. */
import type { BlockRole } from '../copy/copy'
import type { FactStatus, FactType } from '../ledger/fact'
import type { FieldName } from '../ledger/fields'
import type { SnapshotLine } from './snapshotLine'

export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** `moved`: the same words at another place; it stands where it is in the later version. */
export interface BlockChange {
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'moved'
  /** As in the later version, or in the earlier one when the block is gone. */
  readonly role: BlockRole
  /** Set when the block was something else before. */
  readonly roleBefore?: BlockRole
  /** The texts of "same" and "removed" joined are the block before, of "same" and "added" the block after. */
  readonly runs: readonly WordChange[]
}

export interface FactSide {
  readonly type: FactType
  readonly status: FactStatus
  readonly text: string
}
/** Absent `before`: tagged since. Absent `after`: its record is gone. */
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

/** What became of the copy since a person's last signature of one kind on the story as a whole. */
export interface SinceSignature {
  /** `legal`: legal's reading was completed. `cleared`: the story was cleared. */
  readonly kind: 'legal' | 'cleared'
  /** ISO 8601 instant. */
  readonly at: string
  /** What the signature covers reads otherwise now. */
  readonly changed: boolean
  /** When changed: the words between the kept version that reads as signed, and now. Absent: no version that is kept does. */
  readonly against?: Pick<Comparison, 'blocks' | 'added' | 'removed'> & Pick<SnapshotLine, 'n' | 'at' | 'why' | 'name'>
}

export interface Comparison {
  readonly blocks: readonly BlockChange[]
  /** Only facts whose words, type or status differ. */
  readonly facts: readonly FactChange[]
  /** Only fields that differ. */
  readonly fields: readonly FieldChange[]
  /** Words put in and taken out. */
  readonly added: number
  readonly removed: number
}
