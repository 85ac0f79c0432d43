import { sheetText } from '../../catalogue/sheet'
import { isCorrectionKind } from '../../story/ledger/correctionNote'
import { untold } from '../../story/ledger/corrections'
import { hashCopy } from '../../story/ledger/hash'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { Story } from '../../story/assessment/story'
import type { SnapshotLine } from '../../story/requests/snapshotLine'
import { shortTime } from '../facts/list/factLines'

/** What its last move left to be known about a story, until the next one. */
export interface StandingNote {
  readonly kind: 'sentBack' | 'fellBack' | 'changed' | 'correction'
  readonly text: string
  /** As the person typed it. */
  readonly reason?: string
}

type Moved = Extract<LedgerEntry, { kind: 'moved' }>
const isMove = (entry: LedgerEntry): entry is Moved => entry.kind === 'moved'

/**
 * Why the story was sent back; that cleared copy was changed and so is in review again; that the copy is not the one that
 * was published; that a correction has no record yet or went out without one, or that nobody told those who have the wrong words. Undefined while there is nothing of the kind.
 */
export function standingNote(
  { copy, ledger }: Pick<Story, 'copy' | 'ledger'>,
  entries: readonly LedgerEntry[],
  today?: string,
): StandingNote | undefined {
  const { standing, publishedHash } = ledger
  if (standing.stage === 'published' && publishedHash !== undefined && publishedHash !== hashCopy(copy)) {
    return {
      kind: 'changed',
      text: sheetText('standing.changed', { version: standing.version }),
    }
  }
  const last = entries.findLast(isMove)
  if (standing.stage === 'draft' && last?.to === 'draft' && last.reason && last.from !== 'spiked') {
    return {
      kind: 'sentBack',
      text: sheetText('standing.sentBack', { by: last.by, at: shortTime(last.at, today) }),
      reason: last.reason,
    }
  }
  if (standing.stage === 'inReview' && last?.automatic) {
    const clearing = entries.findLast((entry): entry is Moved => isMove(entry) && entry.to === 'cleared')
    return {
      kind: 'fellBack',
      text: sheetText('standing.lapsed', {
        at: shortTime(last.at, today),
        by: clearing?.by ?? sheetText('standing.somebody'),
      }),
    }
  }
  return correctionNote(ledger, entries)
}

function correctionNote(
  { standing, correction }: Story['ledger'],
  entries: readonly LedgerEntry[],
): StandingNote | undefined {
  const { stage, version, versionKind } = standing
  const waiting = untold(entries).flatMap(({ destinations }) => destinations).length
  if (
    isCorrectionKind(versionKind) &&
    stage !== 'published' &&
    stage !== 'killed' &&
    correction?.approver === undefined
  ) {
    return {
      kind: 'correction',
      text: correction
        ? sheetText('correction.toApprove', { by: correction.by, version })
        : sheetText('correction.toRecord', { version, versionKind }),
    }
  }
  if (stage !== 'published') return undefined
  // An editor let it go without one.
  if (isCorrectionKind(versionKind) && correction?.approver === undefined)
    return {
      kind: 'correction',
      text: sheetText('correction.unrecorded', { version, versionKind }),
    }
  if (waiting === 0) return undefined
  return {
    kind: 'correction',
    text: sheetText('correction.untold', { count: waiting }),
  }
}

/** What the version that holds the words before was kept for: publishing, or clearing. */
const KEPT_FOR: Readonly<Partial<Record<StandingNote['kind'], RegExp>>> = { changed: /^Publish/u, fellBack: /^Clear/u }

/** The kept version whose words a note is about, of a timeline with the newest first. */
export const snapshotBefore = ({ kind }: StandingNote, snapshots: readonly SnapshotLine[]): SnapshotLine | undefined =>
  snapshots.find(
    (snapshot) =>
      snapshot.trouble === undefined && snapshot.kind === 'move' && KEPT_FOR[kind]?.test(snapshot.why) === true,
  )
