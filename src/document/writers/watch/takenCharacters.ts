/** Characters that a person took away: what is asked of them where they may be put there again. */
import type * as Y from 'yjs'
import { handsOf, piecesOf, writersOfCharacters } from '../characters/hands'

/** Characters that one client typed in a row: a range of Yjs ids. */
export interface Characters {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** Characters that were taken. `at`: their place among those that were typed. */
export type TakenPart = Characters & { readonly at: number }

/** What one person changed at once. */
export interface PersonChange {
  readonly doc: Y.Doc
  readonly by: string
  /** What this person took in the same change. */
  readonly taken: readonly Characters[]
}

/** How many pieces of what went are looked at beside those that stand again. */
export const MOST_LOOKED_AT = 1000

/** Whether some of them stand elsewhere now, as a note says. */
export const isElsewhere = (doc: Y.Doc, { client, clock, length }: Characters): boolean =>
  [...piecesOf(handsOf(doc).left, client, clock, length)].some(({ run }) => run !== undefined)

/** Whether nobody else wrote any of them. */
export const isOwn = ({ doc, by }: PersonChange, { client, clock, length }: Characters): boolean =>
  [...writersOfCharacters(doc, client, clock, length)].every((name) => name === by)

/** What this person took together with these characters, and nobody else did. */
export function runsOf(
  { doc, by, taken }: PersonChange,
  { client, clock, length }: Characters,
): readonly Characters[] | undefined {
  const runs: Characters[] = []
  for (const { run, ...part } of piecesOf(handsOf(doc).took, client, clock, length)) {
    const piece = { client, ...part }
    const now = taken.filter((one) => overlap(one, piece))
    if (run ? run.by.some((name) => name !== by) : !isCovered(now, piece)) return undefined
    const all = run?.together ?? run
    runs.push(...(all ? [{ client, clock: all.clock, length: all.length }] : now))
  }
  return runs
}

export const overlap = (one: Characters, other: Characters): boolean =>
  one.client === other.client && one.clock < other.clock + other.length && other.clock < one.clock + one.length

/** Whether these parts together have all of them. */
export function isCovered(parts: readonly Characters[], { client, clock, length }: Characters): boolean {
  let at = clock
  for (const part of [...parts].sort((a, b) => a.clock - b.clock))
    if (part.client === client && part.clock <= at) at = Math.max(at, part.clock + part.length)
  return at >= clock + length
}
