/**
 * What the window needs for words that leave by the clipboard: their printed form, and the leak scan. Of words that
 * come in: lines for desks.
 */
export { lineForDesk } from '../../story/text/lines/lineForDesk'
export { shownLabel } from '../../projection/scan/leakScan'
export { projectSlice } from '../../projection/print/projectSlice'
export { clipboardLeaks, type ClipboardText } from '../../projection/scan/clipboardLeaks'
