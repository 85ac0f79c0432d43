import { clipboard } from 'electron'
import type { Calls } from '../../../ipc/contract'
import { noteCopiedOut } from '../../../newsroom/exports/copyOut'
import type { Newsroom } from '../../../newsroom/state/newsroom'

/** Puts words, without their formatting, on the clipboard that a person let out. The note of it is on disk first. */
export async function copyOut(
  newsroom: Newsroom,
  by: string,
  { text, story }: Calls['copyOut']['request'],
): Promise<Record<string, never>> {
  await noteCopiedOut(newsroom, by, { text }, story)
  // Electron before 43 writes at once.
  await clipboard.writeText(text)
  return {}
}

/** Electron before 43 names the selection by a parameter, later ones by a property. */
interface SelectionClipboard {
  readonly selection?: { clear(): void }
  clear(type: 'selection'): void
}

/** Chromium gives every selection to the X11 selection. Takes it back. Other systems have none. */
export function clearSelection(): Record<string, never> {
  if (process.platform !== 'linux') return {}
  const board = clipboard as unknown as SelectionClipboard
  if (board.selection) board.selection.clear()
  else board.clear('selection')
  return {}
}
