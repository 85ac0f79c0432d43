/**
 * Measures work independently of the machine and its load: processor time, compared with a peer in the same process
 * that writes and parses JSON.
 */

/**
 * Milliseconds of the peer on a plain desktop machine. With them the limits of tests read as milliseconds of such a
 * machine.
 */
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

/** Milliseconds of one measurement of the peer. */
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

/** Runs the work. Returns its result and its processor time, in milliseconds of a plain desktop machine. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly milliseconds: number }> {
  const before = peerTime()
  const began = process.cpuUsage()
  const result = await work()
  const own = used(began)
  // Takes the slower measurement: the load may change meanwhile.
  return { result, milliseconds: (own * PEER_MS) / Math.max(before, peerTime()) }
}
