import { withMarks } from '../../exchange/export/parts/fileName'
import type { Verdict } from '../../story/assessment/finding'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { Exported } from '../../story/requests/exchange/exchangeAnswers'
import { defined } from '../../story/text/defined'
import type { PreparedExport } from './prepareExport'

interface LoggedExport {
  readonly sha256: string
  readonly verdict: Verdict
  /** The entry that notes the export. */
  readonly entry: LedgerEntry | undefined
  /** The name that the person chose for the file. */
  readonly saveAs: string | undefined
}

/** The answer to an export that is noted in the ledger. */
export const exportAnswer = (
  { fileName, mediaType, bytes, losses, keptBack, beside }: PreparedExport,
  { sha256, verdict, entry, saveAs }: LoggedExport,
): Exported => ({
  fileName,
  mediaType,
  bytes,
  sha256,
  losses,
  ...(keptBack.length === 0 ? {} : { keptBack }),
  ...defined({ beside }),
  verdict,
  ...defined({ entry: entry?.seq, saveAs: saveAs === undefined ? undefined : withMarks(saveAs, fileName) }),
})
