import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { Copy, Range } from '../../story/copy/copy'
import { NewsroomError } from '../../story/requests/requests'

/** The places of exactly this text, block by block, without overlaps. Case and quotation marks count. */
function rangesOfText(copy: Copy, text: string): readonly Range[] {
  if (text === '') throw new NewsroomError('usage', newsroomText('occurrences.nothingToFind'))
  return copy.flatMap((block, index) => {
    const ranges: Range[] = []
    for (let from = block.text.indexOf(text); from >= 0; from = block.text.indexOf(text, from + text.length)) {
      ranges.push({ block: index, from, to: from + text.length })
    }
    return ranges
  })
}

/**
 * The `nth` (from 1) occurrence. Throws a refusal when there is none, and a usage error when there are fewer than
 * `nth`.
 */
export function nthOccurrence(copy: Copy, text: string, nth: number): Range {
  const found = rangesOfText(copy, text)
  if (!found.length) throw new NewsroomError('refused', newsroomText('occurrences.notInCopy', { text }))
  const range = found[nth - 1]
  if (!range)
    throw new NewsroomError('usage', newsroomText('occurrences.noSuchPlace', { text, count: times(found.length), nth }))
  return range
}

/** The only occurrence. Throws a usage error when there are several. */
export function onlyOccurrence(copy: Copy, text: string): Range {
  const range = nthOccurrence(copy, text, 1)
  const { length } = rangesOfText(copy, text)
  if (length > 1)
    throw new NewsroomError('usage', newsroomText('occurrences.sayWhich', { text, times: times(length), last: length }))
  return range
}

const times = (count: number): string => newsroomText('occurrences.times', { count })
