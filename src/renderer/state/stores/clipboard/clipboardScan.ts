import { laterPart } from '../../../ui/later'

/**
 * The leak scan of the clipboard with its tables of names, what prints words for other programs, and what knows lines
 * for desks. Nothing leaves the window before all are loaded.
 */
export const clipboardScan = laterPart(async () => import('../../../../editor/clipboard/leaks'))
