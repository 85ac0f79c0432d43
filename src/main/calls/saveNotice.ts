import { dialog, type BrowserWindow } from 'electron'
import { runAction } from '../../newsroom/actions'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { writeExport } from '../../newsroom/exports/writeExport'
import { NewsroomError, type RequestOf } from '../../story/requests/requests'

/** Asks where, and writes what one destination is to be told about the correction. Nothing is written when the person cancels. */
export async function saveNotice(
  newsroom: Newsroom,
  by: string,
  window: BrowserWindow,
  {
    destination,
    entry,
    ...asked
  }: RequestOf<'correction.show'> & { readonly destination: string; readonly entry?: number },
): Promise<{ readonly path?: string }> {
  const { destinations, kind, version } = await runAction(newsroom, by, 'correction.show', asked)
  const { notice, held } =
    destinations.find((one) => one.destination === destination && (entry === undefined || one.entry === entry)) ?? {}
  if (notice === undefined)
    throw new NewsroomError(
      'refused',
      `${held ?? 'There is no notice for it: the record of the correction is not approved.'} Nothing was written.`,
    )
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the notice',
    defaultPath: `${kind ?? 'correction'}-notice-v${version}.txt`,
    filters: [{ name: 'Text', extensions: ['txt'] }],
  })
  if (canceled || filePath === '') return {}
  await writeExport(filePath, new TextEncoder().encode(`${notice}\n`))
  return { path: filePath }
}
