import { embargoFrom, instantFrom } from '../parts/fields/instantFrom'
import type { LossCollector } from '../parts/losses'
import { attributeOf, childOf, type MarkupElement } from '../markup/markupTree'
import type { ReadMarks } from '../markup/ReadMarks'

/**
 * Reads the embargo of a document. `date.release` says when the document may be released, whatever its status is. Lists
 * a status that is neither usable nor embargoed, and an embargo without a date.
 */
export function embargoOfNitf(docdata: MarkupElement, marks: ReadMarks, losses: LossCollector): string | undefined {
  const status = attributeOf(docdata, 'management-status').trim()
  const isEmbargoed = status.toLowerCase() === 'embargoed'
  if (status !== '' && !isEmbargoed && status.toLowerCase() !== 'usable') losses.add('publicationStatus', status)
  const release = childOf(docdata, 'date.release')
  const until = normOf(release)
  if (until === '') {
    if (isEmbargoed) losses.add('embargoWithoutEnd', status)
    return undefined
  }
  if (!isEmbargoed && !isLater(until, normOf(childOf(docdata, 'date.issue')))) return undefined
  marks.mark(release)
  return embargoFrom(until, losses)
}

const normOf = (date: MarkupElement | undefined): string => (date ? attributeOf(date, 'norm').trim() : '')

/** Whether a document is released after it was issued. Without a date of issue it is: an old embargo does no harm. */
function isLater(release: string, issue: string): boolean {
  const [released, issued] = [instantFrom(release), instantFrom(issue)]
  if (released !== undefined && issued !== undefined) return Date.parse(released) > Date.parse(issued)
  return digitsOf(release) > digitsOf(issue)
}
const digitsOf = (date: string): string => date.replace(/\D/g, '')
