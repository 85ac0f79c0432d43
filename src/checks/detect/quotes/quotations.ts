/** Quotations: text between quotation marks, lines of dialogue, and blocks whose role is quote. */
import type { BlockRole } from '../../../story/copy/copy'
import { dialogueIn } from './dialogue'
import { quotationsIn } from './quotationMarks'
import { overlapAny, type Region, type Statement } from '../statement'

export function findQuotations(text: string, role: BlockRole): readonly Statement[] {
  if (role === 'quote') return withCore({ from: 0, to: text.length }, text)
  const marked = quotationsIn(text)
  return [...marked, ...besideMarks(dialogueIn(text), marked, text)].flatMap((region) => withCore(region, text))
}

/** A sentence ends here. A period may end “Inc.” or a dateline. */
const END = /[!?…。！？]$/u

/**
 * Lines of speech without those in marks. Of a line whose marks begin behind a whole sentence, the words before them: a
 * question and its answer, “――次の舞台は？「未定です」”. Both lists are in the order of the text.
 */
function besideMarks(lines: readonly Region[], marked: readonly Region[], text: string): readonly Region[] {
  const isMarked = overlapAny(marked)
  let next = 0
  return lines.flatMap((line) => {
    if (!isMarked(line)) return [line]
    while ((marked[next]?.to ?? line.to) <= line.from) next++
    const words = text.slice(line.from, marked[next]?.from ?? line.from).trimEnd()
    return END.test(words) ? [{ from: line.from, to: line.from + words.length }] : []
  })
}

/** The quotation. Its core is the words without marks and closing punctuation. Undefined if it has no words. */
function withCore({ from, to }: Region, text: string): Statement[] {
  const inner = text.slice(from, to)
  const lead = /^[^\p{L}\p{N}]*/u.exec(inner)?.[0].length ?? 0
  if (lead === inner.length) return []
  let end = inner.length
  while (end > lead && !/(?<=[\p{L}\p{N}\p{M}])$/u.test(inner.slice(Math.max(0, end - 2), end))) end--
  return [{ kind: 'quote', from, to, coreFrom: from + lead, coreTo: from + end }]
}
