import type { Assessment } from '../../story/assessment/assessment'
import type { Copy } from '../../story/copy/copy'
import { strongDirection, type Direction } from '../../story/language/direction'

/**
 * The direction of the graf that a fact stands in. Words out of their graf are shown in it: in an Arabic graf readers
 * see “15 - 12” where the words “12 - 15” are stored. 'auto' for a fact that has lost its place.
 */
export function grafDirection({ ranges }: Pick<Assessment, 'ranges'>, copy: Copy): Direction | 'auto' {
  const graf = ranges[0] && copy[ranges[0].block]
  return graf ? (strongDirection(graf.text) ?? 'ltr') : 'auto'
}
