import { newsroomText } from '../../catalogue/rooms/newsroom'
import { failedExports, isReliedOn } from '../../story/ledger/leaving/failedExports'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { apartOf } from '../../story/ledger/order/ledgerOrder'
import { NewsroomError } from '../../story/requests/requests'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'

/**
 * Notes that an export was not written, so that nobody has to tell its destination of a correction. Exports are logged
 * before they are written: the log never lacks one that left. Taken from the person who exported, in the process that
 * logged the export, while its file may still be on its way, and before anything relies on it. A file of a kill is none
 * of that: its destination is told once more.
 */
export const exportFailed: Action<'story.exportFailed'> = async (room, by, { story: id, entry: seq, reason }) => {
  const story = await room.storyNow(id)
  const { entries } = story
  const apart = apartOf(story.apart)
  const exported = entries.find((entry) => entry.kind === 'exported' && entry.seq === seq && entry.by === by)
  if (exported?.kind !== 'exported')
    throw new NewsroomError('usage', newsroomText('exportFailed.notAnExport', { seq, by }))
  if (failedExports(entries, apart).has(seq)) return {}
  if (!isOfKill(entries, exported)) {
    if (!isOnItsWay(room, exported)) throw new NewsroomError('refused', newsroomText('exportFailed.tooLate', { seq }))
    if (isReliedOn(exported, entries, apart))
      throw new NewsroomError('refused', newsroomText('exportFailed.reliedOn', { seq }))
  }
  await story.note(by, { kind: 'exportFailed', export: exported.hash, reason: reason.trim() }).written
  return {}
}

const isOfKill = (entries: readonly LedgerEntry[], exported: LedgerEntry): boolean =>
  entries.some((entry) => entry.kind === 'moved' && entry.to === 'killed' && entry.seq < exported.seq)

/** How long a file may be on its way, in milliseconds. A slow disk or printer takes minutes. */
const LONGEST_WAY = 15 * 60_000

/** Hash of each export that this process logged → when, in milliseconds of a clock that nobody sets. */
const onTheirWay = new WeakMap<Newsroom, Map<string, number>>()

/** Notes that this process logged an export whose file is still to be written. */
export function noteOnItsWay(room: Newsroom, exported: LedgerEntry | undefined): void {
  if (!exported) return
  const now = performance.now()
  const recent = [...(onTheirWay.get(room) ?? [])].filter(([, since]) => now - since <= LONGEST_WAY)
  onTheirWay.set(room, new Map([...recent, [exported.hash, now]]))
}

function isOnItsWay(room: Newsroom, { hash }: LedgerEntry): boolean {
  const since = onTheirWay.get(room)?.get(hash)
  return since !== undefined && performance.now() - since <= LONGEST_WAY
}
