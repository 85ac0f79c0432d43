import { canonical, canonicalMap } from '../story/compare'
import type { Copy, Range } from '../story/copy'
import { dropClosing, extendOverTokens, sameWords } from '../story/factWords'

/** Every place where exact words stand whole inside one block ("57" does not stand in "157"), in text order. */
export function placesOfWords(copy: Copy, words: string): readonly Range[] {
  const wanted = canonical(dropClosing(words))
  if (wanted === '') return []
  return copy.flatMap(({ text }, block) => {
    const folded = canonicalMap(text)
    const places: Range[] = []
    for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
      const from = folded.origin[at] ?? 0
      const to = folded.origin[at + wanted.length] ?? text.length
      const whole = extendOverTokens(text, from, to)
      if (sameWords(text.slice(whole.from, whole.to), wanted)) places.push({ block, from, to })
    }
    return places
  })
}
