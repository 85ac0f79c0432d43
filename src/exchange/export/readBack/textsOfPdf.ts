import { hasRightToLeft, turnedNumbers } from '../../../projection/scan/readings/turnedNumbers'
import { readPlainPdf, type PdfTexts } from '../pdf/read/readPlainPdf'
import type { OutputText } from './textsOfFile'

/** Reads all texts of a finished PDF: words as a reader can select them, metadata, and addresses of links. */
export async function textsOfPdf(bytes: Uint8Array): Promise<readonly OutputText[]> {
  const { words, around } = readPlainPdf(bytes) ?? (await textsByPdfJs(bytes))
  return [words, ...rejoinedLines(words), ...numbersOverLines(words), around].map((text) => ({
    text,
    mediaType: 'text/plain',
  }))
}

/**
 * Rejoins words that the end of a line or page breaks: Chinese, Japanese and Korean names, and words longer than a
 * line.
 */
function rejoinedLines(words: string): readonly string[] {
  const known = new Set(words.split(/[\n\f]/))
  const lines = words
    .replace(FOLIO, '')
    .replace(/(?<=[\p{L}\p{M}\p{N}-])\n(?=[\p{L}\p{M}\p{N}])/gu, '')
    .split(/[\n\f]/)
    .filter((line) => !known.has(line))
  return lines.length === 0 ? [] : [lines.join('\n')]
}

/**
 * Finds numbers that the end of a line breaks in right-to-left text: their first groups are at the left of one line,
 * the others at the right of the next. Returns them in reading order. Inside a single line the scan reverses them
 * itself.
 */
function numbersOverLines(words: string): readonly string[] {
  if (!hasRightToLeft(words)) return []
  const lines = words.replace(FOLIO, '\n').split(/[\n\f]/)
  const found: string[] = []
  let open: readonly string[] = []
  for (const line of lines) {
    const [first = '', last = ''] = [FIRST_NUMBER.exec(line)?.[0], LAST_NUMBER.exec(line)?.[0]]
    const isWhole = first !== '' && first.length === line.length
    if (last !== '') found.push(...open.map((start, way) => `${start} ${turnedNumbers(last)[way] ?? ''}`))
    const begun = first === '' ? [] : turnedNumbers(first)
    open =
      isWhole && open.length > 0
        ? begun.map((more, way) => `${(open[way] ?? '').slice(-LONGEST_NUMBER)} ${more}`)
        : begun
  }
  return found.length === 0 ? [] : [found.join('\n')]
}
/** Characters kept of the lines before. A column of figures is no telephone number. */
const LONGEST_NUMBER = 60
const FIRST_NUMBER = /^\s*(?:\p{Nd}[ ().\-/·\p{Pd}−+]{0,3}){1,40}/u
const LAST_NUMBER = /(?:[ ().\-/·\p{Pd}−+]{0,3}\p{Nd}){1,40}\s*$/u

/** "2/3" at the foot of a page. */
const FOLIO = /\n\d{1,6}\/\d{1,6}\s*\f/g

/** Reads any PDF, at ten times the cost. For files that are not built as the typesetter builds them. */
async function textsByPdfJs(bytes: Uint8Array): Promise<PdfTexts> {
  // The worker runs in this process: a bundle has no file to start a worker from.
  // @ts-expect-error -- the package has no types for it
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  })
  const document = await task.promise
  const words: string[] = []
  const around: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    words.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
    around.push(
      ...valuesOf(
        (await page.getAnnotations()).map(({ url, unsafeUrl, contentsObj }: Record<string, unknown>) => [
          url,
          unsafeUrl,
          contentsObj,
        ]),
      ),
    )
  }
  const { info, metadata } = await document.getMetadata()
  around.push(...valuesOf(info), metadata?.getRaw() ?? '')
  await task.destroy()
  return { words: words.join('\n'), around: around.join('\n') }
}

const valuesOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(valuesOf)
    : value === undefined || value === null
      ? []
      : [String(value)]
