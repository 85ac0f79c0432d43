import { setTimeout as pause } from 'node:timers/promises'
import { runAction } from '../../../src/newsroom/runAction'
import type { Newsroom } from '../../../src/newsroom/state/newsroom'

/** A name that the source book protects sooner or later (newsroomWriting.ts). */
export const NAME = 'Secret Name 2'
/** The last sentence of every story of the campaign names it. */
export const NAMED = `Storm diary\n\nThe sea was rough, ${NAME} said.`

/** Asks the index one thing after the other, without end. */
export async function askAway(room: Newsroom, roll: (below: number) => number): Promise<never> {
  for (;;) {
    await askOnce(room, roll)
    await pause(roll(12))
  }
}

async function askOnce(room: Newsroom, roll: (below: number) => number): Promise<void> {
  const by = 'Reporter'
  if (roll(3) === 0) await runAction(room, by, 'story.search', { query: `day ${roll(9)}` })
  else if (roll(2) === 0) await runAction(room, by, 'story.page', { offset: 0, limit: 20 })
  else if (roll(2) === 0) await runAction(room, by, 'desk.queue', {})
  else await runAction(room, by, 'story.list', {})
}
