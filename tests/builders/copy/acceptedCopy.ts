import type { Block } from '../../../src/story/copy/copy'
import { decide, type MarkedCopy } from '../../../src/story/copy/suggestions/markedCopy'

/** The copy as it would be if every suggestion were accepted. */
export const acceptedCopy = (copy: MarkedCopy): readonly Block[] =>
  decide(copy, () => 'accept').map(({ proposed: _proposed, ...block }) => block)
