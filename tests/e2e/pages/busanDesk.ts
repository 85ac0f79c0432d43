/** People at their windows on the Busan story, or on the sample story where that is not at hand. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, ROOT, SHARED, type Launched, type Newsroom } from '../fixtures'
import { Seat } from './seat'

const SEED = join(SHARED, 'seed', 'busan-summit.txt')
export const BUSAN = existsSync(SEED) ? SEED : join(ROOT, 'resources', 'sample-story.md')

export interface BusanDesk {
  readonly launched: Launched
  readonly reporter: Seat
  readonly editor: Seat
  /** The third person, when there is one. */
  readonly third: Seat
  readonly story: string
  readonly scratch: string
  readonly newsroom: Newsroom
  /** Tells how long the part that just ended took, when asked to (STET_LAPS). */
  readonly lap: (what: string) => void
}

/** A reporter, who has imported the story, and others, each at a window of their own. */
export async function busanDesk(
  newsroom: Newsroom,
  others: readonly (readonly [name: string, role: string])[],
  env: Readonly<Record<string, string>> = {},
  file = BUSAN,
): Promise<BusanDesk> {
  const lap = clock()
  // The first person of a library is its editor until somebody is one by role. Then that person gives the roles.
  let giver = 'Reporter'
  for (const [name, role] of [['Reporter', 'reporter'], ...others] as const) {
    await newsroom.json(['roster', 'add', name, '--role', role], giver)
    if (role === 'editor') giver = name
  }
  const launched = await newsroom.launch({ user: 'Reporter', args: [file], env })
  const reporter = new Seat(launched.stet, 'Reporter')
  await expect(reporter.stet.part('headline')).not.toBeEmpty()
  const [story] = await newsroom.json<{ id: string }[]>(['list'])
  const seats: Seat[] = []
  for (const [name] of others) seats.push(await Seat.beside(launched, name))
  lap('seats')
  const [editor = reporter, third = editor] = seats
  return { launched, reporter, editor, third, story: story?.id ?? '', scratch: newsroom.scratch, newsroom, lap }
}

function clock(): (what: string) => void {
  let last = Date.now()
  return (what) => {
    if (process.env['STET_LAPS']) console.log(`    ${what}: ${Date.now() - last} ms`)
    last = Date.now()
  }
}
