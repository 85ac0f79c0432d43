import { storageText } from '../../../catalogue/rooms/storage'
import type { TrustLoss } from '../../../story/ledger/loss'

/** Something that had to be cut, set aside or replaced while a file was read. */
export interface Repair {
  /** Name or path of the file. */
  readonly file: string
  /** Line of the file, from 1. */
  readonly line?: number
  /** One sentence for people, which does not name the file. */
  readonly what: string
  /**
   * 'unfinishedWrite': the end of a write that never finished; nothing that was saved is missing.
   * 'missingEnd': records at the end that had been saved. 'damage': anything else.
   */
  readonly kind: 'unfinishedWrite' | 'missingEnd' | 'damage'
  /** What was lost by it. Absent: nothing that anybody relies on. */
  readonly loss?: Pick<TrustLoss, 'kind' | 'where'>
}

/** The repair as people read it. */
export const repairLine = ({ file, line, what }: Repair): string =>
  line === undefined ? storageText('repair.inFile', { file, what }) : storageText('repair.atLine', { file, line, what })

/** The losses among the repairs. */
export const lossesOf = (repairs: readonly Repair[]): readonly TrustLoss[] =>
  repairs.flatMap((repair) => (repair.loss ? [{ ...repair.loss, detail: repairLine(repair) }] : []))
