import type { ReviewRun } from '../../../projection/publishedReview'
import { element, escapeXml } from '../xml/xml'
import type { ReviewMarks } from './reviewMarks'

/** A run with a character style of ours. */
export interface DocxRun extends ReviewRun { readonly style?: string }

/** A run, inside the tracked changes that it is part of. */
export function runXml(run: DocxRun, rightToLeft: boolean, review: ReviewMarks): string {
  const { text, style, inserted, deleted, restyled } = run
  const looks = ({ bold, italic }: { readonly bold?: boolean; readonly italic?: boolean }): string => [
    style === undefined ? '' : element('w:rStyle', { 'w:val': style }), bold ? '<w:b/><w:bCs/>' : '', italic ? '<w:i/><w:iCs/>' : '', rightToLeft ? '<w:rtl/>' : ''
  ].join('')
  const [put, taken] = [inserted && review.change(inserted), deleted && review.change(deleted)]
  const properties = looks(run) + (restyled ? element('w:rPrChange', review.change(restyled), `<w:rPr>${looks(restyled)}</w:rPr>`) : '')
  const words = deleted ? 'w:delText' : 'w:t'
  const pieces = text.split(/([\n\t])/).map((piece) => (piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : piece === '' ? '' : `<${words} xml:space="preserve">${escapeXml(piece)}</${words}>`))
  const xml = element('w:r', {}, properties === '' ? '' : element('w:rPr', {}, properties), ...pieces)
  const within = taken ? element('w:del', taken, xml) : xml
  return put ? element('w:ins', put, within) : within
}
