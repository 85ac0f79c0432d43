import type { ClipboardGuard } from '../../src/editor/clipboard/clipboardGuard'

/** Lets everything through: a sheet with no newsroom behind it. The app has no such sheet. */
export const NO_GUARD: ClipboardGuard = { leaksIn: () => [], ask: () => undefined, refuseDrag: () => undefined }
