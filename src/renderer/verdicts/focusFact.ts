import { findPlace, focusOn, inAnotherField, isAwaited, isDialogOpen } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'

/** Whether the keyboard is on its way to this fact. */
export const isOnItsWayTo = (fact: string | null): boolean => fact !== null && isAwaited(PLACES.fact(fact))

/**
 * Moves the keyboard to the fact's row once it is drawn, or to its backup in a narrow window, which may hide the list.
 * Leaves it in a dialog, in a field that it was not in before, and where `stays` says so.
 */
export function focusFact(fact: string, stays: () => boolean = () => false): void {
  const isInAnotherField = inAnotherField()
  focusOn([PLACES.fact(fact), PLACES.backup], {
    unless: () => isDialogOpen() || isInAnotherField() || stays(),
    preventScroll: true,
  })
}

/** Moves the keyboard to the fact's row once its list is drawn. Leaves it in a dialog, and in a field opened since. */
export function focusRow(fact: string): void {
  const isInAnotherField = inAnotherField()
  focusOn(PLACES.fact(fact), { unless: () => isDialogOpen() || isInAnotherField() })
}

/** Whether the keyboard is in the copy. */
export const isInCopy = (): boolean => document.activeElement?.matches('[contenteditable="true"]') === true

/** Does the same as focusFact, but a person who has gone into the copy meanwhile stays there. */
export const returnToFact = (fact: string): void => focusFact(fact, isInCopy)

/**
 * Prepares to return to a fact after a request. Call this before the request, and the returned function after it. A
 * person who has gone into a field or into the copy meanwhile stays there.
 */
export function returnAfter(fact: string): () => void {
  const isInAnotherField = inAnotherField()
  return () => focusFact(fact, () => isInCopy() || isInAnotherField())
}

/** Brings the words of the current fact in review into sight: they are first in what is over the copy. */
export function showReviewedWords(): void {
  const head = findPlace(PLACES.reviewHead)
  if (head) head.scrollTop = 0
}
