/**
 * Judges which characters a tag may cover. Every letter of a story is typed once, so that a letter shows its origin. A
 * letter joins a tag if it is tagged, typed between two letters of the tag, or replaces tagged ones.
 */
import type { Character } from './oracle'

const isLetter = ({ char }: Character): boolean => /\p{L}/u.test(char)

/** Letters of many alphabets that are used nowhere else in the story: lower case, with an upper case of their own. */
const ALPHABET: readonly (readonly [string, string])[] = (() => {
  const letters: [string, string][] = []
  for (let code = 0x00df; code < 0x0590; code++) {
    const lower = String.fromCharCode(code)
    const upper = lower.toUpperCase()
    if (
      /^\p{Ll}$/u.test(lower) &&
      upper.length === 1 &&
      upper !== lower &&
      upper.toLowerCase() === lower &&
      lower.normalize('NFC') === lower
    )
      letters.push([lower, upper])
  }
  return letters
})()

/** Hands out unused letters. */
export class FreshLetters {
  private next = 0

  lower(): string {
    return this.take()[0]
  }

  /** The page with every letter outside "role:" and "{id:" replaced by one of its own. */
  rewrite(line: string): string {
    return line.replace(/^\w+: |\{\w+:|[a-z]|[A-Z]/g, (match) =>
      match.length > 1 ? match : /[a-z]/.test(match) ? this.take()[0] : this.take()[1],
    )
  }

  private take(): readonly [string, string] {
    const pair = ALPHABET[this.next++]
    if (!pair) throw new Error('Every letter has been used.')
    return pair
  }
}

export class Lineage {
  private readonly letters = new Map<string, Set<string>>()
  private readonly known = new Set<string>()
  /** Typed letter → its neighbours at that time, and what it replaced. */
  private readonly births = new Map<
    string,
    { readonly left: string; readonly right: string; readonly replaced: readonly string[] }
  >()

  /** Text deleted since the last merge. Yjs puts new text there behind it, so it counts as its replacement. */
  private readonly removed = new Set<string>()

  constructor(start: readonly Character[]) {
    this.learn(start)
  }

  /**
   * Judges one step. Returns its violations. `mayClaim`: facts whose replacement is still being typed, or that are
   * being repaired.
   */
  action(before: readonly Character[], after: readonly Character[], mayClaim: ReadonlySet<string> | 'all'): string[] {
    const wrong: string[] = []
    const old = new Set(before.map(({ char }) => char))
    after.forEach((character, index) => {
      if (!isLetter(character)) return
      for (const fact of character.facts) {
        const line = this.letters.get(fact)
        if (!line || line.has(character.char)) continue
        const fresh = !this.known.has(character.char)
        const allowed =
          mayClaim === 'all' || (fresh && (mayClaim.has(fact) || this.within(fact, before, after, index, old)))
        if (!allowed) wrong.push(`${fact} lies on ${character.char}`)
      }
    })
    const count = (characters: readonly Character[], char: string): number =>
      characters.filter((other) => other.char === char).length
    for (const { char } of before) if (count(after, char) < count(before, char)) this.removed.add(char)
    const replaced = [...this.removed]
    after.forEach((character, index) => {
      if (!isLetter(character) || this.known.has(character.char)) return
      const beside = (other: Character | undefined): boolean =>
        other !== undefined && other.block === character.block && isOld(other, old)
      this.births.set(character.char, {
        left: after.slice(0, index).findLast(beside)?.char ?? '',
        right: after.slice(index + 1).find(beside)?.char ?? '',
        replaced,
      })
    })
    this.learn(after)
    return wrong
  }

  /** Judges a merge: only a letter inside a tag, typed between two letters of it, or replacing some may join it. */
  merge(after: readonly Character[]): string[] {
    const wrong: string[] = []
    after.forEach((character, index) => {
      for (const fact of isLetter(character) ? character.facts : []) {
        const line = this.letters.get(fact)
        if (!line || line.has(character.char)) continue
        const mine = (other: Character): boolean => other.facts.has(fact) && line.has(other.char)
        const within = after.slice(0, index).some(mine) && after.slice(index + 1).some(mine)
        const birth = this.births.get(character.char)
        const tookItsPlace = birth?.replaced.some((other) => line.has(other)) ?? false
        const bornWithin =
          birth !== undefined && [birth.left, birth.right].every((other) => tookItsPlace || line.has(other))
        if (!within && !bornWithin) wrong.push(`${fact} lies on ${character.char}`)
      }
    })
    this.learn(after)
    this.removed.clear()
    return wrong
  }

  private within(
    fact: string,
    before: readonly Character[],
    after: readonly Character[],
    index: number,
    old: ReadonlySet<string>,
  ): boolean {
    const left = after.slice(0, index).findLast((other) => isOld(other, old))
    const right = after.slice(index + 1).find((other) => isOld(other, old))
    if (left?.facts.has(fact) && right?.facts.has(fact)) return true
    const edges = edgesOfChange(before, after)
    if (edges.every((edge) => edge?.facts.has(fact))) return true
    // Everything it covered is gone: this replaces it. (A merge of two splits may have left a bare duplicate.)
    const carries = new Set(after.filter(({ facts }) => facts.has(fact)).map(({ char }) => char))
    if (before.filter(({ facts }) => facts.has(fact)).every((other) => !isLetter(other) || !carries.has(other.char)))
      return true
    // The start of the tag was typed over: the text before the rest was tagged too.
    if (right?.facts.has(fact) === true && sameFromEnd(before, after, right)?.facts.has(fact) === true) return true
    // Its end was typed over: the text after the rest was tagged too.
    const behind = left && before.slice(before.findLastIndex(({ char }) => char === left.char) + 1).find(isLetter)
    return left?.facts.has(fact) === true && behind?.facts.has(fact) === true
  }

  private learn(characters: readonly Character[]): void {
    for (const character of characters) {
      for (const fact of character.facts) {
        const line = this.letters.get(fact) ?? new Set<string>()
        line.add(character.char)
        this.letters.set(fact, line)
      }
      this.known.add(character.char)
    }
  }
}

/** The steps type only letters and spaces; everything else was there before. */
const isOld = (character: Character, old: ReadonlySet<string>): boolean =>
  !/\s/.test(character.char) && (!isLetter(character) || old.has(character.char))

/** The characters around one step's change. */
function edgesOfChange(before: readonly Character[], after: readonly Character[]): readonly (Character | undefined)[] {
  const size = Math.min(before.length, after.length)
  let start = 0
  while (start < size && before[start]?.char === after[start]?.char) start++
  let end = 0
  while (end < size - start && before.at(-1 - end)?.char === after.at(-1 - end)?.char) end++
  return [after[start - 1], after[after.length - end]]
}

/** The character before the same `right` earlier. The same: followed by as many equal ones. */
function sameFromEnd(
  before: readonly Character[],
  after: readonly Character[],
  right: Character,
): Character | undefined {
  const rank = after.slice(after.indexOf(right)).filter(({ char }) => char === right.char).length
  const equal = before.flatMap(({ char }, index) => (char === right.char ? [index] : []))
  return before[(equal.at(-rank) ?? 0) - 1]
}
