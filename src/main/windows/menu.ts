import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import type { Command, CommandId } from '../../ipc/commands'
import { COMMANDS, menuName } from '../../ipc/commands'
import { keyOf, type KeyChanges } from '../../ipc/keymap'

/** Builds the application menu from the table of commands and the changed keys. `send` gives a command to a window. */
export function buildMenu(
  send: (command: CommandId, window: BrowserWindow | undefined) => void,
  changes: KeyChanges = {},
): Menu {
  const items = (menu: Command['menu']): MenuItemConstructorOptions[] =>
    COMMANDS.filter((command) => command.menu === menu).map(({ id, label }) => {
      const keys = keyOf(id, changes)
      return {
        id,
        label,
        // The window handles all keys itself, by physical key and after the editor's keymap. The menu only shows them.
        ...(keys === undefined ? {} : { accelerator: keys, registerAccelerator: false }),
        click: (_item, window) => send(id, window as BrowserWindow | undefined),
      }
    })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const isMac = process.platform === 'darwin'
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: menuName('File'),
      submenu: [...items('File'), separator, isMac ? { role: 'close' } : { role: 'quit' }],
    },
    {
      label: menuName('Edit'),
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
    { label: menuName('Format'), submenu: items('Format') },
    { label: menuName('Fact'), submenu: items('Fact') },
    { label: menuName('Story'), submenu: items('Story') },
    { label: menuName('View'), submenu: [...items('View'), separator, { role: 'togglefullscreen' }] },
    { label: mainText('menu.window'), submenu: [{ role: 'minimize' }, { role: 'close' }] },
    { label: menuName('Help'), submenu: items('Help') },
  ])
}
