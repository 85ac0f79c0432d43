import { libraryText } from '../../catalogue/window/library'
import { useState } from 'react'
import type { SettingChange } from '../../story/desk/roster'
import { CheckField, Problem } from '../ui'
import { Dialog } from '../ui/dialogs/Dialog'
import { useClose, useNewsroom } from '../state'
import { useWindowServices } from '../state/windowServices'
import { localMinute } from '../../story/text/format/localMinute'

/** What holds for clearing a story at this desk. */
export function ClearingRules() {
  const close = useClose()
  const { deskOfOne, changes = [] } = useNewsroom(({ desk }) => desk.settings)
  return (
    <Dialog title={libraryText('rules.title')} place="side" onClose={close} description={libraryText('rules.note')}>
      <DeskOfOne on={deskOfOne} changes={changes} />
    </Dialog>
  )
}

function DeskOfOne({ on, changes }: { readonly on: boolean; readonly changes: readonly SettingChange[] }) {
  const { act } = useWindowServices().newsroom
  const readOnly = useNewsroom(({ readOnly }) => readOnly)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const set = async (deskOfOne: boolean): Promise<void> => {
    if (busy) return
    setBusy(true)
    const outcome = await act('library.settings', { deskOfOne })
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.message)
  }

  return (
    <div className="form-group">
      <CheckField
        label={libraryText('deskOfOne.title')}
        checked={on}
        disabled={readOnly !== undefined}
        onChange={(event) => void set(event.target.checked)}
        hint={libraryText('deskOfOne.note')}
      />
      {changes.length === 0 ? null : (
        <ul className="form-note" aria-label={libraryText('deskOfOne.history')}>
          {changes
            .slice(-5)
            .reverse()
            .map(({ at, by, deskOfOne }) => (
              <li key={at}>
                {libraryText(deskOfOne ? 'deskOfOne.on' : 'deskOfOne.off', {
                  by,
                  at: localMinute(at),
                })}
              </li>
            ))}
        </ul>
      )}
      <Problem text={problem} />
    </div>
  )
}
