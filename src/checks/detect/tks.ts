import type { Block } from '../../story/copy/copy'
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
}

/** The TKs of a block, dismissed ones too. Unchanged blocks are not read again. */
export const tksIn = memoizeByBlock(({ text }: Block): readonly OpenTk[] =>
  gapsIn(text).map(({ from, to }) => ({
    from,
    to,
    words: text.slice(from, to),
    sentence: keyText(sentenceAt(text, from)),
  })),
)
