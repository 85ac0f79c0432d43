import { PAGE_STYLE } from '../html/pageStyle'
import { textsOfFile, type OutputText } from './textsOfFile'

export { textsOfFile, type OutputText }

/**
 * Reads every text of a finished output for the leak scan: words, markup and metadata, also inside zip parts, PDF
 * streams and pictures. The readers of packages and PDFs are loaded on first use.
 * The style sheet of a page is the same in every export and tells nothing: a source called Georgia is no font.
 * @throws Error if a package holds a byte that belongs to no part.
 */
export async function outputTexts(bytes: Uint8Array, mediaType: string): Promise<readonly OutputText[]> {
  if (mediaType.startsWith('application/vnd.openxmlformats'))
    return (await import('./textsOfPackage')).textsOfPackage(bytes)
  if (mediaType === 'application/pdf') return (await import('./textsOfPdf')).textsOfPdf(bytes)
  const text = new TextDecoder().decode(bytes)
  return [
    { text: mediaType === 'text/html' ? text.replace(PAGE_STYLE, '') : text, mediaType },
    ...embeddedFiles(text).flatMap(textsOfFile),
  ]
}

/** Decodes the files that a text carries in `data:` addresses. */
function embeddedFiles(text: string): readonly Uint8Array[] {
  return [...text.matchAll(/data:[\w.+/-]+;base64,([\w+/=]+)/g)].map(([, encoded = '']) =>
    Buffer.from(encoded, 'base64'),
  )
}
