/** Guesses the role of a line. */
import { lineForDesk } from './lineForDesk'
import { hasDeckForm, hasHeadlineForm } from './lineForms'

/** Whether a line is a headline by its form, and not for the desk. */
export const looksLikeHeadline = (line: string): boolean => hasHeadlineForm(line) && lineForDesk(line) === undefined

/** Whether a line is a deck by its form, and not for the desk. */
export const looksLikeDeck = (line: string): boolean => hasDeckForm(line) && lineForDesk(line) === undefined
