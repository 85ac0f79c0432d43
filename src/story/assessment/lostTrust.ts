/** Absence never reads as good news: what a loss means for a story and for each of its facts. */
import type { Evidence, SignedStatus, SignOff } from '../ledger/facts/fact'
import type { FactRecord } from '../ledger/record/factRecord'
import { distinctLosses, isFileLoss, isHistoryLoss, isLibraryLoss, lossKey, type TrustLoss } from '../ledger/loss'
import type { Person } from '../desk/roster'
import { whyNotMay } from './people/rights'
import type { Story } from './story'

/** The parts of a story that say what it lost. */
export type WithLosses = Pick<Story, 'ledger'> & Partial<Pick<Story, 'losses'>>

/** The losses that nobody has accepted: those found now, and those that Stet noted in the ledger when it found them. */
export function openLosses({ ledger, losses = [] }: WithLosses): readonly TrustLoss[] {
  if (losses.length === 0 && ledger.lossesFound.size === 0) return NONE
  return distinctLosses([...ledger.lossesFound.values(), ...losses]).filter(
    // A story's ledger cannot accept what the whole library lost.
    (loss) => isLibraryLoss(loss) || !ledger.lossesAccepted.has(lossKey(loss)),
  )
}
const NONE: readonly TrustLoss[] = []

/**
 * What was missing when somebody kills the story: what nobody has accepted, and what its history ever lost. To accept
 * that brings no entry back.
 */
export function lossesAtKill(story: WithLosses): readonly TrustLoss[] {
  const { ledger, losses = [] } = story
  const everLost = [...ledger.lossesFound.values(), ...ledger.lossesAccepted.values(), ...losses].filter(isHistoryLoss)
  return distinctLosses([...openLosses(story), ...everLost.map(({ kind, where, detail }) => ({ kind, where, detail }))])
}

/**
 * Whether the story may be outside, asked for a kill alone: its history says so, or lacks entries that may have said
 * it. A kill never closes.
 */
export const mayBeOutside = (story: WithLosses): boolean =>
  story.ledger.outside === true || lossesAtKill(story).some(isHistoryLoss)

/** A verdict that rests on the file itself, so that no acceptance replaces the file. */
const RESTS_ON_FILE: ReadonlySet<SignedStatus> = new Set<SignedStatus>(['verified', 'onAuthor'])

/**
 * Whether a fact lapses because of a loss. Until the loss is accepted, every fact that it concerns does; afterwards
 * those that nobody has signed since. What a lost line said of a fact is unknown, so a fact without a sign-off lapses
 * too. `counted`: the sign-off that counts. A later one that does not count is no new look.
 */
export function lapsedByLoss(
  story: WithLosses,
): (id: string, record: FactRecord, counted: () => SignOff | undefined) => boolean {
  const { ledger, losses = [] } = story
  const open = openLosses(story)
  if (open.length === 0 && ledger.lossesAccepted.size === 0) return () => false
  const openFor = open.filter((loss) => !isFileLoss(loss))
  const accepted = [...ledger.lossesAccepted.values()].filter((loss) => !isFileLoss(loss))
  const files = new Map(losses.filter(isFileLoss).map((loss) => [loss.where, loss]))
  // A person who signed beside the acceptance, on another machine, did not know what was lost.
  const isBefore = (signed: number, accepted: number): boolean =>
    signed < accepted || ledger.known?.knew(signed, accepted) === false
  const acceptedAt = (loss: TrustLoss): number => ledger.lossesAccepted.get(lossKey(loss))?.entry ?? Infinity
  return (id, record, counted) => {
    const concerns = ({ fact }: TrustLoss): boolean => fact === undefined || fact === id
    if (openFor.some(concerns)) return true
    const current = counted()
    const since = current?.given ?? current?.entry ?? record.firstEntry ?? 0
    if (accepted.some((loss) => concerns(loss) && isBefore(since, loss.entry))) return true
    if (!current || files.size === 0) return false
    const lost = record.evidence.filter(({ file }) => file !== undefined && files.has(file))
    if (lost.length === 0) return false
    return RESTS_ON_FILE.has(current.status) || lost.some((item) => isBefore(since, acceptedAt(lossOf(item, files))))
  }
}

const lossOf = ({ file = '' }: Evidence, files: ReadonlyMap<string, TrustLoss>): TrustLoss =>
  files.get(file) ?? { kind: 'fileGone', where: file, detail: '' }

/** Returns why the person may not accept a loss, as one sentence; undefined if they may. It is an editor's. */
export const whyNotAcceptLoss = (by: string, roster: readonly Person[]): string | undefined =>
  whyNotMay('acceptLoss', by, { desk: { roster, settings: { deskOfOne: false } } })
