import { dialog, type BrowserWindow } from 'electron'
import { mainText } from '../../../catalogue/rooms/main'
import type { Calls } from '../../../ipc/contract'
import { writeRecoveryFile } from '../../../newsroom/stories/recoveryFile'
import { writeExport } from '../../../newsroom/exports/writeExport'

/** Asks for a path and writes the window's copy of the story, whole or not at all. `at`: ISO 8601 instant. */
export async function saveCopy(
  at: string,
  by: string,
  window: BrowserWindow,
  { story, headline, text, state }: Calls['saveCopy']['request'],
): Promise<Calls['saveCopy']['answer']> {
  const name = `${
    headline
      .replace(/[^\p{L}\p{N} -]+/gu, '')
      .trim()
      .slice(0, 60) || mainText('saveCopy.fallbackName')
  } ${at.slice(0, 16).replace(/[T:]/g, '-')}.stet-copy.json`
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: mainText('saveCopy.title'),
    defaultPath: name,
  })
  if (canceled || filePath === '') return {}
  await writeExport(filePath, writeRecoveryFile({ story, headline, text, state, at, by }))
  return { path: filePath }
}
