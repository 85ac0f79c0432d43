/**
 * Whose characters a tag may lie on. Every letter of a story is typed once only, so a letter tells where it comes from.
 * A letter joins a tag when it is tagged, typed between two letters of the tag, or put in the place of tagged ones.
 */
import type { Character } from './oracle'

const isLetter = ({ char }: Character): boolean => /\p{L}/u.test(char)

/** Letters of many alphabets that are used nowhere else in the story: lower case, with an upper case of their own. */
const ALPHABET: readonly (readonly [string, string])[] = (() => {
  const letters: [string, string][] = []
  for (let code = 0x00df; code < 0x0590; code++) {
    const lower = String.fromCharCode(code)
    const upper = lower.toUpperCase()
    if (/^\p{Ll}$/u.test(lower) && upper.length === 1 && upper !== lower && upper.toLowerCase() === lower && lower.normalize('NFC') === lower) letters.push([lower, upper])
  }
  return letters
})()

/** Hands out letters, each once. */
export class FreshLetters {
  private next = 0

  lower(): string {
    return this.take()[0]
  }

  /** The page with every letter outside "role:" and "[id:" replaced by one of its own. */
  rewrite(line: string): string {
    return line.replace(/^\w+: |\[\w+:|[a-z]|[A-Z]/g, (match) => (match.length > 1 ? match : /[a-z]/.test(match) ? this.take()[0] : this.take()[1]))
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
  /** Letters that both hands had at the last merge. */
  private readonly shared: Set<string>
  /** How often a letter typed at an edge joined a tag made there meanwhile. */
  edges = 0

  constructor(start: readonly Character[]) {
    this.learn(start)
    this.shared = new Set(start.map(({ char }) => char))
  }

  /** Judges one deed; answers what it did that it may not do. `mayClaim`: facts whose replacement is still being typed, or that are being mended. */
  deed(before: readonly Character[], after: readonly Character[], mayClaim: ReadonlySet<string> | 'all'): string[] {
    const wrong: string[] = []
    const old = new Set(before.map(({ char }) => char))
    after.forEach((character, index) => {
      if (!isLetter(character)) return
      for (const fact of character.facts) {
        const line = this.letters.get(fact)
        if (!line || line.has(character.char)) continue
        const fresh = !this.known.has(character.char)
        const allowed = mayClaim === 'all' || (fresh && (mayClaim.has(fact) || this.within(fact, before, after, index, old)))
        if (!allowed) wrong.push(`${fact} lies on ${character.char}`)
      }
    })
    this.learn(after)
    return wrong
  }

  /**
   * Judges a merge. A letter may have joined a tag when it stands inside it, with letters of the tag on both sides; or
   * when it was typed at the tag's very edge while the other hand tagged there: Yjs cannot tell on which side of the
   * edge it was meant. Such a tag has other words now, so nothing signed can stand on it.
   */
  merge(after: readonly Character[]): string[] {
    const wrong: string[] = []
    after.forEach((character, index) => {
      if (!isLetter(character)) return
      for (const fact of character.facts) {
        const line = this.letters.get(fact)
        if (!line || line.has(character.char)) continue
        const mine = (other: Character | undefined): boolean => other !== undefined && other.facts.has(fact) && line.has(other.char)
        const left = after.slice(0, index).findLast(mine)
        const right = after.slice(index + 1).find(mine)
        if (left && right) continue
        const edge = right ? after.slice(index, after.indexOf(right)) : left ? after.slice(after.indexOf(left) + 1, index + 1) : []
        const typedMeanwhile = edge.length > 0 && edge.every((other) => !isLetter(other) || !this.shared.has(other.char))
        if (typedMeanwhile) this.edges++
        else wrong.push(`${fact} lies on ${character.char}`)
      }
    })
    this.learn(after)
    for (const { char } of after) this.shared.add(char)
    return wrong
  }

  private within(fact: string, before: readonly Character[], after: readonly Character[], index: number, old: ReadonlySet<string>): boolean {
    const left = after.slice(0, index).findLast((other) => isOld(other, old))
    const right = after.slice(index + 1).find((other) => isOld(other, old))
    if (left?.facts.has(fact) && right?.facts.has(fact)) return true
    const stands = new Set(after.map(({ char }) => char))
    // Everything it lay on is gone: this stands in its place.
    if (before.filter(({ facts }) => facts.has(fact)).every(({ char }) => !/\p{L}/u.test(char) || !stands.has(char))) return true
    // The head of the tag was typed over: what stood just before the rest carried it too.
    return right?.facts.has(fact) === true && sameFromEnd(before, after, right)?.facts.has(fact) === true
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

/** Hands type letters and spaces only, so all else was there before. */
const isOld = (character: Character, old: ReadonlySet<string>): boolean => !/\s/.test(character.char) && (!isLetter(character) || old.has(character.char))

/** What stood before the same character as `right` earlier; the same: as many equal ones follow it. */
function sameFromEnd(before: readonly Character[], after: readonly Character[], right: Character): Character | undefined {
  const rank = after.slice(after.indexOf(right)).filter(({ char }) => char === right.char).length
  const equal = before.flatMap(({ char }, index) => (char === right.char ? [index] : []))
  return before[(equal.at(-rank) ?? 0) - 1]
}
