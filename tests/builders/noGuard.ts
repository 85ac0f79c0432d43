import type { ClipboardGuard } from '../../src/editor/clipboard/clipboardGuard'
import { projectSlice } from '../../src/projection/print/projectSlice'
import { lineForDesk } from '../../src/story/text/lines/lineForDesk'

/** Lets everything through: a sheet with no newsroom behind it. The app has no such sheet. */
export const NO_GUARD: ClipboardGuard = {
  print: projectSlice,
  leaksIn: () => [],
  ask: () => undefined,
  refuseDrag: () => undefined,
  isForDesk: (line) => lineForDesk(line) !== undefined,
}
