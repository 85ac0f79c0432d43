import { useId } from 'react'
import { Dialog, KeyCap } from '../parts'
import { commandTable, usePanels } from '../state'
import { REVIEW_KEYS } from './reviewKeys'
import './overlays.css'

const MENUS = ['File', 'Edit', 'Format', 'Fact', 'Story', 'View', 'Help'] as const

/** The list has the keyboard from the start, so that arrow keys scroll it. */
const takeFocus = (list: HTMLElement | null): void => list?.focus()

/** Every key there is. */
export function KeysPanel() {
  const { close } = usePanels()
  const rows = commandTable().filter((row) => row.keys !== undefined)
  return (
    <Dialog title="Keys" place="side" onClose={close} description="Everything has a key or a place in the palette.">
      <div className="keys" role="group" aria-label="All keys" tabIndex={0} ref={takeFocus}>
        <KeyGroup title="In review" note="While the focus is outside text fields">
          {REVIEW_KEYS.map(({ key, does }) => <KeyRow key={does} does={does} keys={[key]} />)}
        </KeyGroup>
        {MENUS.map((menu) => {
          const some = rows.filter((row) => row.menu === menu)
          return some.length === 0 ? null : (
            <KeyGroup key={menu} title={menu}>
              {some.map((row) => <KeyRow key={row.id} does={row.label} keys={[row.keys ?? '']} />)}
            </KeyGroup>
          )
        })}
      </div>
    </Dialog>
  )
}

function KeyGroup({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: React.ReactNode }) {
  const heading = useId()
  return (
    <section className="key-group" aria-labelledby={heading}>
      <h3 id={heading} className="panel-title">{title}</h3>
      {note ? <p className="panel-note">{note}</p> : null}
      <dl className="key-list">{children}</dl>
    </section>
  )
}

function KeyRow({ does, keys }: { readonly does: string; readonly keys: readonly string[] }) {
  return (
    <div>
      <dt>{does}</dt>
      <dd>{keys.map((key) => <KeyCap key={key}>{key}</KeyCap>)}</dd>
    </div>
  )
}
