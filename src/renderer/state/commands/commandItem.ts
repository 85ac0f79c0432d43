import type { CommandId } from '../../../ipc/commands'
import { COMMANDS } from '../../../ipc/commands'
import type { MenuItem } from '../../ui'
import { commandBoard, shortcutOf, runCommand } from './commands'

/** A command as the item of a menu: its label, its key, and whether it can be given now. */
export const commandItem = (id: CommandId): MenuItem => ({
  id,
  label: COMMANDS.find((row) => row.id === id)?.label ?? '',
  keys: shortcutOf(id),
  disabled: !commandBoard.can(id),
  onSelect: () => void runCommand(id),
})
