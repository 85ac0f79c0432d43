/**
 * How much a piece of work costs, whatever machine it runs on and whatever else runs there: its processor time beside that of
 * a peer in the same process, JSON there and back.
 */
import { expect } from 'vitest'

/** Milliseconds that the peer takes on a plain desktop machine; so that the bounds of tests can be read as milliseconds there. */
const PEER_MS = 20
const PEER = JSON.stringify(
  Array.from({ length: 20_000 }, (_, at) => ({
    id: `f${at}`,
    from: at,
    to: at + 7,
    words: 'fair progress',
    marks: ['bold', null, at % 3 === 0],
  })),
)

const used = (since?: NodeJS.CpuUsage): number => process.cpuUsage(since).user / 1000

/** How long one look at the peer counts, in milliseconds. */
const LASTS = 500
let seen = { at: -Infinity, ms: 0 }

function peerTime(): number {
  if (performance.now() - seen.at > LASTS) {
    const before = process.cpuUsage()
    if (JSON.stringify(JSON.parse(PEER)).length !== PEER.length) throw new Error('The peer did not do its work.')
    seen = { at: performance.now(), ms: used(before) }
  }
  return seen.ms
}

/** Milliseconds of processor time that the work takes, as on a plain desktop machine, and what it gives. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly milliseconds: number }> {
  const before = peerTime()
  const began = process.cpuUsage()
  const result = await work()
  const own = used(began)
  // The slower of both: a neighbour may have come or gone meanwhile.
  return { result, milliseconds: (own * PEER_MS) / Math.max(before, peerTime()) }
}

/** What the work gives; fails when it takes longer than that many milliseconds. */
export async function within<T>(most: number, work: () => T | Promise<T>): Promise<T> {
  const { result, milliseconds } = await timed(work)
  expect(milliseconds, 'milliseconds of processor time, as on a plain desktop machine').toBeLessThan(most)
  return result
}
