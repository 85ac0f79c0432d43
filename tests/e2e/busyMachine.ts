import { availableParallelism, loadavg } from 'node:os'

/**
 * A limit in milliseconds for this moment: a machine with more work than processors gets more time, by as much as it is
 * overloaded. Windows does not tell its load; there the limit stays as it is.
 */
export const allowed = (milliseconds: number): number =>
  milliseconds * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
