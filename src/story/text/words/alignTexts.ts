/** Matches the blocks of two texts. */
import { diffArrays } from 'diff'
import { defined } from '../defined'

/** Indexes into the two lists. One is absent for a block without partner. */
export interface Pair {
  readonly before?: number
  readonly after?: number
}

/** The most comparisons of two blocks. Beyond it, neighbours are paired. */
const MOST_COMPARISONS = 20_000
/** Two blocks with at least this share of common words are one changed block. */
const ALIKE = 0.35

/**
 * Pairs in reading order: first equal blocks (longest common subsequence, Myers), then between them, in order, those
 * that share most of their words. Every index of both lists is in exactly one pair.
 */
export function alignTexts(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = []
  let a = 0
  let b = 0
  let gone: number[] = []
  let come: number[] = []
  const settle = (): void => {
    pairs.push(...alignUnequal(before, after, gone, come))
    gone = []
    come = []
  }
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    if (removed) for (const _ of value) gone.push(a++)
    else if (added) for (const _ of value) come.push(b++)
    else {
      settle()
      for (const _ of value) pairs.push({ before: a++, after: b++ })
    }
  }
  settle()
  return pairs
}

function alignUnequal(
  before: readonly string[],
  after: readonly string[],
  gone: readonly number[],
  come: readonly number[],
): readonly Pair[] {
  if (gone.length * come.length > MOST_COMPARISONS) return neighbours(gone, come)
  const bags = (texts: readonly string[], indexes: readonly number[]): readonly ReadonlyMap<string, number>[] =>
    indexes.map((index) => bagOf(texts[index] ?? ''))
  const left = bags(before, gone)
  const right = bags(after, come)
  // best[i][j]: the greatest total similarity of pairs among the first i and first j blocks.
  const best = Array.from({ length: gone.length + 1 }, () => new Float64Array(come.length + 1))
  const like = left.map((one) => right.map((other) => likeness(one, other)))
  for (let i = 1; i <= gone.length; i++) {
    for (let j = 1; j <= come.length; j++) {
      const alike = like[i - 1]?.[j - 1] ?? 0
      const joined = alike >= ALIKE ? at(best, i - 1, j - 1) + alike : 0
      set(best, i, j, Math.max(at(best, i - 1, j), at(best, i, j - 1), joined))
    }
  }
  const pairs: Pair[] = []
  let i = gone.length
  let j = come.length
  while (i > 0 || j > 0) {
    const alike = i > 0 && j > 0 ? (like[i - 1]?.[j - 1] ?? 0) : 0
    if (alike >= ALIKE && at(best, i, j) === at(best, i - 1, j - 1) + alike) pairs.push(pair(gone[--i], come[--j]))
    else if (j > 0 && (i === 0 || at(best, i, j) === at(best, i, j - 1))) pairs.push(pair(undefined, come[--j]))
    else pairs.push(pair(gone[--i], undefined))
  }
  return pairs.reverse()
}

const pair = (before: number | undefined, after: number | undefined): Pair => defined({ before, after })
const at = (table: readonly Float64Array[], i: number, j: number): number => table[i]?.[j] ?? 0
const set = (table: readonly Float64Array[], i: number, j: number, value: number): void => {
  const row = table[i]
  if (row) row[j] = value
}

function neighbours(gone: readonly number[], come: readonly number[]): readonly Pair[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => pair(gone[index], come[index]))
}

function bagOf(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>()
  for (const token of tokenize(text)) if (/[\p{L}\p{N}]/u.test(token)) bag.set(token, (bag.get(token) ?? 0) + 1)
  return bag
}

/** Dice's coefficient over the words. Two blocks without words are equal. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0
  let total = 0
  for (const [word, count] of a) {
    common += Math.min(count, b.get(word) ?? 0)
    total += count
  }
  for (const count of b.values()) total += count
  return total === 0 ? 1 : (2 * common) / total
}

/** Tokens: words and numbers, each CJK character, each other character, and white space. Joined they are the text. */
export const tokenize = (text: string): readonly string[] => text.match(TOKEN) ?? []

const TOKEN =
  /\s+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}])+|[\s\S]/gu
