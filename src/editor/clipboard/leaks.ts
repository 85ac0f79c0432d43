/** What the window needs for words that leave by the clipboard: their printed form, and the leak scan. */
export { shownLabel } from '../../projection/scan/leakScan'
export { projectSlice } from '../../projection/print/projectSlice'
export { clipboardLeaks, type ClipboardText } from '../../projection/scan/clipboardLeaks'
