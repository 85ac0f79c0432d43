import { canonical, canonicalMap, type CanonicalMap } from '../../story/text/compare'
import type { Block, Copy, Range } from '../../story/copy/copy'
import { dropClosing, extendOverTokens, sameWords } from '../../story/copy/words/factWords'

/** The places of exact whole words inside one block ("57" is not in "157"), in text order. */
export function placesOfWords(copy: Copy, words: string): readonly Range[] {
  const wanted = canonical(dropClosing(words))
  if (wanted === '') return []
  return copy.flatMap((one, block) => {
    const { text } = one
    const { text: within, origin } = foldedOf(one)
    const places: Range[] = []
    for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + wanted.length)) {
      const from = origin[at] ?? 0
      const to = origin[at + wanted.length] ?? text.length
      const whole = extendOverTokens(text, from, to)
      if (sameWords(text.slice(whole.from, whole.to), wanted)) places.push({ block, from, to })
    }
    return places
  })
}

/** Unchanged blocks are the same objects. A keystroke folds one of them. */
const folded = new WeakMap<Block, CanonicalMap>()

function foldedOf(block: Block): CanonicalMap {
  let map = folded.get(block)
  if (!map) folded.set(block, (map = canonicalMap(block.text)))
  return map
}
