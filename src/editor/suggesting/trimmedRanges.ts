import type { Transaction } from '@tiptap/pm/state'
import { changedRanges, type ChangedRange } from './changedRanges'
import { sameToken, tokensBetween, type Token } from './sheetTokens'

export interface TokenRange extends ChangedRange {
  readonly old: readonly Token[]
  readonly fresh: readonly Token[]
}

/** The first letter typed over words. Later letters belong to it, so it replaces all of them, even if it equals one. */
const isFirstLetter = (old: readonly Token[], fresh: readonly Token[]): boolean =>
  fresh.length === 1 && old.length > 1 && [...fresh, ...old].every(({ kind }) => kind === 'char')

const LETTER = /[\p{L}\p{N}\p{M}]/u

/** Whether cutting here leaves part of a word on each side: “brief remark” is not a suggestion for “brief remarks”. */
function isInWord(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at]]
  return before?.kind === 'char' && after?.kind === 'char' && LETTER.test(before.text) && LETTER.test(after.text)
}

/** The replaced stretches without equal text at their ends. */
export function trimmedRanges(done: Transaction): TokenRange[] | undefined {
  const ranges: TokenRange[] = []
  for (const range of changedRanges(done)) {
    const old = tokensBetween(done.before, range.from, range.to)
    const fresh = tokensBetween(done.doc, range.newFrom, range.newTo)
    if (!old || !fresh) return undefined
    let start = 0
    let end = 0
    const most = Math.min(old.length, fresh.length)
    const same = (a: Token | undefined, b: Token | undefined): boolean =>
      a !== undefined && b !== undefined && sameToken(a, b)
    while (start < most && same(old[start], fresh[start])) start++
    while (end < most - start && same(old[old.length - 1 - end], fresh[fresh.length - 1 - end])) end++
    if (start === old.length && start === fresh.length) continue
    if (isFirstLetter(old, fresh)) start = end = 0
    while (start > 0 && (isInWord(old, start) || isInWord(fresh, start))) start--
    while (end > 0 && (isInWord(old, old.length - end) || isInWord(fresh, fresh.length - end))) end--
    const edge = (tokens: readonly Token[], first: number, last: number): readonly [number, number] => [
      start === 0 ? first : endOf(tokens[start - 1], first),
      end === 0 ? last : (tokens[tokens.length - end]?.at ?? last),
    ]
    const [from, to] = edge(old, range.from, range.to)
    const [newFrom, newTo] = edge(fresh, range.newFrom, range.newTo)
    ranges.push({
      from,
      to: Math.max(from, to),
      newFrom,
      newTo: Math.max(newFrom, newTo),
      old: old.slice(start, old.length - end),
      fresh: fresh.slice(start, fresh.length - end),
    })
  }
  return ranges
}

const endOf = (token: Token | undefined, otherwise: number): number => (token ? token.at + 1 : otherwise)
