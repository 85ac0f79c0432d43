import { randomUUID } from 'node:crypto'
import { extname } from 'node:path'
import { BrowserWindow, session, type Session } from 'electron'
import { mainText } from '../../../catalogue/rooms/main'
import type { Calls } from '../../../ipc/contract'
import { pageToPrint } from '../../../newsroom/exports/pageToPrint'
import { runAction } from '../../../newsroom/runAction'
import type { Newsroom } from '../../../newsroom/state/newsroom'
import { NewsroomError } from '../../../story/requests/requests'
import { defined } from '../../../story/text/defined'
import { messageOf } from '../../../story/text/messageOf'

/**
 * Prints a paper for the desk. It leaves as an internal fact sheet does: through the gate and the leak scan, and it is
 * in the history before the printer has it. If nothing is printed, the history says so.
 */
export async function printStory(
  newsroom: Newsroom,
  by: string,
  { story, paper }: Calls['printStory']['request'],
): Promise<Calls['printStory']['answer']> {
  const { bytes, fileName, entry } = await runAction(newsroom, by, 'story.export', {
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
    const printed = await printPage(await pageToPrint(bytes), fileName.slice(0, -extname(fileName).length))
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

/** Pages that wait to be printed, by their address. A page with pictures is too long for an address of its own. */
const pages = new Map<string, string>()
const SCHEME = 'paper'
let printing: Session | undefined

/** The session of print windows. It serves the waiting pages, keeps nothing and reaches nothing. */
function printSession(): Session {
  if (printing) return printing
  printing = session.fromPartition('print')
  printing.protocol.handle(SCHEME, ({ url }) => {
    const html = pages.get(url)
    return html === undefined
      ? new Response('', { status: 404 })
      : new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  })
  printing.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  printing.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !/^(?:paper|data):/.test(url) }))
  return printing
}

/**
 * Gives a page to the dialog of the system. The page lies in a window that nobody sees and that runs no script.
 * `name`: printed at the top of each page. Resolves to false if the person cancels. Rejects with what the system says.
 */
async function printPage(html: string, name: string): Promise<boolean> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession(),
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    },
  })
  const address = `${SCHEME}://${randomUUID()}/`
  pages.set(address, html)
  try {
    await window.loadURL(address)
    return await new Promise((resolve, reject) => {
      window.webContents.print(
        // With these, Chromium prints the date, the name and page numbers in the margins.
        { silent: false, pageSize: 'A4', printBackground: true, header: name, footer: mainText('print.footer') },
        (printed, reason) => {
          if (printed || CANCELLED.test(reason)) resolve(printed)
          else reject(new Error(reason))
        },
      )
    })
  } finally {
    pages.delete(address)
    window.destroy()
  }
}
