/**
 * Letters and digits of a text by how often each stands there, after NFKC. Lines, spaces and the order in which a page is read back do not count:
 * Arabic and Hebrew come back in another order, and long words are broken over lines.
 */
export function lettersOf(text) {
  const counts = new Map()
  for (const letter of text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [])
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

/** What `found` lacks of `wanted`, or has beyond it (allowed with `more`; list numbers are furniture, so digits may be more); undefined when nothing. */
export function sameLetters(found, wanted, { more = false } = {}) {
  const differences = [...new Set([...found.keys(), ...wanted.keys()])].flatMap((letter) => {
    const by = (found.get(letter) ?? 0) - (wanted.get(letter) ?? 0)
    return by === 0 || (by > 0 && (more || /\p{N}/u.test(letter))) ? [] : [`${letter} ${by > 0 ? '+' : ''}${by}`]
  })
  return differences.length === 0 ? undefined : differences.slice(0, 12).join(', ')
}
