import { newsroomText } from '../../catalogue/newsroom'
import type { Copy, Range } from '../../story/copy/copy'
import { NewsroomError } from '../../story/requests/requests'

/** Where exactly this text stands in the copy, block by block, without overlaps. Never fuzzy: not even case or quotation marks fold. */
export function occurrencesOf(copy: Copy, text: string): readonly Range[] {
  if (text === '') throw new NewsroomError('usage', newsroomText('occurrences.nothingToFind'))
  return copy.flatMap((block, index) => {
    const ranges: Range[] = []
    for (let from = block.text.indexOf(text); from >= 0; from = block.text.indexOf(text, from + text.length)) {
      ranges.push({ block: index, from, to: from + text.length })
    }
    return ranges
  })
}

/** The `nth` (from 1) occurrence. Refused when the text does not stand there; a usage error when there are fewer than `nth`. */
export function nthOccurrence(copy: Copy, text: string, nth: number): Range {
  const found = occurrencesOf(copy, text)
  if (!found.length) throw new NewsroomError('refused', newsroomText('occurrences.notInCopy', { text }))
  const range = found[nth - 1]
  if (!range)
    throw new NewsroomError('usage', newsroomText('occurrences.noSuchPlace', { text, count: times(found.length), nth }))
  return range
}

/** The only occurrence. A usage error when there are several. */
export function onlyOccurrence(copy: Copy, text: string): Range {
  const range = nthOccurrence(copy, text, 1)
  const { length } = occurrencesOf(copy, text)
  if (length > 1)
    throw new NewsroomError('usage', newsroomText('occurrences.sayWhich', { text, times: times(length), last: length }))
  return range
}

const times = (count: number): string => newsroomText('occurrences.times', { count })
