import type { ReviewRun } from '../../../projection/published/publishedReview'
import { element, escapeXml } from '../xml/xml'
import type { ReviewMarks } from './reviewMarks'

/** A run that may have a character style. */
export interface DocxRun extends ReviewRun {
  readonly style?: string
}

/** Writes a run inside the tracked changes that it belongs to. */
export function runXml(run: DocxRun, rightToLeft: boolean, review: ReviewMarks): string {
  const { text, style, inserted, deleted, restyled } = run
  if (isPlain(run) && !rightToLeft) return text === '' ? '<w:r/>' : `<w:r>${wordsXml('w:t', text)}</w:r>`
  const looks = ({ bold, italic }: { readonly bold?: boolean; readonly italic?: boolean }): string =>
    [
      style === undefined ? '' : element('w:rStyle', { 'w:val': style }),
      bold ? '<w:b/><w:bCs/>' : '',
      italic ? '<w:i/><w:iCs/>' : '',
      rightToLeft ? '<w:rtl/>' : '',
    ].join('')
  const [put, taken] = [inserted && review.change(inserted), deleted && review.change(deleted)]
  const properties =
    looks(run) + (restyled ? element('w:rPrChange', review.change(restyled), `<w:rPr>${looks(restyled)}</w:rPr>`) : '')
  const words = deleted ? 'w:delText' : 'w:t'
  const pieces = BREAK.test(text)
    ? text
        .split(/([\n\t])/)
        .map((piece) => (piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : wordsXml(words, piece)))
        .join('')
    : wordsXml(words, text)
  const xml = element('w:r', {}, properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`, pieces)
  const within = taken ? element('w:del', taken, xml) : xml
  return put ? element('w:ins', put, within) : within
}

/** Most runs are plain: they take a short way. */
const isPlain = ({ text, style, bold, italic, inserted, deleted, restyled }: DocxRun): boolean =>
  style === undefined && !bold && !italic && !inserted && !deleted && !restyled && !BREAK.test(text)

const BREAK = /[\n\t]/
/** White space that an XML reader may drop without `xml:space` (XML 1.0, section 2.10). */
const MAY_BE_LOST = /^\s|\s$|\s\s/

const wordsXml = (name: string, text: string): string =>
  text === '' ? '' : `<${name}${MAY_BE_LOST.test(text) ? ' xml:space="preserve"' : ''}>${escapeXml(text)}</${name}>`
