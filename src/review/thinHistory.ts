/**
 * Decides which autosaved snapshots to delete: recent ones are kept close together, older ones further apart, within a
 * limit of bytes.
 */
import type { SnapshotLine } from '../story/requests/snapshotLine'

type Kept = Pick<SnapshotLine, 'n' | 'at' | 'kind' | 'bytes'>

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Of snapshots younger than `age`, the last one of every `step` milliseconds is kept. */
const STEPS: readonly { readonly age: number; readonly step: number }[] = [
  { age: 2 * HOUR, step: 0 },
  { age: 2 * DAY, step: HOUR },
  { age: 60 * DAY, step: DAY },
  { age: Infinity, step: 7 * DAY },
]

/**
 * Returns the numbers of the snapshots to delete. Only autosaved ones are deleted, and never the newest of all. Those
 * kept by people, moves and exports stay, even beyond the limit. `now`: ISO 8601 instant. `limit`: bytes.
 */
export function thinHistory(snapshots: readonly Kept[], now: string, limit: number): readonly number[] {
  const inOrder = [...snapshots].sort((a, b) => a.n - b.n)
  const newest = inOrder.at(-1)?.n
  const autosaved = inOrder.filter(({ kind, n }) => kind === 'auto' && n !== newest)
  const gone = new Set(
    autosaved.filter((snapshot, index) => isCrowded(snapshot, autosaved[index + 1], Date.parse(now))).map(({ n }) => n),
  )
  let bytes = inOrder.reduce((sum, { n, bytes: own }) => sum + (gone.has(n) ? 0 : own), 0)
  for (const { n, bytes: own } of autosaved) {
    if (bytes <= limit) break
    if (gone.has(n)) continue
    gone.add(n)
    bytes -= own
  }
  return [...gone].sort((a, b) => a - b)
}

/** Whether the next snapshot falls into the same step. */
function isCrowded(snapshot: Kept, next: Kept | undefined, now: number): boolean {
  if (!next) return false
  const at = Date.parse(snapshot.at)
  const step = STEPS.find(({ age }) => now - at < age)?.step ?? 0
  return step > 0 && Math.floor(at / step) === Math.floor(Date.parse(next.at) / step)
}
