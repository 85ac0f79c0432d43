import { exportPanelText } from '../../catalogue/window/exportPanel'
import { useMemo } from 'react'
import { apartOf } from '../../story/ledger/order/ledgerOrder'
import { untold } from '../../story/ledger/leaving/corrections/corrections'
import { Button } from '../ui'
import { runCommand, type StoryPart } from '../state'
import './untold.css'

/**
 * Lists who was sent words that are corrected and has not been told. Nothing when everybody was told. It blocks
 * nothing.
 */
export function Untold({ story: { entries, apart } }: { readonly story: StoryPart<'entries' | 'apart'> }) {
  const open = useMemo(() => untold(entries, apartOf(apart ?? [])), [entries, apart])
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
