/**
 * Counts the letters and digits of a text after NFKC. Lines, spaces and order do not count: Arabic and Hebrew come
 * back in another order, and long words are broken over lines.
 */
export function lettersOf(text) {
  const counts = new Map()
  for (const letter of text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [])
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

/**
 * Returns what `found` lacks of `wanted`, or has beyond it, or undefined. `more` allows more digits, because list
 * numbers are not in the copy.
 */
export function sameLetters(found, wanted, { more = false } = {}) {
  const differences = [...new Set([...found.keys(), ...wanted.keys()])].flatMap((letter) => {
    const by = (found.get(letter) ?? 0) - (wanted.get(letter) ?? 0)
    return by === 0 || (by > 0 && (more || /\p{N}/u.test(letter))) ? [] : [`${letter} ${by > 0 ? '+' : ''}${by}`]
  })
  return differences.length === 0 ? undefined : differences.slice(0, 12).join(', ')
}
