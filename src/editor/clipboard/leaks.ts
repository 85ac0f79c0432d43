/** What the window needs of the leak scan, for words that leave by the clipboard. */
export { shownLabel } from '../../projection/scan/leakScan'
export { clipboardLeaks, type ClipboardText } from '../../projection/scan/clipboardLeaks'
