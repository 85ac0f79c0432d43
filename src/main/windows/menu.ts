import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import type { Command, CommandId } from '../../ipc/commands'
import { COMMANDS } from '../../ipc/commands'
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
      label: mainText('menu.file'),
      submenu: [...items('File'), separator, isMac ? { role: 'close' } : { role: 'quit' }],
    },
    {
      label: mainText('menu.edit'),
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
    { label: mainText('menu.format'), submenu: items('Format') },
    { label: mainText('menu.fact'), submenu: items('Fact') },
    { label: mainText('menu.story'), submenu: items('Story') },
    { label: mainText('menu.view'), submenu: [...items('View'), separator, { role: 'togglefullscreen' }] },
    { label: mainText('menu.window'), submenu: [{ role: 'minimize' }, { role: 'close' }] },
    { label: mainText('menu.help'), submenu: items('Help') },
  ])
}
