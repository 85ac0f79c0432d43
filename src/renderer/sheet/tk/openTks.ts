import type { Finding, Place, Verdict } from '../../../story/assessment/finding'
import type { Range } from '../../../story/copy/copy'

/** The TKs that nobody dismissed: in the copy, in text order, then those of pictures and fields. */
export const openTksIn = ({ blocks, warns, overridden }: Verdict): readonly Finding[] => {
  const tks = [...blocks, ...warns, ...overridden].filter(({ rule }) => rule === 'openTk')
  const inCopy = tks.filter(({ where }) => where.kind === 'text')
  return [...inCopy.toSorted((a, b) => compare(a.where, b.where)), ...tks.filter(({ where }) => where.kind !== 'text')]
}

/** Their places in the copy. */
export const placesOfTks = (tks: readonly Finding[]): readonly Range[] =>
  tks.flatMap(({ where }) => (where.kind === 'text' ? [where] : []))

/**
 * The TK after a place in the copy; after the last one of the copy those beside it, then the first. `shown`: the TK
 * that was shown last, if it is beside the copy.
 */
export function nextTk(
  tks: readonly Finding[],
  at: { readonly block: number; readonly offset: number } | undefined,
  shown: string | undefined,
): Finding | undefined {
  const last = tks.findIndex(({ key, where }) => key === shown && where.kind !== 'text')
  if (last >= 0) return tks[(last + 1) % tks.length]
  return (
    tks.find(
      ({ where }) =>
        where.kind !== 'text' || !at || where.block > at.block || (where.block === at.block && where.from > at.offset),
    ) ?? tks[0]
  )
}

const compare = (a: Place, b: Place): number =>
  a.kind === 'text' && b.kind === 'text' ? a.block - b.block || a.from - b.from : 0
