/**
 * A loss: a record that the library once had and lacks now, or has in a form that nobody can trust. While a loss
 * stands, nothing that rests on the record counts as checked.
 */
export const LOSS_KINDS = [
  /** A line of the ledger cannot be read, or is missing between two others. */
  'ledgerLine',
  /** The ledger ends before its last known entry, or in another entry. */
  'ledgerEnd',
  /** An entry without the signature that it must have, or with a wrong one. */
  'unsigned',
  'forged',
  /** An entry with which its person did what they may not do. */
  'noRight',
  /** The change log lacks changes. */
  'log',
  /** A captured file is missing, or is not the file that was captured. `where`: its SHA-256. */
  'fileGone',
  'fileDiffers',
  /** Of the library: neither copy of a small file can be read, or both are older than the library's ledger says. */
  'roster',
  'sources',
  'settings',
  'words',
  'keys',
  /** Of the library: its own ledger, or the table of the heads of all ledgers. */
  'libraryLedger',
  'heads',
] as const
export type LossKind = (typeof LOSS_KINDS)[number]

export interface TrustLoss {
  readonly kind: LossKind
  /** Names what was lost, so that accepting it accepts no other loss: the entries beside a gap, a hash, a file. */
  readonly where: string
  /** The only fact concerned. Absent: all of the story, or of the library, or, of a file, every fact that used it. */
  readonly fact?: string
  /** What is missing, one sentence for people. */
  readonly detail: string
}

/** A loss that a named editor accepted. */
export interface AcceptedLoss extends TrustLoss {
  /** Number of the entry. A sign-off that came later counts again. */
  readonly entry: number
  readonly by: string
  readonly at: string
  readonly reason: string
}

export const lossKey = ({ kind, where }: Pick<TrustLoss, 'kind' | 'where'>): string => `${kind} ${where}`

export const isFileLoss = ({ kind }: Pick<TrustLoss, 'kind'>): boolean => kind === 'fileGone' || kind === 'fileDiffers'

const OF_LIBRARY: ReadonlySet<LossKind> = new Set<LossKind>([
  'roster',
  'sources',
  'settings',
  'words',
  'keys',
  'libraryLedger',
  'heads',
])
/** Whether it closes every story, and only `library.acceptLoss` accepts it. */
export const isLibraryLoss = ({ kind }: Pick<TrustLoss, 'kind'>): boolean => OF_LIBRARY.has(kind)

const OF_HISTORY: ReadonlySet<LossKind> = new Set<LossKind>([
  'ledgerLine',
  'ledgerEnd',
  'unsigned',
  'forged',
  'noRight',
  'libraryLedger',
  'heads',
])
/** Whether entries of a story may be missing, or do not count: nobody knows what they said. */
export const isHistoryLoss = ({ kind }: Pick<TrustLoss, 'kind'>): boolean => OF_HISTORY.has(kind)

/** Each loss once, the first with its key. */
export const distinctLosses = (losses: readonly TrustLoss[]): readonly TrustLoss[] =>
  [...new Map([...losses].reverse().map((loss) => [lossKey(loss), loss])).values()].reverse()

/** What Stet and editors note of losses. Files that lie elsewhere are not losses. */
export type LossEvent =
  /** Stet found something missing. Noted before anything else is written, so that it stays known. */
  | { readonly kind: 'lossFound'; readonly losses: readonly TrustLoss[] }
  /** A named editor accepts the losses. Facts that nobody signs afterwards stay re-check. */
  | { readonly kind: 'lossAccepted'; readonly losses: readonly TrustLoss[]; readonly reason: string }
  /** Captured files that lie elsewhere: left out of a bundle, fetched later. They are not gone. */
  | { readonly kind: 'filesElsewhere'; readonly files: readonly string[] }
