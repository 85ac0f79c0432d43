import { directionOf, type Direction } from '../../story/language/direction'
import type { Run } from '../published/publishedStory'

interface Written {
  readonly runs: readonly Run[]
}

export const directionOfBlock = ({ runs }: Written): Direction | undefined =>
  directionOf(runs.map(({ text }) => text).join(''))

/**
 * Returns what gives the attribute ` dir="rtl"` of a block, or ''. The sheet shows each block in its own direction, and
 * what people signed is the order shown: numbers and signs stand in it for readers, too. `around`: the direction of the
 * page; absent for a piece of a page, which says all directions if it has a block from right to left.
 */
export function directionsIn(blocks: readonly Written[], around?: Direction): (block: Written) => string {
  const page = around ?? (blocks.some((block) => directionOfBlock(block) === 'rtl') ? undefined : 'ltr')
  return (block) => {
    const own = directionOfBlock(block)
    return own === undefined || own === page ? '' : ` dir="${own}"`
  }
}
