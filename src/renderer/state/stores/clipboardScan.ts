import { part } from '../../ui/later'

/**
 * The leak scan of the clipboard with its tables of names, and what prints words for other programs. Nothing leaves
 * the window before both are loaded.
 */
export const clipboardScan = part(async () => import('../../../editor/clipboard/leaks'))
