import { BrowserWindow } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import type { Calls } from '../../ipc/contract'
import { runAction } from '../../newsroom/runAction'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { NewsroomError } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { messageOf } from '../../story/text/messageOf'

/**
 * Prints a paper for the desk. It leaves as an internal fact sheet does: through the gate and the leak scan, and it is
 * in the history before the printer has it. If nothing is printed, the history says so.
 */
export async function printStory(
  newsroom: Newsroom,
  by: string,
  { story, paper }: Calls['printStory']['request'],
): Promise<Calls['printStory']['answer']> {
  const { bytes, entry } = await runAction(newsroom, by, 'story.export', {
    story,
    format: 'factsheet',
    edition: 'internal',
    ...defined({ paper }),
    destination: mainText('print.destination'),
  })
  const note = async (reason: string): Promise<void> => {
    if (entry !== undefined) await runAction(newsroom, by, 'story.exportFailed', { story, entry, reason })
  }
  try {
    const printed = await printPage(new TextDecoder().decode(bytes))
    if (!printed) await note(mainText('print.cancelled'))
    return { printed }
  } catch (error) {
    const why = messageOf(error)
    await note(why)
    throw new NewsroomError('failed', mainText('print.failed', { why }))
  }
}

/** Electron's reason when a person closes the dialog. */
const CANCELLED = /cancel/i

/**
 * Gives a page to the dialog of the system. The page lies in a window that nobody sees, runs no script, keeps nothing
 * and reaches nothing. Resolves to false if the person cancels. Rejects with what the system says.
 */
async function printPage(html: string): Promise<boolean> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition: 'print',
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    },
  })
  try {
    const { webContents } = window
    webContents.session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith('data:') }))
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`)
    return await new Promise((resolve, reject) => {
      webContents.print({ silent: false, pageSize: 'A4', printBackground: true }, (printed, reason) => {
        if (printed || CANCELLED.test(reason)) resolve(printed)
        else reject(new Error(reason))
      })
    })
  } finally {
    window.destroy()
  }
}
