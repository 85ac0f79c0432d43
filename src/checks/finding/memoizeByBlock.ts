import type { Block } from '../../story/copy/copy'

const LARGEST = 20_000

/**
 * Memoizes a pure function of a block's role and text: by the block itself, and by text for blocks that were read
 * again. A keystroke costs one block.
 */
export function memoizeByBlock<T>(compute: (block: Block) => T): (block: Block) => T {
  const byBlock = new WeakMap<Block, { readonly answer: T }>()
  const byText = new Map<string, T>()
  return (block) => {
    const known = byBlock.get(block)
    if (known) return known.answer
    const name = `${block.role}\u0000${block.text}`
    let answer = byText.get(name)
    if (answer === undefined) {
      answer = compute(block)
      if (byText.size >= LARGEST) byText.clear()
      byText.set(name, answer)
    }
    byBlock.set(block, { answer })
    return answer
  }
}
