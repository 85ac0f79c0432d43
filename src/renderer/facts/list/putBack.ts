import { placesOfWords } from '../../../checks/finding/placesOfWords'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Copy, Range } from '../../../story/copy/copy'

/** Where a lost or untagged fact may go back to: the first place where its own exact words stand and no tag lies on them. */
export const placeToPutBack = (fact: Assessment, copy: Copy): Range | undefined =>
  placesOfWords(copy, fact.words).find(
    (place) =>
      !copy[place.block]?.spans.some((span) => span.mark === 'fact' && span.from < place.to && span.to > place.from),
  )
