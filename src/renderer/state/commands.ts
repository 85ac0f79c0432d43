import { useEffect, useRef } from 'react'
import { COMMANDS, type Command, type CommandId } from '../../ipc/commands'
import { formatKeys } from './shortcuts'

type Handler = () => void
interface Registration { readonly run: Handler; readonly enabled: boolean }

/** Who carries out which command now. The last one to register a command is asked first. */
export class CommandBoard {
  readonly #registered = new Map<CommandId, { current: Registration }[]>()

  register(id: CommandId, registration: { current: Registration }): () => void {
    this.#registered.set(id, [...(this.#registered.get(id) ?? []), registration])
    return () => void this.#registered.set(id, (this.#registered.get(id) ?? []).filter((other) => other !== registration))
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

/** Carries out a command while the calling component is mounted and `enabled`. */
export function useCommand(id: CommandId, handler: Handler, enabled = true): void {
  const registration = useRef<Registration>({ run: handler, enabled })
  useEffect(() => {
    registration.current = { run: handler, enabled }
  })
  useEffect(() => commandBoard.register(id, registration), [id])
}

/** Gives a command, as the menu and the palette do. True when somebody carried it out. */
export const runCommand = (id: CommandId): boolean => commandBoard.run(id)

const ROWS: readonly (Command & { readonly id: CommandId })[] = COMMANDS

/** Every command with its shortcut and whether it can be given now. */
export const commandTable = (): readonly CommandRow[] =>
  ROWS.map((row) => ({ id: row.id, label: row.label, menu: row.menu, enabled: commandBoard.can(row.id), ...keysIn(row) }))

/** The shortcut of one command as this platform writes it. */
export const keysOf = (id: CommandId): string | undefined => {
  const row = ROWS.find((command) => command.id === id)
  return row && keysIn(row).keys
}

const keysIn = (row: Command): { readonly keys?: string } => (row.keys ? { keys: formatKeys(row.keys, commandBoard.platform) } : {})
