import { SENTENCE_RULE, sentencesOf, type SentenceRange } from '../copy/words/sentences'
import type { Block, Copy, Range } from '../copy/copy'
import { denies } from '../language/denials'
import { canonical } from '../text/compare'
import { neighboursOf } from './neighbours'

/**
 * The sentences before and behind the words that deny something, in the graf beside too where theirs ends: a figure
 * beside “That is not true.” is another one without it. Canonical text. Undefined: none does. `rule`: version of the
 * sentence rule.
 */
export function denialsBeside(copy: Copy, first: Range, last: Range, rule: number = SENTENCE_RULE): string | undefined {
  const { before } = neighboursOf(copy)[first.block] ?? {}
  const { after } = neighboursOf(copy)[last.block] ?? {}
  const texts = [
    textIn(copy[first.block], rule, (sentences) => sentences[sentences.findIndex(({ to }) => to > first.from) - 1]) ??
      (startsAt(copy[first.block], first.from, rule)
        ? textIn(copy[before ?? -1], rule, (all) => all.at(-1))
        : undefined),
    textIn(copy[last.block], rule, (sentences) => sentences.find(({ from }) => from >= last.to)) ??
      textIn(copy[after ?? -1], rule, ([sentence]) => sentence),
  ].filter((text) => text !== undefined && denies(text))
  return texts.length === 0 ? undefined : canonical(texts.join(' '))
}

/** Whether no sentence of the graf stands before this place. */
const startsAt = (block: Block | undefined, at: number, rule: number): boolean =>
  sentencesOf(block?.text ?? '', rule).every(({ to }) => to > at)

function textIn(
  block: Block | undefined,
  rule: number,
  choose: (sentences: readonly SentenceRange[]) => SentenceRange | undefined,
): string | undefined {
  const sentence = block && choose(sentencesOf(block.text, rule))
  return sentence && block.text.slice(sentence.from, sentence.to)
}
