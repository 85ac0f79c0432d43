/** Reads words and metadata of a PDF with pdf.js, to check our own reader. */
// @ts-expect-error -- the package has no types for it
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

Object.assign(globalThis, { pdfjsWorker: worker as unknown })

export async function wordsByPdfJs(bytes: Uint8Array): Promise<string> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  })
  const document = await task.promise
  const lines: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    lines.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
  }
  const { info, metadata } = await document.getMetadata()
  lines.push(JSON.stringify(info), metadata?.getRaw() ?? '')
  await task.destroy()
  return lines.join('\n')
}
