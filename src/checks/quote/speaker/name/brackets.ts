const OPENING = /[([（〔［]/gu
const CLOSING = /[)\]）〕］]/gu

/** Without each part from an opening bracket to the next closing one. Linear in the length. */
export function withoutBrackets(name: string): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    OPENING.lastIndex = at
    const from = OPENING.exec(name)?.index
    if (from === undefined) break
    CLOSING.lastIndex = from
    const to = CLOSING.exec(name)?.index
    // No closing bracket follows.
    if (to === undefined) break
    kept.push(name.slice(at, from))
    at = to + 1
  }
  return [...kept, name.slice(at)].join(' ')
}
