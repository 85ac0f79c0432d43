/** A name that is being typed after “@”. */
export interface MentionQuery {
  /** Index of the “@”. */
  readonly at: number
  readonly typed: string
}

/** As many names as are offered at once. */
const MOST = 6
/** The longest name that is completed, in characters. */
const LONGEST = 40

/** What is typed before the caret, if it can become a mention: “@” at the beginning of a word, and what follows it. */
export function mentionAt(text: string, caret: number): MentionQuery | undefined {
  const before = text.slice(0, caret)
  const at = before.lastIndexOf('@')
  const typed = before.slice(at + 1)
  if (at < 0 || typed.length > LONGEST || /^\s|\n/.test(typed) || /[\p{L}\p{N}]$/u.test(before.slice(0, at)))
    return undefined
  return { at, typed }
}

/** The names that the query begins, or a word of them; those whose beginning fits first. Empty after a whole name. */
export function namesFor({ typed }: MentionQuery, names: readonly string[]): readonly string[] {
  const query = typed.toLowerCase()
  const begins = names.filter((name) => name.toLowerCase().startsWith(query))
  const inside = names.filter(
    (name) =>
      !begins.includes(name) &&
      name
        .toLowerCase()
        .split(/\s+/)
        .some((word) => word.startsWith(query)),
  )
  const [first, second] = [...begins, ...inside]
  // Nothing is left to complete: Enter sends.
  if (second === undefined && first?.toLowerCase() === query) return []
  return [...begins, ...inside].slice(0, MOST)
}

/**
 * The text with the name in place of what was typed, and where the caret goes: behind the one space after the name. A
 * Korean name gets none, because its particle comes next: “@김서연이”.
 */
export function withMention(
  text: string,
  { at, typed }: MentionQuery,
  name: string,
): { readonly text: string; readonly caret: number } {
  const after = text.slice(at + 1 + typed.length)
  const space = /^[\s.,;:!?)]/.test(after) || /\p{Script=Hangul}$/u.test(name) ? '' : ' '
  const behind = at + 1 + name.length
  return {
    text: `${text.slice(0, at)}@${name}${space}${after}`,
    caret: space === ' ' || after.startsWith(' ') ? behind + 1 : behind,
  }
}

/**
 * What a key makes of the text right behind a completed name and its space: a space is there already, and a mark takes
 * its place. Undefined: any other key.
 */
export function behindMention(
  text: string,
  caret: number,
  key: string,
): { readonly text: string; readonly caret: number } | undefined {
  if (key === ' ') return { text, caret }
  if (!/^[.,;:!?)]$/.test(key)) return undefined
  return { text: `${text.slice(0, caret - 1)}${key}${text.slice(caret)}`, caret }
}
