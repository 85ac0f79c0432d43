import { exportPanelText } from '../../catalogue/window/exportPanel'
import { useMemo } from 'react'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { untold } from '../../story/ledger/leaving/corrections'
import { Button } from '../ui'
import { runCommand } from '../state'
import './untold.css'

/**
 * Lists who was sent words that are corrected and has not been told. Nothing when everybody was told. It blocks
 * nothing.
 */
export function Untold({ entries }: { readonly entries: readonly LedgerEntry[] }) {
  const open = useMemo(() => untold(entries), [entries])
  if (open.length === 0) return null
  return (
    <div className="untold">
      {open.map(({ version, kind, destinations }) => (
        <p key={version}>
          <span className="is-warn" aria-hidden="true">
            ▲
          </span>{' '}
          <span className="visually-hidden">{exportPanelText('untold.look')} </span>
          {exportPanelText('untold.toldVersion', { kind, version, join: destinations.join(', ') })}
        </p>
      ))}
      <Button look="plain" onClick={() => runCommand('story.correction')}>
        {exportPanelText('untold.notices')}
      </Button>
    </div>
  )
}
