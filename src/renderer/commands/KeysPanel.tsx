import { useId } from 'react'
import { useStore } from 'zustand'
import { TYPE_KEYS } from '../../ipc/commands'
import { REVIEW_ROWS } from '../../ipc/keymap'
import { Button, Dialog, KeyCap } from '../ui'
import { commandTable, useClose } from '../state'
import { commandBoard } from '../state/commands/commands'
import { CommandKeys, useSetKeys } from './CommandKeys'
import './keys.css'

const MENUS = ['File', 'Edit', 'Format', 'Fact', 'Story', 'View', 'Help'] as const

const FIXED = [
  { key: 'Enter', does: 'To the words' },
  { key: 'Esc', does: 'Back to the facts, then out of review' },
] as const

/** The list has the keyboard from the start, so that arrow keys scroll it. */
const takeFocus = (list: HTMLElement | null): void => list?.focus()

/** Every key there is, and every command that could have one; a press on a command's key changes it. */
export function KeysPanel() {
  const close = useClose()
  const changed = Object.keys(useStore(commandBoard.store, ({ keys }) => keys)).length
  const setKeys = useSetKeys()
  const rows = commandTable()
  return (
    <Dialog
      title="Keys"
      place="side"
      onClose={close}
      description="Everything has a key or a place in the palette. Choose a command’s key here to give it another."
      foot={
        changed === 0 ? undefined : (
          <Button onClick={() => void setKeys({})}>
            Reset {changed === 1 ? 'the changed key' : `all ${changed} changed keys`}
          </Button>
        )
      }
    >
      <div className="keys" role="group" aria-label="All keys" tabIndex={0} ref={takeFocus}>
        <KeyGroup title="In review" note="While the focus is outside text fields; Enter and Esc stay as they are">
          <CommandKeys rows={REVIEW_ROWS} />
          <dl className="key-list">
            {FIXED.map(({ key, does }) => (
              <div key={key} className="key-row">
                <dt>{does}</dt>
                <dd>
                  <KeyCap>{key}</KeyCap>
                </dd>
              </div>
            ))}
          </dl>
        </KeyGroup>
        <KeyGroup title="Type of a fact" note="Right after tagging by key, while the types are offered">
          <CommandKeys rows={TYPE_KEYS} />
        </KeyGroup>
        {MENUS.map((menu) => (
          <KeyGroup key={menu} title={menu}>
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
