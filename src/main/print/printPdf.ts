/** Prints our own pages in a window that nobody sees, without script and without network. */
import { BrowserWindow, session, type Session } from 'electron'
import { lockDownSession } from '../lockDown'

const SCHEME = 'print'
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
/** Milliseconds in which a page has to be there and printed. */
const PATIENCE = 60_000

/** A page (HTML) as PDF, in A4 with page numbers. Rejects when it cannot be printed. */
export async function printPdf(page: string): Promise<Uint8Array> {
  const { PRINT_FONTS } = await import('./printFonts')
  const pages = session.fromPartition(`${SCHEME}-${++printed}`)
  lockDownSession(pages, SCHEME)
  pages.protocol.handle(SCHEME, () => new Response(page.replace('</head>', `<style>${PRINT_FONTS}</style>\n</head>`), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' }
  }))
  const window = new BrowserWindow({
    show: false, width: 900, height: 1200,
    webPreferences: { session: pages, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, devTools: false, spellcheck: false, backgroundThrottling: false }
  })
  try {
    return await within(PATIENCE, pdfOf(window))
  } finally {
    window.destroy()
    forget(pages)
  }
}

let printed = 0

async function pdfOf(window: BrowserWindow): Promise<Uint8Array> {
  await window.loadURL(`${SCHEME}://page/`)
  // In a world of its own: the page's policy allows no script.
  await window.webContents.executeJavaScriptInIsolatedWorld(1, [{ code: 'document.fonts.ready.then(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))).then(() => true)' }])
  return new Uint8Array(await window.webContents.printToPDF({
    pageSize: 'A4', printBackground: true, preferCSSPageSize: true, displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: FOOTER, generateTaggedPDF: true
  }))
}

const FOOTER = '<div style="width:100%;margin:0 24mm;font:8px sans-serif;color:#4d4842;text-align:end"><span class="pageNumber"></span>/<span class="totalPages"></span></div>'

function forget(pages: Session): void {
  pages.protocol.unhandle(SCHEME)
  void pages.clearStorageData()
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([work, new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`the page was not printed within ${milliseconds / 1000} seconds`)), milliseconds)
    })])
  } finally {
    clearTimeout(timer)
  }
}
