import { useLayoutEffect, useRef } from 'react'
import { createStore, useStore } from 'zustand'
import type { Command, CommandId } from '../../../ipc/commands'
import { COMMANDS } from '../../../ipc/commands'
import { keyOf, KEY_ROWS, type KeyChanges, type KeyId } from '../../../ipc/keymap'
import { formatKeys } from '../../ui/controls/shortcuts'

type Handler = () => void
interface Registration {
  readonly run: Handler
  readonly enabled: boolean
}

/** Registers which handler runs each command. The latest enabled one wins. */
class CommandBoard {
  readonly #registered = new Map<CommandId, { current: Registration }[]>()

  register(id: CommandId, registration: { current: Registration }): () => void {
    this.#registered.set(id, [...(this.#registered.get(id) ?? []), registration])
    return () =>
      void this.#registered.set(
        id,
        (this.#registered.get(id) ?? []).filter((other) => other !== registration),
      )
  }

  /** Returns true if a handler ran it. */
  run(id: CommandId): boolean {
    const handler = this.#find(id)
    if (!handler) return false
    handler.run()
    return true
  }

  /** `process.platform` of the app. Decides how keys are written. Set once at start. */
  platform = 'linux'

  /** `keys`: the keys that this person changed. */
  readonly store = createStore<{ readonly keys: KeyChanges }>(() => ({ keys: {} }))
  /** True while a key is being chosen: commands ignore keys meanwhile. */
  choosingKey = false

  can = (id: CommandId): boolean => this.#find(id) !== undefined

  #find(id: CommandId): Registration | undefined {
    return (this.#registered.get(id) ?? []).findLast((registration) => registration.current.enabled)?.current
  }
}

export interface CommandRow {
  readonly id: CommandId
  readonly label: string
  readonly menu: Command['menu']
  /** As this platform writes it: "Ctrl+Shift+K", "⇧⌘K". */
  readonly keys?: string
  readonly enabled: boolean
}

/** The board of this window. A window is one process with one menu, and has exactly one. */
export const commandBoard = new CommandBoard()

/**
 * Runs a command while the calling component is mounted and `enabled`. Registered in a layout effect, before the next
 * key event.
 */
export function useCommand(id: CommandId, handler: Handler, enabled = true): void {
  const registration = useRef<Registration>({ run: handler, enabled })
  useLayoutEffect(() => {
    registration.current = { run: handler, enabled }
  })
  useLayoutEffect(() => commandBoard.register(id, registration), [id])
}

/** Runs a command as the menu and the palette do. Returns true if a handler ran it. */
export const runCommand = (id: CommandId): boolean => commandBoard.run(id)

/** Every command with its shortcut and whether it is available now. */
export const commandTable = (): readonly CommandRow[] =>
  COMMANDS.map(({ id, label, menu }) => ({ id, label, menu, enabled: commandBoard.can(id), ...keysIn(id) }))

/** The shortcut of one command as this platform writes it. */
export const shortcutOf = (id: CommandId): string | undefined => keysIn(id).keys

/**
 * Returns the key of a command, of review or of a type of fact, as this platform writes it; '' if it has none. Follows
 * changed keys.
 */
export function useKeys(): (id: KeyId) => string {
  const changes = useStore(commandBoard.store, ({ keys }) => keys)
  return (id) => {
    const key = keyOf(id, changes)
    return key === undefined ? '' : formatKeys(key, commandBoard.platform)
  }
}

/**
 * For a sentence: the key as this platform writes it, or the command's name in quotes if it has no key: “Add evidence”.
 */
export function keyOrName(id: KeyId): string {
  const { keys } = keysIn(id)
  return keys ?? `“${KEY_ROWS.find((row) => row.id === id)?.label.replace(/…$/, '') ?? ''}”`
}

const keysIn = (id: KeyId): { readonly keys?: string } => {
  const key = keyOf(id, commandBoard.store.getState().keys)
  return key === undefined ? {} : { keys: formatKeys(key, commandBoard.platform) }
}
