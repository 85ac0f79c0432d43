/**
 * Pieces of the present code, each of which keeps one rule. An attempt that the code before did not let through names
 * the mutant that does. `find` must occur once in `file`.
 */

/** The last commit before these rules. */
export const BEFORE = '5c94e4f'

/** Name → the pieces that are replaced. */
export const mutants = {}
