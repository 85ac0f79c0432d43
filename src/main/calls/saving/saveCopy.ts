import { dialog, type BrowserWindow } from 'electron'
import { mainText } from '../../../catalogue/rooms/main'
import type { Calls } from '../../../ipc/contract'
import type { Newsroom } from '../../../newsroom/state/newsroom'
import { recoveryFileName, writeRecoveryFile } from '../../../newsroom/stories/recoveryFile'
import { writeExport } from '../../../newsroom/exports/file/writeExport'

/** Asks for a path and writes the window's copy of the story, whole or not at all. */
export async function saveCopy(
  { library, clock }: Pick<Newsroom, 'library' | 'clock'>,
  by: string,
  window: BrowserWindow,
  { story, headline, text, state }: Calls['saveCopy']['request'],
): Promise<Calls['saveCopy']['answer']> {
  const at = clock.now()
  const name = recoveryFileName({ headline, at }, library.sources)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: mainText('saveCopy.title'),
    defaultPath: name,
  })
  if (canceled || filePath === '') return {}
  await writeExport(filePath, writeRecoveryFile({ story, headline, text, state, at, by }))
  return { path: filePath }
}
