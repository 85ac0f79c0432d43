import { ledgerText } from '../../../catalogue/story/ledger'
import type { ViewChange } from './viewChange'

/** A change as a clause: its sentence changed: “rose” → “fell”. */
export function changeWords({ part, before, now }: ViewChange): string {
  const what = ledgerText(`view.${part}`)
  return before === '' && now === '' ? what : ledgerText('view.oldNew', { what, before, now })
}
