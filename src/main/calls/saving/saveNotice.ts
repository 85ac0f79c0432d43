import { dialog, type BrowserWindow } from 'electron'
import { mainText } from '../../../catalogue/rooms/main'
import { runAction } from '../../../newsroom/runAction'
import type { Newsroom } from '../../../newsroom/state/newsroom'
import { refuseLeakingName } from '../../../newsroom/exports/exportLeaks'
import { writeExport } from '../../../newsroom/exports/file/writeExport'
import { NewsroomError, type NoticeTo, type RequestOf } from '../../../story/requests/requests'

/** Asks for a path and writes the notice of a correction or a kill for one destination, unless the person cancels. */
export async function saveNotice(
  newsroom: Newsroom,
  by: string,
  window: BrowserWindow,
  {
    destination,
    entry,
    kill = false,
    ...asked
  }: RequestOf<'correction.show'> & { readonly destination: string; readonly entry?: number; readonly kill?: boolean },
): Promise<{ readonly path?: string }> {
  const { destinations, fileName } = kill
    ? await killOf(newsroom, by, asked.story)
    : await correctionOf(newsroom, by, asked)
  const { notice, held } =
    destinations.find((one) => one.destination === destination && (entry === undefined || one.entry === entry)) ?? {}
  if (notice === undefined)
    throw new NewsroomError(
      'refused',
      mainText('saveNotice.refused', { why: held ?? mainText('saveNotice.notApproved') }),
    )
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: mainText(kill ? 'saveNotice.killTitle' : 'saveNotice.title'),
    defaultPath: fileName,
    filters: [{ name: mainText('saveNotice.text'), extensions: ['txt'] }],
  })
  if (canceled || filePath === '') return {}
  refuseLeakingName(newsroom, filePath)
  await writeExport(filePath, new TextEncoder().encode(`${notice}\n`))
  return { path: filePath }
}

interface Notices {
  readonly destinations: readonly NoticeTo[]
  readonly fileName: string
}

async function correctionOf(newsroom: Newsroom, by: string, asked: RequestOf<'correction.show'>): Promise<Notices> {
  const { destinations, kind, version } = await runAction(newsroom, by, 'correction.show', asked)
  return { destinations, fileName: `${kind ?? 'correction'}-notice-v${version}.txt` }
}

async function killOf(newsroom: Newsroom, by: string, story: string): Promise<Notices> {
  const { destinations, kill } = await runAction(newsroom, by, 'kill.show', { story })
  return { destinations, fileName: `kill-notice-v${kill?.version ?? 1}.txt` }
}
