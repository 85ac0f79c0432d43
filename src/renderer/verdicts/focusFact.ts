import { focusOn, isAwaited, isDialogOpen } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'

/** Whether the keyboard is on its way to this fact. */
export const isOnItsWayTo = (fact: string | null): boolean => fact !== null && isAwaited(PLACES.fact(fact))

/**
 * Moves the keyboard to the fact's row once it is drawn, or to its backup in a narrow window, which may hide the list.
 * Leaves it in a dialog, in a field that it was not in before, and where `stays` says so.
 */
export function focusFact(fact: string, stays: () => boolean = () => false): void {
  const left = document.activeElement
  // On the row, text meant for a field would be read as verdict keys.
  const isInAnotherField = (): boolean =>
    document.activeElement !== left && document.activeElement?.matches('input, textarea, select') === true
  focusOn([PLACES.fact(fact), PLACES.backup], {
    unless: () => isDialogOpen() || isInAnotherField() || stays(),
    preventScroll: true,
  })
}

/** Whether the keyboard is in the copy. */
export const isInCopy = (): boolean => document.activeElement?.matches('[contenteditable="true"]') === true

/** Does the same after a wait: a person who has gone into the copy meanwhile stays there. */
export const returnToFact = (fact: string): void => focusFact(fact, isInCopy)
