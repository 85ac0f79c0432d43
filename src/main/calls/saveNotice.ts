import { dialog, type BrowserWindow } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import { runAction } from '../../newsroom/runAction'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { writeExport } from '../../newsroom/exports/writeExport'
import { NewsroomError, type RequestOf } from '../../story/requests/requests'

/** Asks for a path and writes the correction notice for one destination. If the person cancels, nothing is written. */
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
      mainText('saveNotice.refused', { why: held ?? mainText('saveNotice.notApproved') }),
    )
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: mainText('saveNotice.title'),
    defaultPath: `${kind ?? 'correction'}-notice-v${version}.txt`,
    filters: [{ name: mainText('saveNotice.text'), extensions: ['txt'] }],
  })
  if (canceled || filePath === '') return {}
  await writeExport(filePath, new TextEncoder().encode(`${notice}\n`))
  return { path: filePath }
}
