/** The app as a printer for the command line: one page in, one PDF out, no window, no library. */
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { app } from 'electron'

export interface PrintJob { readonly page: string; readonly pdf: string }

/** What `--print-page PAGE PDF` asks for, or undefined. */
export function printJob(argv: readonly string[]): PrintJob | undefined {
  const at = argv.indexOf('--print-page')
  const page = argv[at + 1]
  const pdf = argv[at + 2]
  return at < 0 || page === undefined || pdf === undefined ? undefined : { page, pdf }
}

/** Keeps its profile beside the page, so that a running app is not disturbed. Call before the app is ready. */
export function settlePrinter({ pdf }: PrintJob): void {
  app.setPath('userData', join(dirname(pdf), 'profile'))
  app.disableHardwareAcceleration()
}

export async function printFile({ page, pdf }: PrintJob): Promise<void> {
  await app.whenReady()
  const { printPdf } = await import('./printPdf')
  await writeFile(pdf, await printPdf(await readFile(page, 'utf8')), { mode: 0o600 })
}
