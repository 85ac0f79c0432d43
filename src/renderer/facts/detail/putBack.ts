import { placesOfWords } from '../../../checks/finding/placesOfWords'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Copy, Range } from '../../../story/copy/copy'

/** Where a lost or untagged fact may return to: the first place with its exact words and no tag on them. */
export const placeToPutBack = (fact: Assessment, copy: Copy): Range | undefined =>
  placesOfWords(copy, fact.words).find(
    (place) =>
      !copy[place.block]?.spans.some((span) => span.mark === 'fact' && span.from < place.to && span.to > place.from),
  )
