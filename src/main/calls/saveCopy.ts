import { dialog, type BrowserWindow } from 'electron'
import type { Calls } from '../../ipc/contract'
import { writeRecoveryFile } from '../../newsroom/stories/recoveryFile'
import { writeExport } from '../../newsroom/exports/writeExport'

/** Asks where, and writes the story as the window has it, whole or not at all. `at`: ISO 8601 instant. */
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
      .slice(0, 60) || 'Story'
  } ${at.slice(0, 16).replace(/[T:]/g, '-')}.stet-copy.json`
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save a copy elsewhere',
    defaultPath: name,
  })
  if (canceled || filePath === '') return {}
  await writeExport(filePath, writeRecoveryFile({ story, headline, text, state, at, by }))
  return { path: filePath }
}
