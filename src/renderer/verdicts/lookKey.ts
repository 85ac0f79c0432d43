import type { Assessment } from '../../story/assessment/assessment'
import { standingOf } from '../../story/assessment/verdicts/standing'
import type { FoundInSource } from '../state/stores/panels'

/**
 * Identifies a fact with what a verdict relies on, and the verdicts on it. When any of it changes, the person has to
 * look again.
 */
export const lookKey = (fact: Assessment): string =>
  JSON.stringify([fact.id, fact.status, fact.view?.hash ?? fact.words, standingOf(fact)])

/** Identifies a part of what a verdict relies on: the words, or a piece of evidence by its id. */
export const partKey = (fact: Assessment, part: string): string => JSON.stringify([lookKey(fact), part])
export const WORDS_PART = 'words'

/** Stands for a part while its file is not on the page yet: no key signs by it. */
export const keyWhileFileOpens = (part: string): string => `opening ${part}`
export const isOpening = (shown: string | null): boolean => shown?.startsWith('opening ') === true

/** What the previous source says of this fact as it is now. Null: nothing. */
export const foundFor = (found: FoundInSource | null, fact: Assessment): FoundInSource | null =>
  found?.fact === fact.id && found.look === lookKey(fact) ? found : null

/** Identifies the place that the previous source shows; null while there is none to look at. */
export function foundPlaceKey(found: FoundInSource | null): string | null {
  const place = found === null || found.chosen === null ? undefined : found.places[found.chosen]
  return found && place
    ? JSON.stringify([found.fact, found.look, place.file, place.locator, place.graf, place.from, place.to])
    : null
}
