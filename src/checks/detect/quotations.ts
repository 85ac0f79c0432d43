/** Quotations: text between quotation marks, lines of dialogue, and blocks whose role is quote. */
import type { BlockRole } from '../../story/copy/copy'
import { dialogueIn } from './dialogue'
import { quotationsIn } from './quotationMarks'
import { overlapAny, type Region, type Statement } from './statement'

export function findQuotations(text: string, role: BlockRole): readonly Statement[] {
  if (role === 'quote') return withCore({ from: 0, to: text.length }, text)
  const marked = quotationsIn(text)
  const isMarked = overlapAny(marked)
  const lines = dialogueIn(text).filter((line) => !isMarked(line))
  return [...marked, ...lines].flatMap((region) => withCore(region, text))
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
