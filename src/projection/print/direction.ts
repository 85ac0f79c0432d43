import type { Run } from '../published/publishedStory'

export type Direction = 'ltr' | 'rtl'

/** Follows `dir="auto"` of HTML: the first letter decides. Undefined for a text without letters. */
export function directionOf(text: string): Direction | undefined {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter === undefined ? undefined : RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

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
