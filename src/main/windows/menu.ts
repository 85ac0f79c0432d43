import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import type { Command, CommandId } from '../../ipc/commands'
import { COMMAND_ROWS, keyOf, type KeyChanges } from '../../ipc/keymap'

/** The application menu, from the one table of commands and the keys as they were changed; `give` sends the command to the window in front. */
export function buildMenu(
  give: (command: CommandId, window: BrowserWindow | undefined) => void,
  changes: KeyChanges = {},
): Menu {
  const items = (menu: Command['menu']): MenuItemConstructorOptions[] =>
    COMMAND_ROWS.filter((command) => command.menu === menu).map(({ id, label }) => {
      const keys = keyOf(id, changes)
      return {
        id,
        label,
        // The window hears all keys itself, by physical key and after the editor's keymap; the menu shows them.
        ...(keys === undefined ? {} : { accelerator: keys, registerAccelerator: false }),
        click: (_item, window) => give(id, window as BrowserWindow | undefined),
      }
    })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const isMac = process.platform === 'darwin'
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    { label: 'File', submenu: [...items('File'), separator, isMac ? { role: 'close' } : { role: 'quit' }] },
    {
      label: 'Edit',
      submenu: [
        ...items('Edit'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
      ],
    },
    { label: 'Format', submenu: items('Format') },
    { label: 'Fact', submenu: items('Fact') },
    { label: 'Story', submenu: items('Story') },
    { label: 'View', submenu: [...items('View'), separator, { role: 'togglefullscreen' }] },
    { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'close' }] },
    { label: 'Help', submenu: items('Help') },
  ])
}
