import { isHeadingCell, type Block } from '../../story/copy/copy'

/**
 * Characters of texts after which a generation is full. A story of 100,000 words has 600,000. Every pause in typing
 * leaves one text of the graf being typed, and every story that is opened leaves all of its texts.
 */
const GENERATION = 1_000_000

/**
 * Memoizes a pure function of a block that reads its role, its text and whether it is a heading of a table: by the
 * block itself, and by text for blocks that were read again. A keystroke costs one block. Texts that nobody asked for
 * during a whole generation are forgotten.
 */
export function memoizeByBlock<T>(compute: (block: Block) => T): (block: Block) => T {
  const byBlock = new WeakMap<Block, { readonly answer: T }>()
  let young = new Map<string, T>()
  let old: ReadonlyMap<string, T> = young
  let characters = 0

  function byText(block: Block): T {
    const name = `${block.role}${isHeadingCell(block) ? ':heading' : ''}\u0000${block.text}`
    let answer = young.get(name)
    if (answer !== undefined) return answer
    answer = old.get(name) ?? compute(block)
    if (characters >= GENERATION) {
      old = young
      young = new Map()
      characters = 0
    }
    young.set(name, answer)
    characters += name.length
    return answer
  }

  return (block) => {
    const known = byBlock.get(block)
    if (known) return known.answer
    const answer = byText(block)
    byBlock.set(block, { answer })
    return answer
  }
}
