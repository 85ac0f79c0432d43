import type { ScannedOutput } from '../../projection/scan/leakScan'
import { CHANGE_SIGNS } from '../../projection/scan/shownReadings'
import { hasRightToLeft, turnedNumbers } from '../../projection/scan/turnedNumbers'
import type { PdfTexts } from './pdf/read/textsOfPdf'
import { metadataOf } from './pictures/pictureMetadata'

/** A finished output taken apart into everything that somebody can read in it. */
export type OutputText = Pick<ScannedOutput, 'text' | 'mediaType'>

/**
 * Every text of a finished output: words, markup and metadata; inside zip parts, PDF streams and pictures too. What cannot be
 * taken apart is given as its bytes. The libraries that open packages are loaded on first use.
 */
export async function outputTexts(bytes: Uint8Array, mediaType: string): Promise<readonly OutputText[]> {
  if (mediaType.startsWith('application/vnd.openxmlformats')) return textsOfPackage(bytes)
  if (mediaType === 'application/pdf') return textsOfPdf(bytes)
  const text = new TextDecoder().decode(bytes)
  return [{ text, mediaType }, ...embeddedFiles(text).flatMap(textsOfFile)]
}

async function textsOfPackage(bytes: Uint8Array): Promise<readonly OutputText[]> {
  const { unzipPackage } = await import('./docx/zipPackage')
  const parts = unzipPackage(bytes)
  return [
    { text: parts.map(([name]) => name).join('\n'), mediaType: 'text/plain' },
    ...parts.flatMap(([name, part]) =>
      /\.(?:xml|rels)$/.test(name) ? textsOfXml(new TextDecoder().decode(part)) : textsOfFile(part),
    ),
  ]
}

/** Elements of WordprocessingML at which a reader sees a break. All others may stand inside a word. */
const BREAKS = /<\/(?:w:p|w:tc|w:comment|dc:\w+|cp:\w+|dcterms:\w+)>|<w:(?:br|tab|cr)\b[^>]*>/g

/** Words apart from what stands in attributes, so that runs cannot hide a name by splitting it. */
function textsOfXml(xml: string): readonly OutputText[] {
  // Each once: nearly all of them are the same few.
  const attributes = new Set<string>()
  for (let at = xml.indexOf('="'); at !== -1;) {
    const end = xml.indexOf('"', at + 2)
    if (end === -1) break
    attributes.add(xml.slice(at + 2, end))
    at = xml.indexOf('="', end + 1)
  }
  return [
    { text: wordsOf(xml), mediaType: 'text/plain' },
    ...(CHANGE.test(xml) ? [{ text: wordsOf(withChangeSigns(xml)), mediaType: 'text/plain' }] : []),
    { text: [...attributes].join('\n'), mediaType: 'text/plain' },
  ]
}

const wordsOf = (xml: string): string => xml.replace(BREAKS, '\n').replace(/<[^>]*>/g, '')

const CHANGE = /<w:(?:del|ins)\b/
type Change = keyof typeof CHANGE_SIGNS

/** Tracked changes between the signs that the scan knows: a name may arise only when they are accepted, or rejected. An empty one is of a paragraph's end. */
function withChangeSigns(xml: string): string {
  const between = (change: Change, words: string): string => CHANGE_SIGNS[change][0] + words + CHANGE_SIGNS[change][1]
  const paragraphs = xml
    .replace(SIGNS, '')
    .split('</w:p>')
    .map((paragraph) => {
      const ends = [...paragraph.matchAll(/<w:(del|ins)\b[^>]*\/>/g)].map(([, change]) => change as Change)
      return paragraph + ends.reduce((end, change) => between(change, end), '\n')
    })
  return paragraphs
    .join('')
    .replace(/<(\/?)w:(del|ins)\b[^>]*>/g, (tag, closing: string, change: Change) =>
      tag.endsWith('/>') ? '' : CHANGE_SIGNS[change][closing === '' ? 0 : 1],
    )
}
const SIGNS = new RegExp(`[${Object.values(CHANGE_SIGNS).flat().join('')}]`, 'gu')

/** What a picture says besides its pixels, in the encodings that metadata uses. */
const textsOfFile = (bytes: Uint8Array): readonly OutputText[] =>
  ['utf-8', 'utf-16le', 'utf-16be'].map((encoding) => ({
    text: readable(new TextDecoder(encoding).decode(metadataOf(bytes))),
    mediaType: 'text/plain',
  }))

/** Stretches that can be text; the rest would only be noise to the scan. */
const readable = (text: string): string => (text.match(/[\p{L}\p{M}\p{N}\p{P}\p{Zs}\p{S}]{3,}/gu) ?? []).join('\n')

/** Files that a text carries as data: addresses. */
function embeddedFiles(text: string): readonly Uint8Array[] {
  return [...text.matchAll(/data:[\w.+/-]+;base64,([\w+/=]+)/g)].map(([, encoded = '']) =>
    Buffer.from(encoded, 'base64'),
  )
}

/** The words as a reader can select them, what the document says about itself, and where its links lead. */
async function textsOfPdf(bytes: Uint8Array): Promise<readonly OutputText[]> {
  const reader = await import('./pdf/read/textsOfPdf')
  const { words, around } = reader.readPlainPdf(bytes) ?? (await textsByPdfJs(bytes))
  return [words, ...mended(words), ...numbersOverLines(words), around].map((text) => ({
    text,
    mediaType: 'text/plain',
  }))
}

/** Lines with what the end of a line or of a page broke in one piece again: Chinese, Japanese and Korean names, and words that no line holds. */
function mended(words: string): readonly string[] {
  const known = new Set(words.split(/[\n\f]/))
  const lines = words
    .replace(FOLIO, '')
    .replace(/(?<=[\p{L}\p{M}\p{N}-])\n(?=[\p{L}\p{M}\p{N}])/gu, '')
    .split(/[\n\f]/)
    .filter((line) => !known.has(line))
  return lines.length === 0 ? [] : [lines.join('\n')]
}

/**
 * Numbers that the end of a line parts among words from right to left: their first groups stand at the left of one line, the others at
 * the right of the next. In the order in which they are read; in a single line the scan turns them about by itself.
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
/** Characters, of what begins lines before: columns of figures are no telephone number. */
const LONGEST_NUMBER = 60
const FIRST_NUMBER = /^\s*(?:\p{Nd}[ ().\-/·\p{Pd}−+]{0,3}){1,40}/u
const LAST_NUMBER = /(?:[ ().\-/·\p{Pd}−+]{0,3}\p{Nd}){1,40}\s*$/u

/** "2/3" at the foot of a page. */
const FOLIO = /\n\d{1,6}\/\d{1,6}\s*\f/g

/** Any PDF at all, at ten times the cost: whatever is built otherwise than a typesetter does it. */
async function textsByPdfJs(bytes: Uint8Array): Promise<PdfTexts> {
  // The worker's half runs in this process: a bundle has no file to start a worker from.
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
