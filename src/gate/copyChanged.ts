import { gateText } from '../catalogue/rooms/gate'
import type { Finding } from '../story/assessment/finding'
import { hashCopy } from '../story/ledger/hash'
import type { Story } from '../story/assessment/story'

/** Blocks unless the copy is the cleared one, compared by hash. */
export function copyChanged({ copy, ledger }: Story): readonly Finding[] {
  const hash = hashCopy(copy)
  if (ledger.clearedHash === hash) return []
  const message = gateText(ledger.clearedHash === undefined ? 'copyChanged.notCleared' : 'copyChanged.changed')
  return [
    {
      rule: 'copyChanged',
      key: hash,
      severity: 'block',
      message,
      where: { kind: 'story' },
      overridable: true,
      dismissable: false,
    },
  ]
}
