import type { Block } from '../../story/copy/copy'
import { FORMER_SENTENCE_RULES } from '../../story/copy/words/sentences'
import { keyText } from '../finding/findingKey'
import { memoizeByBlock } from '../finding/memoizeByBlock'
import { sentenceAt } from '../finding/sentenceAt'
import { gapsIn } from './gaps'

/** A TK in the text of a block. */
export interface OpenTk {
  readonly from: number
  readonly to: number
  readonly words: string
  readonly sentence: string
  /** Those by the sentence rules before that are others. */
  readonly former: readonly string[]
}

/** The TKs of a block, dismissed ones too. Unchanged blocks are not read again. */
export const tksIn = memoizeByBlock(({ text }: Block): readonly OpenTk[] =>
  gapsIn(text).map(({ from, to }) => {
    const sentence = keyText(sentenceAt(text, from))
    const before = FORMER_SENTENCE_RULES.map((rule) => keyText(sentenceAt(text, from, rule)))
    const former = [...new Set(before)].filter((one) => one !== sentence)
    return { from, to, words: text.slice(from, to), sentence, former }
  }),
)
