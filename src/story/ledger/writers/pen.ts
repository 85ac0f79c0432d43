/**
 * Who has the pen of a filed story: the one person who changes the standing copy while somebody has it. Computed from
 * the ledger, so every replica says the same. Nobody has it until somebody gives or takes it. It ends when the story
 * goes back to draft, is spiked or is killed. docs/decisions/pen.md.
 */
import { isNamedIn } from '../../text/words/personName'
import type { LedgerEntry } from '../ledgerEntry'
import type { KnownEntries } from '../order/knownEntries'
import type { Stage, Standing } from '../stages'

/** Yjs client → how many of its items a document had: characters with a smaller clock were typed before. */
export type TypedCounts = ReadonlyMap<number, number>

/** Something that moved the pen. */
export interface PenMove {
  /** The number of its entry. */
  readonly seq: number
  readonly by: string
  /** ISO 8601 instant. */
  readonly at: string
  /** '': nobody has it then. */
  readonly to: string
  /** `ended`: by a move of the story. */
  readonly how: 'ended' | 'taken' | 'given'
  /** What its writer's document had by then, and what all moves had that its writer knew. */
  readonly typed: TypedCounts
  /** Its writer knew every move before it. */
  readonly knewAll: boolean
}

export type PenEntry = Extract<LedgerEntry, { kind: 'pen' }>

/** What the fold knows before an entry. */
export interface PenKnown {
  readonly pen?: readonly PenMove[]
  readonly authors: readonly string[]
  readonly known?: KnownEntries
}

/** Stages in which somebody may have the pen. */
const WITH_PEN: ReadonlySet<Stage> = new Set<Stage>(['filed', 'inReview', 'cleared', 'published'])
export const stageHasPen = ({ stage }: Pick<Standing, 'stage'>): boolean => WITH_PEN.has(stage)

/**
 * The moves of the pen after one more entry. A giving counts from the person who had the pen as far as its writer knew;
 * where nobody had it, from an author. Whether a person may take it is a question of rights (trust/elsewhere.ts).
 */
export function afterPen(before: PenKnown, entry: PenEntry): readonly PenMove[] {
  const { pen = [], authors } = before
  const known = knownTo(before, entry.seq)
  const { seq, by, at, to } = entry
  if (typeof to !== 'string') return pen
  const isTaken = entry.taken === true
  const holder = lastOf(known, before.known)?.to ?? ''
  const isGiver = holder === by || (holder === '' && authors.some((line) => isNamedIn(line, by)))
  if (!isTaken && !isGiver) return pen
  const knewAll = known.length === pen.length
  return [...pen, { seq, by, at, to, how: isTaken ? 'taken' : 'given', typed: withCounts(known, entry.typed), knewAll }]
}

/** What is known of the pen after a move of the story: from draft, spike and kill on nobody has it. */
export function afterPenStage(
  before: PenKnown,
  { seq, by, at, to }: Extract<LedgerEntry, { kind: 'moved' }>,
): readonly PenMove[] | undefined {
  const { pen } = before
  if (!pen || WITH_PEN.has(to)) return pen
  const known = knownTo(before, seq)
  const knewAll = known.length === pen.length
  return [...pen, { seq, by, at, to: '', how: 'ended', typed: withCounts(known, {}), knewAll }]
}

/** The move that decides who has the pen now. Undefined: nobody has it. */
export function penHeld({
  pen = [],
  known,
  standing,
}: Omit<PenKnown, 'authors'> & { readonly standing: Pick<Standing, 'stage'> }): PenMove | undefined {
  const last = stageHasPen(standing) ? lastOf(pen, known) : undefined
  return last?.to ? last : undefined
}

/** Name of the person who has the pen. Undefined: nobody. */
export const penHolder = (state: Parameters<typeof penHeld>[0]): string | undefined => penHeld(state)?.to

/** Name of the person who has the pen if that is somebody else. Undefined: `by` may change standing copy. */
export function penOfAnother(state: Parameters<typeof penHeld>[0], by: string): string | undefined {
  const holder = penHolder(state)
  return holder === by ? undefined : holder
}

/**
 * Who had the pen when a client typed its item `clock`, as far as anybody can know: moves by people who had that item
 * already came after it. Undefined: nobody.
 */
export function penHolderWhen(
  { pen = [], known }: Pick<PenKnown, 'pen' | 'known'>,
  client: number,
  clock: number,
): string | undefined {
  const before = pen.filter(({ typed }) => (typed.get(client) ?? 0) <= clock)
  return lastOf(before, known)?.to || undefined
}

/** The clocks of a client at which the answer of `penHolderWhen` may change, in order. */
export const penEdges = (pen: readonly PenMove[], client: number): readonly number[] =>
  [...new Set(pen.map(({ typed }) => typed.get(client) ?? 0))].sort((a, b) => a - b)

/**
 * Of the moves that no other move knew: one by the story's stage, then an editor's taking, then a giving; among equals
 * the last one in the order of the ledger.
 */
function lastOf(moves: readonly PenMove[], known: KnownEntries | undefined): PenMove | undefined {
  const last = moves.at(-1)
  if (!known || last?.knewAll) return last
  const open: PenMove[] = []
  for (const move of moves.toReversed()) if (!open.some(({ seq }) => known.knew(seq, move.seq))) open.push(move)
  return HOW.map((how) => open.find((move) => move.how === how)).find((move) => move !== undefined)
}

const HOW = ['ended', 'taken', 'given'] as const

function knownTo({ pen = [], known }: PenKnown, seq: number): readonly PenMove[] {
  const last = pen.at(-1)
  // Who knew a move knew all that its writer knew.
  if (!known || !last || (last.knewAll && known.knew(seq, last.seq))) return pen
  return pen.filter((move) => known.knew(seq, move.seq))
}

/** A foreign entry may say anything: only whole numbers count. */
function withCounts(known: readonly PenMove[], typed: Readonly<Record<string, unknown>>): TypedCounts {
  const counts = new Map<number, number>()
  const add = (client: number, count: unknown): void => {
    if (Number.isSafeInteger(client) && Number.isSafeInteger(count))
      counts.set(client, Math.max(counts.get(client) ?? 0, count as number))
  }
  const last = known.at(-1)
  for (const move of last?.knewAll ? [last] : known) for (const [client, count] of move.typed) add(client, count)
  for (const [client, count] of Object.entries(typed ?? {})) add(Number(client), count)
  return counts
}

/** What an entry has to say beside what the moves before it said. */
export function typedSince(pen: readonly PenMove[] = [], now: TypedCounts): Readonly<Record<string, number>> {
  const before = withCounts(pen, {})
  return Object.fromEntries(
    [...now].filter(([client, count]) => (before.get(client) ?? 0) < count).sort(([a], [b]) => a - b),
  )
}
