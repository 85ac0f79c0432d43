/** What a correction or a kill leaves the desk to do, from the story and its ledger. */
import type { Story } from '../../../story/assessment/story'
import { hasLapsedApproval } from '../../../story/ledger/leaving/corrections/correctedWords'
import { isCorrectionKind } from '../../../story/ledger/leaving/corrections/correctionNote'
import { recordersOf } from '../../../story/ledger/leaving/corrections/correctionRecorders'
import { untold } from '../../../story/ledger/leaving/corrections/corrections'
import { untoldOfKill } from '../../../story/ledger/leaving/kill'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import type { LedgerState } from '../../../story/ledger/ledgerState'
import { apartOf } from '../../../story/ledger/order/ledgerOrder'
import { isOver } from '../../../story/ledger/leaving/afterKill'
import type { DeskTasks, NoteToApprove } from '../../../story/requests/storyAnswers'
import { defined } from '../../../story/text/defined'

/** Its entries, and those of other machines that do not count. */
interface Entries {
  readonly entries: readonly LedgerEntry[]
  readonly apart: readonly LedgerEntry[]
}

export const deskTasksOf = (story: Pick<Story, 'copy' | 'fields' | 'ledger'>, ledger: Entries): DeskTasks =>
  defined({ toApprove: noteToApprove(story, ledger), toNotify: toNotify(story.ledger, ledger) })

function noteToApprove(
  { copy, fields, ledger }: Pick<Story, 'copy' | 'fields' | 'ledger'>,
  { entries }: Pick<Entries, 'entries'>,
): NoteToApprove | undefined {
  const { standing, correction, authors } = ledger
  if (!correction || !isCorrectionKind(standing.versionKind) || isOver(standing.stage)) return undefined
  const { by, at, publicText, approver } = correction
  if (approver !== undefined && !hasLapsedApproval(copy, fields, ledger)) return undefined
  const recorders = recordersOf(correction, entries)
  return { text: publicText, by, at, recorders, authors, ...defined({ approver }) }
}

/** Reads the ledger once after each change of it. `state`: what it folds to. */
export function toNotify(state: LedgerState, { entries, apart }: Entries): DeskTasks['toNotify'] {
  const known = counted.get(state)
  if (known) return known.toNotify
  const killed = untoldOfKill(entries, apartOf(apart))
  const corrected = untold(entries, apartOf(apart)).flatMap(({ destinations }) => destinations)
  const found: DeskTasks['toNotify'] =
    killed > 0
      ? { of: 'kill', destinations: killed }
      : corrected.length > 0
        ? { of: 'correction', destinations: new Set(corrected).size }
        : undefined
  counted.set(state, { toNotify: found })
  return found
}

const counted = new WeakMap<LedgerState, { readonly toNotify: DeskTasks['toNotify'] }>()
