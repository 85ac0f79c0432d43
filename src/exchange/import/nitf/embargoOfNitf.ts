import { instantFrom, latestEmbargo } from '../parts/fields/instantFrom'
import type { LossCollector } from '../parts/losses'
import { attributeOf, childOf, childrenOf, type MarkupElement } from '../markup/tree/markupTree'
import type { ReadMarks } from '../markup/feed/ReadMarks'

/**
 * Reads the embargo of a document. `date.release` says when the document may be released, whatever its status is. Lists
 * a status that is neither usable nor embargoed, and an embargo without a date.
 */
export function embargoOfNitf(docdata: MarkupElement, marks: ReadMarks, losses: LossCollector): string | undefined {
  const status = attributeOf(docdata, 'management-status').trim()
  const isEmbargoed = status.toLowerCase() === 'embargoed'
  if (status !== '' && !isEmbargoed && status.toLowerCase() !== 'usable') losses.add('publicationStatus', status)
  const releases = childrenOf(docdata, 'date.release').filter((release) => normOf(release) !== '')
  if (releases.length === 0 && isEmbargoed) losses.add('embargoWithoutEnd', status)
  const issue = normOf(childOf(docdata, 'date.issue'))
  const held = releases.filter((release) => isEmbargoed || isLater(normOf(release), issue))
  marks.mark(...held)
  return latestEmbargo(held.map(normOf), losses)
}

const normOf = (date: MarkupElement | undefined): string => (date ? attributeOf(date, 'norm').trim() : '')

/** Whether a document is released after it was issued. Without a date of issue it is: an old embargo does no harm. */
function isLater(release: string, issue: string): boolean {
  const [released, issued] = [instantFrom(release), instantFrom(issue)]
  if (released !== undefined && issued !== undefined) return Date.parse(released) > Date.parse(issued)
  return digitsOf(release) > digitsOf(issue)
}
const digitsOf = (date: string): string => date.replace(/\D/g, '')
