import { rangesOfFact, type Copy, type Range } from '../../story/copy/copy'
import { tokenize } from '../../story/text/words/alignTexts'

/**
 * Removes the words at both ends of a replacement that do not change: they only name the place, and a tag must
 * neither grow over them nor lose them. Does not narrow an addition to a text with a tag on exactly that text: the
 * tag covers the whole replacement (rule 3).
 */
export function narrowReplacement(
  copy: Copy,
  range: Range,
  text: string,
): { readonly range: Range; readonly text: string } {
  const old = copy[range.block]?.text.slice(range.from, range.to) ?? ''
  const before = tokenize(old)
  const after = tokenize(text)
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const skipped = before.slice(0, head).join('').length
  const kept = tail === 0 ? 0 : before.slice(-tail).join('').length
  const narrow: Range = { block: range.block, from: range.from + skipped, to: range.to - kept }
  const addsAtAnEdge = narrow.from === narrow.to && (head === 0 || tail === 0)
  if (addsAtAnEdge && hasTagOn(copy, range)) return { range, text }
  return { range: narrow, text: text.slice(skipped, text.length - kept) }
}

const hasTagOn = (copy: Copy, range: Range): boolean =>
  (copy[range.block]?.spans ?? []).some((span) => {
    if (span.mark !== 'fact' || span.from !== range.from || span.to !== range.to) return false
    return rangesOfFact(copy, span.id).length === 1
  })
