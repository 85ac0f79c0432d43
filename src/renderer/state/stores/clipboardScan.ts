import { part } from '../../ui/later'

/** The leak scan of the clipboard with its tables of names. Nothing leaves the window before it is loaded. */
export const clipboardScan = part(async () => import('../../../editor/clipboard/leaks'))
