import { useLayoutEffect, useRef } from 'react'
import { createStore, useStore } from 'zustand'
import type { Command, CommandId } from '../../../ipc/commands'
import { COMMAND_ROWS, keyOf, KEY_ROWS, type KeyChanges, type KeyId } from '../../../ipc/keymap'
import { formatKeys } from '../../ui/controls/shortcuts'

type Handler = () => void
interface Registration {
  readonly run: Handler
  readonly enabled: boolean
}

/** Who carries out which command now. The last one to register a command is asked first. */
export class CommandBoard {
  readonly #registered = new Map<CommandId, { current: Registration }[]>()

  register(id: CommandId, registration: { current: Registration }): () => void {
    this.#registered.set(id, [...(this.#registered.get(id) ?? []), registration])
    return () =>
      void this.#registered.set(
        id,
        (this.#registered.get(id) ?? []).filter((other) => other !== registration),
      )
  }

  /** True when somebody carried it out. */
  run(id: CommandId): boolean {
    const handler = this.#find(id)
    if (!handler) return false
    handler.run()
    return true
  }

  /** `process.platform` of the app, for the way keys are written. Set once at start. */
  platform = 'linux'

  /** `keys`: those that this person changed. */
  readonly store = createStore<{ readonly keys: KeyChanges }>(() => ({ keys: {} }))
  /** A key is being chosen: it is heard by whoever asks for it, and by no command. */
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

/** The board of this window: a window is one process with one menu, so there is exactly one. */
export const commandBoard = new CommandBoard()

/** Carries out a command while the calling component is mounted and `enabled`: from when it is on the screen, and before any key that comes then. */
export function useCommand(id: CommandId, handler: Handler, enabled = true): void {
  const registration = useRef<Registration>({ run: handler, enabled })
  useLayoutEffect(() => {
    registration.current = { run: handler, enabled }
  })
  useLayoutEffect(() => commandBoard.register(id, registration), [id])
}

/** Gives a command, as the menu and the palette do. True when somebody carried it out. */
export const runCommand = (id: CommandId): boolean => commandBoard.run(id)

/** Every command with its shortcut and whether it can be given now. */
export const commandTable = (): readonly CommandRow[] =>
  COMMAND_ROWS.map(({ id, label, menu }) => ({ id, label, menu, enabled: commandBoard.can(id), ...keysIn(id) }))

/** The shortcut of one command as this platform writes it. */
export const keysOf = (id: CommandId): string | undefined => keysIn(id).keys

/** The key of a command, of review or of a type of fact, as this platform writes it; '' when it has none. Follows what the person changes. */
export function useKeys(): (id: KeyId) => string {
  const changes = useStore(commandBoard.store, ({ keys }) => keys)
  return (id) => {
    const key = keyOf(id, changes)
    return key === undefined ? '' : formatKeys(key, commandBoard.platform)
  }
}

/** For a sentence: the key as this platform writes it, or what menu and palette call the command when it has none: “Add evidence”. */
export function keyOrName(id: KeyId): string {
  const { keys } = keysIn(id)
  return keys ?? `“${KEY_ROWS.find((row) => row.id === id)?.label.replace(/…$/, '') ?? ''}”`
}

const keysIn = (id: KeyId): { readonly keys?: string } => {
  const key = keyOf(id, commandBoard.store.getState().keys)
  return key === undefined ? {} : { keys: formatKeys(key, commandBoard.platform) }
}
