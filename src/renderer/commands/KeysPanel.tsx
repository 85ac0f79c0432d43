import { windowText } from '../../catalogue/window/window'
import { useId } from 'react'
import { useStore } from 'zustand'
import { menuName, TYPE_KEYS } from '../../ipc/commands'
import { REVIEW_KEYS } from '../../ipc/commands'
import { Button, KeyCap } from '../ui'
import { Dialog } from '../ui/dialogs/Dialog'
import { commandTable, useClose } from '../state'
import { useWindowServices } from '../state/windowServices'
import { commandBoard } from '../state/commands/commands'
import { CommandKeys, useSetKeys } from './CommandKeys'
import './keys.css'

const MENUS = ['File', 'Edit', 'Format', 'Fact', 'Story', 'View', 'Help'] as const

const FIXED = [
  { key: 'Enter', does: 'keys.toWords' },
  { key: 'Esc', does: 'keys.back' },
] as const

/** Focuses the list: arrow keys then scroll it. */
const takeFocus = (list: HTMLElement | null): void => list?.focus({ preventScroll: true })

/** Lists every key and every command that can have one. A press on a command's key changes it. */
export function KeysPanel() {
  const close = useClose()
  const { undoList } = useWindowServices().newsroom
  const keys = useStore(commandBoard.store, ({ keys: now }) => now)
  const changed = Object.keys(keys).length
  const setKeys = useSetKeys()
  const resetAll = async (): Promise<void> => {
    if (!(await setKeys({}))) return
    // Not over keys that were chosen since.
    const isReset = async (): Promise<boolean> => Object.keys(commandBoard.store.getState().keys).length === 0
    undoList.offerOwn(
      windowText('keys.wereReset', { count: changed }),
      async () => (await setKeys(keys)) || undefined,
      isReset,
    )
  }
  const rows = commandTable()
  return (
    <Dialog
      title={windowText('keys.title')}
      place="side"
      onClose={close}
      description={windowText('keys.description')}
      foot={
        changed === 0 ? undefined : (
          <Button onClick={() => void resetAll()}>{windowText('keys.resetAll', { count: changed })}</Button>
        )
      }
    >
      <div className="keys" role="group" aria-label={windowText('keys.all')} tabIndex={0} ref={takeFocus}>
        <KeyGroup title={windowText('keys.inReview')} note={windowText('keys.inReviewNote')}>
          <CommandKeys rows={REVIEW_KEYS} />
          <dl className="key-list">
            {FIXED.map(({ key, does }) => (
              <div key={key} className="key-row">
                <dt>{windowText(does)}</dt>
                <dd>
                  <KeyCap>{key}</KeyCap>
                </dd>
              </div>
            ))}
          </dl>
        </KeyGroup>
        <KeyGroup title={windowText('keys.types')} note={windowText('keys.typesNote')}>
          <CommandKeys rows={TYPE_KEYS} />
        </KeyGroup>
        {MENUS.map((menu) => (
          <KeyGroup key={menu} title={menuName(menu)}>
            <CommandKeys rows={rows.filter((row) => row.menu === menu)} />
          </KeyGroup>
        ))}
      </div>
    </Dialog>
  )
}

function KeyGroup({
  title,
  note,
  children,
}: {
  readonly title: string
  readonly note?: string
  readonly children: React.ReactNode
}) {
  const heading = useId()
  return (
    <section className="key-group" aria-labelledby={heading}>
      <h3 id={heading} className="panel-title">
        {title}
      </h3>
      {note ? <p className="panel-note">{note}</p> : null}
      {children}
    </section>
  )
}
