import type { PDFDocumentProxy } from 'pdfjs-dist'
import { importsText } from '../../../catalogue/rooms/imports'
import { ImportError } from '../parts/importError'

/** Pages that are read of a PDF. A transcript of a whole day has about 300. */
export const MOST_PAGES = 2000

/**
 * Opens a PDF for `read`, and closes it. One that only its owner’s password locks is open to readers.
 * @throws ImportError if it is locked or damaged.
 */
export async function withPdf<T>(
  name: string,
  bytes: Uint8Array,
  read: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  // Sets `globalThis.pdfjsWorker`. Its code runs in this thread: a bundle has no file to start a worker from.
  // @ts-expect-error -- the package has no types for it
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({
    // A copy, and no Buffer: pdf.js takes the bytes away, and refuses Buffers.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
  })
  try {
    return await read(await loading.promise)
  } catch (error) {
    if (error instanceof ImportError) throw error
    const what =
      error instanceof Error && error.name === 'PasswordException'
        ? importsText('refusal.locked')
        : importsText('refusal.damagedPdf')
    throw new ImportError(name, what, importsText('advice.savePdfAgain'))
  } finally {
    await loading.destroy()
  }
}
