import { windowText } from '../../catalogue/window/window'
import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import {
  KEY_ROWS,
  keyOf,
  ownerOf,
  placeOf,
  whyNotKey,
  withFirstKey,
  withKey,
  type KeyChanges,
  type KeyId,
} from '../../ipc/keymap'
import { Button } from '../ui'
import { useNotice } from '../state'
import { commandBoard } from '../state/commands/commands'
import { formatKeys } from '../ui/controls/shortcuts'
import { useChosenKey, type PressedKey } from './useChosenKey'
import { useWindowServices } from '../state/windowServices'
import { isFocusLost } from '../ui/focus/focusService'

interface Row {
  readonly id: KeyId
  readonly label: string
}

/** Lists the commands of one menu or place with their keys. A press on a key changes it. */
export function CommandKeys({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ul className="key-list">
      {rows.map((row) => (
        <KeyEditor key={row.id} row={row} />
      ))}
    </ul>
  )
}

/** Returns a function that stores the changed keys for every window. Failures are shown as notices. */
export function useSetKeys(): (keys: KeyChanges) => Promise<boolean> {
  const { call } = useWindowServices().newsroom
  const { check } = useNotice()
  return async (keys) => {
    if (!check(await call('setKeys', { keys }))) return false
    commandBoard.store.setState({ keys })
    return true
  }
}

const labelOf = (id: KeyId): string => KEY_ROWS.find((row) => row.id === id)?.label ?? id

function KeyEditor({ row: { id, label } }: { readonly row: Row }) {
  const changes = useStore(commandBoard.store, ({ keys }) => keys)
  const setKeys = useSetKeys()
  const { announce } = useNotice()
  const button = useRef<HTMLButtonElement>(null)
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string>()
  /** The key of another command, until the person confirms taking it. */
  const [wanted, setWanted] = useState<{ readonly accelerator: string; readonly owner: KeyId }>()
  const words = (accelerator: string | undefined): string =>
    accelerator === undefined ? '' : formatKeys(accelerator, commandBoard.platform)
  const now = words(keyOf(id, changes))

  const keep = async (next: KeyChanges): Promise<void> => {
    setAsked(false)
    setWanted(undefined)
    setProblem(undefined)
    const at = document.activeElement
    if (!(await setKeys(next))) return
    announce(`${label}: ${words(keyOf(id, next)) || windowText('keys.noneInSentence')}.`)
    // The next key may be asked for already.
    if (isFocusLost() || document.activeElement === at) button.current?.focus()
  }
  const hear = (pressed: PressedKey): void => {
    if (pressed === 'nothing') return stop()
    if (pressed === 'unusable') return setProblem(windowText('keys.unusable'))
    const { accelerator } = pressed
    const why = whyNotKey(accelerator, placeOf(id))
    if (why !== undefined) return setProblem(`${words(accelerator)}: ${why}`)
    const owner = ownerOf(accelerator, changes, placeOf(id))
    if (owner === undefined || owner === id) return void keep(withKey(id, accelerator, changes))
    setAsked(false)
    setProblem(undefined)
    setWanted({ accelerator, owner })
  }
  const stop = (): void => {
    setAsked(false)
    setProblem(undefined)
  }
  useChosenKey(asked, hear)

  return (
    <li className="key-row" data-command={id}>
      <span className="key-does">{label}</span>
      <span className="key-acts">
        {asked && now !== '' ? (
          <Button
            look="plain"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void keep(withKey(id, '', changes))}
          >
            {windowText('keys.none')}
          </Button>
        ) : null}
        {!asked && changes[id] !== undefined ? (
          <Button
            look="plain"
            aria-label={windowText('keys.resetOne', { label })}
            onClick={() => void keep(withFirstKey(id, changes))}
          >
            {windowText('keys.reset')}
          </Button>
        ) : null}
        <button
          ref={button}
          type="button"
          className="key-change"
          data-asked={asked}
          data-none={now === ''}
          aria-label={
            asked
              ? windowText('keys.pressNew', { label })
              : windowText('keys.change', { keys: now || windowText('keys.none'), label })
          }
          onBlur={stop}
          onClick={() => {
            setWanted(undefined)
            setAsked(true)
          }}
        >
          {asked ? windowText('keys.press') : now || '—'}
        </button>
      </span>
      {problem ? (
        <p className="problem key-problem" role="alert">
          {problem}
        </p>
      ) : null}
      {wanted ? (
        <div className="key-problem" role="alert">
          <p>{windowText('keys.taken', { accelerator: words(wanted.accelerator), owner: labelOf(wanted.owner) })}</p>
          <Button autoFocus onClick={() => void keep(withKey(id, wanted.accelerator, changes))}>
            {windowText('keys.giveAnyway', { label })}
          </Button>
          <Button
            look="plain"
            onClick={() => {
              setWanted(undefined)
              button.current?.focus()
            }}
          >
            {windowText('keys.leave')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
