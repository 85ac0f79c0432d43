import type { Block } from '../../story/copy/copy'

const LARGEST = 20_000

/**
 * Memoizes a pure function of a block's role and text, and of the language: by the block itself, and by text for blocks
 * that were read again. A keystroke costs one block.
 */
export function memoizeByBlock<T>(
  compute: (block: Block, language: string) => T,
): (block: Block, language: string) => T {
  const byBlock = new WeakMap<Block, { readonly language: string; readonly answer: T }>()
  const byText = new Map<string, T>()
  return (block, language) => {
    const known = byBlock.get(block)
    if (known?.language === language) return known.answer
    const name = `${language}\u0000${block.role}\u0000${block.text}`
    let answer = byText.get(name)
    if (answer === undefined) {
      answer = compute(block, language)
      if (byText.size >= LARGEST) byText.clear()
      byText.set(name, answer)
    }
    byBlock.set(block, { language, answer })
    return answer
  }
}
