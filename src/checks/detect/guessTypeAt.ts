import { guessType } from '../../story/assessment/copy/guessType'
import type { Block } from '../../story/copy/copy'
import type { FactType } from '../../story/ledger/facts/fact'
import { statementsOf } from './statementsOf'

/**
 * Guesses the type of selected words from what the checks find at their place: words inside quotation marks are a
 * quote, and so is a line of dialogue. Else from the words alone.
 */
export function guessTypeAt(block: Block, from: number, to: number): FactType {
  const words = block.text.slice(from, to)
  const guess = guessType(words, block.text.slice(to, to + 40))
  if (guess === 'quote' || guess === 'paraphrase') return guess
  const lead = /^[^\p{L}\p{N}]*/u.exec(words)?.[0].length ?? 0
  const trail = /[^\p{L}\p{N}\p{M}]*$/u.exec(words)?.[0].length ?? 0
  const [first, last] = [from + lead, to - trail]
  if (last <= first) return guess
  const around = statementsOf(block).filter((one) => one.from <= first && last <= one.to)
  const whole = around.find((one) => first <= one.coreFrom && one.coreTo <= last)
  if (whole?.kind === 'quote') return 'quote'
  if (guess === 'allegation') return guess
  if (whole?.kind === 'name') return guess === 'place' || guess === 'title' ? guess : 'name'
  if (whole) return whole.kind
  // A part of a quotation that says nothing else is quoted too.
  return guess === 'event' && around.some(({ kind }) => kind === 'quote') ? 'quote' : guess
}
