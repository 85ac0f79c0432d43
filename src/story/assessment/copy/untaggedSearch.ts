import { dropClosing, extendOverTokens, sameWords } from '../../copy/words/factWords'
import { canonical, canonicalMap } from '../../text/compare'
import type { Copy } from '../../copy/copy'

/**
 * Searches the copy for exact words on characters that no fact's tag covers. Only whole words count: "57" is not found
 * in "157".
 */
export function untaggedSearch(copy: Copy): (words: string) => boolean {
  let prepared: { text: string; folded: string; origin: readonly number[]; tagged: Uint8Array } | undefined
  const prepare = (): NonNullable<typeof prepared> => {
    const text = copy.map((block) => block.text).join('\n')
    const tagged = new Uint8Array(text.length)
    let start = 0
    for (const block of copy) {
      for (const span of block.spans) if (span.mark === 'fact') tagged.fill(1, start + span.from, start + span.to)
      start += block.text.length + 1
    }
    const map = canonicalMap(text)
    return { text, folded: map.text, origin: map.origin, tagged }
  }
  return (words) => {
    prepared ??= prepare()
    const { text, folded, origin, tagged } = prepared
    const wanted = canonical(dropClosing(words))
    if (wanted === '') return false
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      const from = origin[at] ?? 0
      const to = origin[at + wanted.length] ?? text.length
      const whole = extendOverTokens(text, from, to)
      if (!sameWords(text.slice(whole.from, whole.to), wanted)) continue
      if (tagged.subarray(from, to).some((covered) => covered === 0)) return true
    }
    return false
  }
}
