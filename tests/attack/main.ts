/** Runs attempts and tells what was seen. Bundled by run.mjs, once for the present code and once for each other. */
import type { Attempt, Seen } from './attempt'
import { attempts, GROUPS } from './suite'
import { Room } from './driver'

export { attempts, GROUPS }

export interface Outcome extends Seen {
  readonly attempt: Pick<Attempt, 'group' | 'name' | 'spec' | 'ours' | 'proof'>
  /** The attempt could not be made. */
  readonly broken: boolean
  readonly milliseconds: number
}

export async function tryOne(attempt: Attempt): Promise<Outcome> {
  const { run, ...about } = attempt
  const room = new Room()
  const began = performance.now()
  try {
    const seen = await run(room)
    return { ...seen, attempt: about, broken: false, milliseconds: performance.now() - began }
  } catch (error) {
    const seen = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { through: false, seen, attempt: about, broken: true, milliseconds: performance.now() - began }
  } finally {
    await room.end()
  }
}

/** Runs those that `wanted` chooses, one after the other. */
export async function tryAll(
  wanted: (attempt: Attempt) => boolean,
  tell: (outcome: Outcome) => void = () => undefined,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const attempt of attempts.filter(wanted)) {
    const outcome = await tryOne(attempt)
    outcomes.push(outcome)
    tell(outcome)
  }
  return outcomes
}
