import { gateText } from '../catalogue/rooms/gate'
import type { Finding } from '../story/assessment/finding'
import { canonicalJson } from '../story/text/canonicalJson'
import { hashText } from '../story/ledger/hash'
import { changedSinceCleared, leavingOf, partWords } from '../story/ledger/leaving/leaving'
import type { Story } from '../story/assessment/story'

/**
 * Blocks unless all that leaves is what was cleared, compared by hash: copy, picture details, fields. A story that was
 * cleared before fields were covered passes with a warning until one changes.
 */
export function copyChanged({ copy, fields, ledger }: Story): readonly Finding[] {
  const changed = changedSinceCleared(copy, fields, ledger)
  if (changed?.length === 0 && ledger.cleared) return []
  const finding = (severity: Finding['severity'], message: string): Finding => ({
    rule: 'copyChanged',
    // All that leaves: an override ends when any of it changes.
    key: hashText(canonicalJson(leavingOf(copy, fields))),
    severity,
    message,
    where: { kind: 'story' },
    overridable: true,
    dismissable: false,
  })
  if (!changed) return [finding('block', gateText('copyChanged.notCleared'))]
  if (changed.length === 0) return [finding('warn', gateText('copyChanged.clearedBefore'))]
  return [finding('block', gateText('copyChanged.changed', { parts: partWords(changed) }))]
}
